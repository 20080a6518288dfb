import { ageOf } from '../element/age.js';
import { consequenceOf, titleOf } from '../element/core-words.js';
import { codesOf } from '../element/coverage.js';
import { button, facts, h } from '../element/dom.js';
import { longDate, message, number, series } from '../element/messages.js';
import { outsideLink } from '../element/outside-link.js';
import { browse } from './catalogue.js';
import { failureNotice, missingNotices, notOpenNotice } from './lists-notice.js';
import { pageView, plainTable } from './page-view.js';
import { listHref, noFilter } from './route.js';

/**
 * @typedef {import('../types/index.js').Engine} Engine
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {import('./shell.js').Shell} Shell
 */

/** So many days of additions are told. */
const newestDays = 12;

/** Of what dates the lists are, where they come from, and what was added to them last. */
export class ListsView {
  #shell;
  #asking = new AbortController();
  #notices = h('div', { class: 'notices' });
  #newest = h('section', {});
  #lists = h('section', { class: 'issues' });
  #files = h('section', {});

  /** @param {Shell} shell */
  constructor(shell) {
    this.#shell = shell;
    this.root = pageView(
      'lists',
      message('lists.heading'),
      h('p', { class: 'about' }, message('lists.about')),
      h(
        'p',
        { class: 'ways' },
        button(message('lists.bring_in'), () => shell.toNewerLists()),
      ),
      this.#notices,
      this.#newest,
      this.#lists,
      this.#files,
    );
  }

  show() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { engine } = this.#shell;
    if (!engine) {
      this.#notices.replaceChildren(notOpenNotice(this.#shell));
      for (const section of [this.#newest, this.#lists, this.#files]) section.replaceChildren();
      return;
    }
    this.#notices.replaceChildren(...missingNotices(engine));
    const now = new Date();
    this.#lists.replaceChildren(h('h2', {}, message('lists.open')), ...engine.lists.map((list) => listView(list, now)));
    this.#files.replaceChildren(h('h2', {}, message('lists.files')), ...filesOf(engine.lists));
    void this.#showNewest(engine);
  }

  hide() {
    this.#asking.abort();
  }

  /** @param {Engine} engine */
  async #showNewest(engine) {
    const { signal } = this.#asking;
    const heading = h('h2', {}, message('lists.newest'));
    try {
      const { counts } = await browse(engine, { ...noFilter, order: 'newest' }, { signal, count: 1 });
      if (signal.aborted) return;
      const days = [...counts.dates].sort((a, b) => (a.date < b.date ? 1 : -1)).slice(0, newestDays);
      this.#newest.replaceChildren(
        heading,
        h('p', { class: 'side' }, message('lists.newest_about')),
        plainTable(
          {
            caption: message('lists.newest'),
            head: [message('lists.day'), message('lists.added'), message('browse.notice')],
            className: 'numbers',
          },
          days.map(({ date, notices, count }) => [
            h('a', { href: listHref({ from: date, to: date }) }, longDate(date)),
            number(count),
            series(notices),
          ]),
        ),
      );
    } catch (thrown) {
      if (signal.aborted) return;
      this.#newest.replaceChildren(
        heading,
        failureNotice(thrown, () => this.show()),
      );
    }
  }
}

/**
 * @param {ListInfo} list
 * @param {Date} now
 */
function listView(list, now) {
  const { code, authority, legal_basis: law, as_of: asOf, page_url: page } = list;
  const title = titleOf(list);
  const { days, state } = ageOf(asOf, now);
  const age = message(state === 'future' ? 'age.unknown' : days === 0 ? 'age.today' : 'age.days', { count: days });
  return h(
    'article',
    { class: 'issue', 'data-code': code },
    h('h3', {}, message('list.title', { title, code })),
    h(
      'p',
      { class: 'dated', 'data-state': state },
      h('strong', {}, message('list.as_of', { date: longDate(asOf) })),
      ` · ${age} · `,
      h('a', { href: listHref({ lists: [code] }) }, message('list.entries', { count: list.entry_count })),
    ),
    h('p', {}, consequenceOf(list)),
    facts('where', [
      [message('lists.authority'), authority],
      [message('lists.law'), law],
      [message('lists.page'), page ? outsideLink(page, title, message('list.page_opens', { title })) : null],
    ]),
  );
}

/**
 * The files that the lists were read from, each with its lists and checksum.
 * @param {readonly ListInfo[]} lists
 */
function filesOf(lists) {
  return [...new Set(lists.map(({ sha256 }) => sha256))].map((sha256) => {
    const own = lists.filter((list) => list.sha256 === sha256);
    const [{ source }] = own;
    return facts('where', [
      [message('lists.of'), codesOf(own)],
      [
        message('lists.source'),
        outsideLink(source.url, source.title, message('list.source_opens', { title: source.title })),
      ],
      [message('lists.hash'), h('code', {}, sha256)],
    ]);
  });
}
