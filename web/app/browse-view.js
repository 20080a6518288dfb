import { titleOf } from '../element/core-words.js';
import { codesOf } from '../element/coverage.js';
import { h } from '../element/dom.js';
import { datesInWords } from '../element/lists-panel.js';
import { message } from '../element/messages.js';
import { BrowseFilters } from './browse-filters.js';
import { browse, lastPage } from './catalogue.js';
import { CountryChart } from './country-chart.js';
import { entriesTable, paging } from './entries-table.js';
import { filterTags } from './filter-tags.js';
import { failureNotice, mayCome, missingNotices, notOpenNotice } from './lists-notice.js';
import { pageView } from './page-view.js';
import { listHref } from './route.js';
import { YearChart } from './year-chart.js';

/**
 * @typedef {import('../types/index.js').Engine} Engine
 * @typedef {import('./catalogue.js').Page} Page
 * @typedef {import('./route.js').Filter} Filter
 * @typedef {import('./route.js').ListRoute} ListRoute
 * @typedef {import('./shell.js').Shell} Shell
 */

/** The lists to read and to narrow: fields, pictures, and a table of the entries. */
export class BrowseView {
  #shell;
  /** @type {Filter | undefined} */
  #filter;
  #asking = new AbortController();
  /** What is shown, and of which lists, so that who comes back finds it as it was. */
  #shown = '';
  /** Whether the list has been narrowed here, so that what is left of it is news. */
  #isNews = false;
  #filters = new BrowseFilters((change, options) => this.#change(change, options));
  #notices = h('div', { class: 'notices' });
  #years = new YearChart();
  #countries = new CountryChart();
  #count = h('h2', { tabindex: '-1' });
  #scope = h('p', { class: 'side' });
  #tags = h('div', {});
  #table = h('div', {});
  #listed = h('div', { class: 'listed' }, this.#count, this.#scope, this.#tags, this.#table);
  #spoken = h('p', { class: 'unseen', role: 'status' });
  #results = h(
    'div',
    { class: 'browsed', 'aria-busy': 'true', hidden: true },
    this.#years.root,
    h('div', { class: 'beside' }, this.#listed, this.#countries.root),
  );

  /** @param {Shell} shell */
  constructor(shell) {
    this.#shell = shell;
    this.root = pageView(
      'list',
      message('browse.heading'),
      h('p', { class: 'about' }, message('browse.about')),
      this.#filters.root,
      this.#spoken,
      this.#notices,
      this.#results,
    );
  }

  /** @param {ListRoute} route */
  show({ filter }) {
    this.#asking.abort();
    this.#asking = new AbortController();
    if (this.#filter === undefined) this.#filters.write(filter);
    this.#isNews = this.#filter !== undefined && listHref(filter) !== listHref(this.#filter);
    this.#filter = filter;
    const { engine } = this.#shell;
    if (!engine) {
      this.#fail(notOpenNotice(this.#shell));
      return;
    }
    const asked = [listHref(filter), engine.others.state, ...engine.lists.map(({ sha256 }) => sha256)].join(' ');
    if (asked !== this.#shown) void this.#read(engine, filter, asked);
  }

  hide() {
    this.#asking.abort();
    this.#filters.stop();
    this.#filter = undefined;
    this.#spoken.textContent = '';
  }

  /**
   * @param {Partial<Filter>} change
   * @param {{typed?: boolean}} [options]
   */
  #change(change, { typed = false } = {}) {
    const before = /** @type {Filter} */ (this.#filter);
    const filter = { ...before, ...change };
    if (listHref(filter) === listHref(before)) return;
    filter.page = 1;
    this.#shell.go({ view: 'list', filter }, { replace: typed });
  }

  /**
   * @param {Engine} engine
   * @param {Filter} filter
   * @param {string} asked
   */
  async #read(engine, filter, asked) {
    const { signal } = this.#asking;
    this.#shown = '';
    this.#results.setAttribute('aria-busy', 'true');
    try {
      const page = await browse(engine, filter, { signal });
      if (signal.aborted) return;
      const last = lastPage(page.total);
      if (filter.page > last) {
        this.#shell.go({ view: 'list', filter: { ...filter, page: last } }, { replace: true });
        return;
      }
      this.#showPage(page, engine, filter);
      this.#shown = asked;
    } catch (thrown) {
      if (signal.aborted) return;
      if (mayCome(engine, thrown)) {
        this.#fail(...missingNotices(engine));
        return;
      }
      this.#fail(
        failureNotice(thrown, () => this.show({ view: 'list', filter })),
        h('p', { class: 'ways' }, h('a', { href: listHref({}) }, message('browse.all'))),
        ...missingNotices(engine),
      );
    }
  }

  /**
   * @param {Page} page
   * @param {Engine} engine
   * @param {Filter} filter
   */
  #showPage({ total, entries, counts }, engine, filter) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const hadFocus = focused !== this.#count && this.#listed.contains(focused);
    const titles = new Map(engine.lists.map((list) => [list.code, titleOf(list)]));
    this.#notices.replaceChildren(...missingNotices(engine));
    this.#filters.show(filter, counts, engine.lists);
    this.#years.show(counts, filter);
    this.#countries.show(counts.countries, filter);
    const count = message('browse.count', { count: total });
    this.#count.textContent = count;
    const lists = engine.lists.filter(({ code }) => filter.lists.length === 0 || filter.lists.includes(code));
    this.#scope.textContent = message('browse.scope', { codes: codesOf(lists), date: datesInWords(lists) });
    replace(this.#tags, filterTags(filter, titles));
    if (entries.length > 0) replace(this.#table, entriesTable(entries, filter, titles), paging(total, filter));
    else
      replace(
        this.#table,
        h('p', { class: 'side' }, message(filter.notice ? 'browse.none_notice' : 'browse.none')),
        paging(total, filter),
      );
    this.#results.hidden = false;
    this.#results.setAttribute('aria-busy', 'false');
    if (this.#isNews) this.#spoken.textContent = count;
    if (hadFocus) this.#focusAgain(focused?.dataset.key);
  }

  /**
   * The link that was followed has been made anew, or is gone with what it took back.
   * @param {string | undefined} key
   */
  #focusAgain(key) {
    const same = key && /** @type {HTMLElement | null} */ (this.#listed.querySelector(`[data-key=${key}]`));
    (same || this.#count).focus();
  }

  /**
   * What was listed is not what is asked for, so that nothing of it stays.
   * @param {...Node} notices
   */
  #fail(...notices) {
    this.#shown = '';
    this.#results.hidden = true;
    this.#results.setAttribute('aria-busy', 'false');
    this.#notices.replaceChildren(...notices);
  }
}

/**
 * @param {Element} element
 * @param {...(Node | null)} parts
 */
function replace(element, ...parts) {
  element.replaceChildren(...parts.filter((part) => part !== null));
}
