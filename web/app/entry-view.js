import { consequenceOf, titleOf } from '../element/core-words.js';
import { button, h } from '../element/dom.js';
import { meaning } from '../element/meaning-view.js';
import { longDate, message, messageAround } from '../element/messages.js';
import { nature, particulars, places, standing } from '../element/party-view.js';
import { readEntry } from './catalogue.js';
import { failureNotice, mayCome, missingNotices, notOpenNotice } from './lists-notice.js';
import { pageView } from './page-view.js';
import { formatRoute, listHref } from './route.js';

/**
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {import('../types/index.js').ListedEntry} ListedEntry
 * @typedef {import('./route.js').EntryRoute} EntryRoute
 * @typedef {import('./shell.js').Shell} Shell
 */

/** An entry whole: who, what it means, where it stands, and what else came with it. */
export class EntryView {
  #shell;
  #body = h('div', { class: 'entry' });
  #asking = new AbortController();
  /** What is shown, and of which issue of its list, so that nothing is made anew under a reader's fingers. */
  #shown = '';
  root = pageView('entry', message('browse.entry_heading'), this.#body);
  #heading = /** @type {HTMLElement} */ (this.root.querySelector('h1'));

  /** @param {Shell} shell */
  constructor(shell) {
    this.#shell = shell;
  }

  /** @param {EntryRoute} route */
  show(route) {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { engine } = this.#shell;
    if (!engine) {
      this.#say('', notOpenNotice(this.#shell));
      return;
    }
    const list = engine.lists.find(({ code }) => code === route.list);
    if (!list) {
      const title = message('browse.entry_no_list', { code: route.list });
      const notice = mayCome(engine) ? null : h('p', { class: 'notice stale' }, title);
      this.#say('', notice, ...missingNotices(engine));
      return;
    }
    const shown = `${formatRoute(route)} ${list.sha256}`;
    if (shown !== this.#shown) void this.#read(route, list, shown);
  }

  hide() {
    this.#asking.abort();
  }

  /**
   * @param {EntryRoute} route
   * @param {ListInfo} list
   * @param {string} shown
   */
  async #read(route, list, shown) {
    const { signal } = this.#asking;
    this.#shown = '';
    const engine = /** @type {import('../types/index.js').Engine} */ (this.#shell.engine);
    this.#heading.textContent = message('browse.entry_heading');
    this.#body.replaceChildren(h('p', { class: 'side' }, message('browse.entry_reading')));
    try {
      const entry = await readEntry(engine, { list: route.list, id: route.id }, { signal });
      if (signal.aborted) return;
      this.#say(shown, ...entryParts(entry, list));
      this.#heading.replaceChildren(h('bdi', {}, entry.name));
      this.#shell.titled();
    } catch (thrown) {
      if (signal.aborted) return;
      this.#say(
        '',
        failureNotice(thrown, () => this.show(route)),
      );
    }
  }

  /**
   * @param {string} shown Empty for what is no entry.
   * @param {...(Node | null)} parts
   */
  #say(shown, ...parts) {
    this.#shown = shown;
    if (!shown) this.#heading.textContent = message('browse.entry_heading');
    this.#body.replaceChildren(...parts.filter((part) => part !== null));
    for (const details of this.#body.querySelectorAll('details')) details.open = true;
    // Below a match these headings stand three levels deeper than here.
    for (const heading of this.#body.querySelectorAll('h4')) heading.setAttribute('aria-level', '2');
  }
}

/**
 * @param {ListedEntry} entry
 * @param {ListInfo} list
 */
function entryParts(entry, list) {
  const { parent } = entry;
  return [
    h(
      'header',
      { class: 'on' },
      nature(entry),
      parent ? h('p', {}, ...messageAround('match.parent', h('bdi', {}, parent))) : null,
      h(
        'p',
        {},
        h('strong', {}, message('list.title', { title: titleOf(list), code: list.code })),
        ' · ',
        message('list.as_of', { date: longDate(list.as_of) }),
      ),
      h('p', { class: 'side' }, consequenceOf(list)),
    ),
    waysOn(entry),
    h(
      'div',
      { class: 'below' },
      meaning(entry, {}),
      h('div', { class: 'column' }, standing(entry, list), cameWith(entry)),
      h('div', { class: 'column' }, places(entry), particulars(entry)),
    ),
  ];
}

/** @param {ListedEntry} entry */
function waysOn({ name, list }) {
  return h(
    'p',
    { class: 'ways' },
    h('a', { href: formatRoute({ view: 'check', q: name, country: '' }) }, message('browse.entry_check')),
    h('a', { href: listHref({ lists: [list] }) }, message('browse.entry_whole_list')),
    button(message('record.print'), () => print()),
  );
}

/**
 * What was listed on the same day, or by the same notice.
 * @param {ListedEntry} entry
 */
function cameWith({ start_date: date, citations }) {
  const links = [
    ...(date
      ? [h('a', { href: listHref({ from: date, to: date }) }, message('browse.entry_of_day', { date: longDate(date) }))]
      : []),
    ...citations.map(({ text }) =>
      h('a', { href: listHref({ notice: text }) }, message('browse.entry_of_notice', { notice: text })),
    ),
  ];
  if (links.length === 0) return null;
  return h(
    'section',
    {},
    h('h4', {}, message('browse.entry_with')),
    h('ul', { class: 'texts' }, ...links.map((link) => h('li', {}, link))),
  );
}
