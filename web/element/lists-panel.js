import { ageOf } from './age.js';
import { consequenceOf, titleOf } from './core-words.js';
import { absentLists, codesOf } from './coverage.js';
import { h } from './dom.js';
import { longDate, message } from './messages.js';
import { absentNotice, notLoadedNotice } from './others-notice.js';
import { outsideLink } from './outside-link.js';

/**
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {import('../types/index.js').OthersState} OthersState
 */

/**
 * Which lists are loaded, of what dates, how old, how long; the progress of those that still load; and in words what is too
 * old or not there. What more there is to say of the lists goes below, into `root`.
 */
export class ListsPanel {
  #line = h('p', { class: 'list' });
  #summary = h('summary', { class: 'list' });
  #each = h('ul', { class: 'each' });
  #whole = h('details', { class: 'open-lists' }, this.#summary, this.#each);
  #coming = h('progress', { class: 'coming', max: '1' });
  #notices = h('div', { class: 'notices' });
  root = h(
    'div',
    { class: 'loaded', part: 'lists', role: 'group', 'aria-label': message('list.label') },
    this.#line,
    this.#whole,
    this.#coming,
    this.#notices,
  );
  #retry;
  /** What is shown, so that nothing is made anew under a reader's fingers. */
  #shown = '';

  /** @param {() => void} retry Loads again the lists that could not be loaded. */
  constructor(retry) {
    this.#retry = retry;
    this.#say('list.loading');
  }

  loading() {
    this.#say('list.loading');
  }

  unavailable() {
    this.#say('list.unavailable');
  }

  /**
   * @param {{lists: readonly ListInfo[], others: OthersState}} engine
   * @param {Date} now
   */
  show({ lists, others }, now) {
    this.#showProgress(others);
    const whichLists = lists.map(({ code, sha256 }) => `${code} ${sha256}`);
    const shown = [...whichLists, others.state, now.toDateString()].join(' ');
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#line.hidden = true;
    this.#whole.hidden = false;
    this.#summary.replaceChildren(...summaryOf(lists, now, others));
    this.#each.replaceChildren(...lists.map((list) => listItem(list, now)));
    const { state, lists: missing, error } = others;
    const notLoaded = state === 'failed' ? [notLoadedNotice({ lists: missing, error, retry: this.#retry })] : [];
    const absent = absentLists({ lists, others });
    if (absent.length > 0) notLoaded.push(absentNotice('others.absent', absent));
    this.#notices.replaceChildren(...notLoaded, ...ageNotices(lists, now));
  }

  /** @param {'list.loading' | 'list.unavailable'} key */
  #say(key) {
    this.#shown = '';
    this.#line.textContent = message(key);
    this.#line.hidden = false;
    this.#whole.hidden = true;
    this.#coming.hidden = true;
    this.#notices.replaceChildren();
  }

  /** @param {OthersState} others */
  #showProgress(others) {
    const { state, progress } = others;
    this.#coming.hidden = state !== 'loading';
    this.#coming.setAttribute('aria-label', comingInWords(others));
    // Once all is here it is being opened, for which there is no measure.
    if (progress === undefined || progress === 1) this.#coming.removeAttribute('value');
    else this.#coming.value = progress;
  }
}

/** @param {OthersState} others */
function comingInWords({ lists }) {
  return lists ? message('others.loading', { count: lists.length }) : message('others.loading_unknown');
}

/**
 * @param {readonly ListInfo[]} lists
 * @param {Date} now
 * @param {OthersState} others
 */
function summaryOf(lists, now, others) {
  const [first] = lists;
  const what =
    lists.length === 1
      ? message('list.title', { title: titleOf(first), code: first.code })
      : message('list.count', { count: lists.length });
  const entries = lists.reduce((sum, { entry_count }) => sum + entry_count, 0);
  return parts(h('strong', {}, what), [
    message('list.entries', { count: entries }),
    message('list.as_of', { date: datesInWords(lists) }),
    ...(datesOf(lists).length === 1 ? [ageInWords(first.as_of, now)] : []),
    ...(others.state === 'loading' ? [comingInWords(others)] : []),
  ]);
}

/**
 * Facts on one line, with dots between.
 * @param {Node} first
 * @param {(string | Node)[]} facts
 */
function parts(first, facts) {
  return [first, ...facts.flatMap((fact) => [' · ', h('span', { class: 'fact' }, fact)])];
}

/**
 * The dates of lists, each once, the earliest first.
 * @param {readonly {as_of: string}[]} lists
 */
function datesOf(lists) {
  return [...new Set(lists.map(({ as_of }) => as_of))].sort();
}

/**
 * The date of lists, or the first and the last.
 * @param {readonly {as_of: string}[]} lists
 */
export function datesInWords(lists) {
  const dates = datesOf(lists);
  const [from, to] = [dates[0], dates[dates.length - 1]].map(longDate);
  return from === to ? from : message('list.dates', { from, to });
}

/**
 * @param {ListInfo} list
 * @param {Date} now
 */
function listItem(list, now) {
  const { code, authority, legal_basis, as_of, page_url, source, entry_count } = list;
  const title = titleOf(list);
  return h(
    'li',
    { 'data-code': code },
    h(
      'p',
      {},
      ...parts(h('strong', {}, message('list.title', { title, code })), [
        message('list.entries', { count: entry_count }),
        message('list.as_of', { date: longDate(as_of) }),
        ageInWords(as_of, now),
      ]),
    ),
    h('p', {}, consequenceOf(list)),
    h('p', { class: 'law' }, message('list.law', { law: legal_basis, authority })),
    h(
      'p',
      { class: 'pages' },
      page_url ? outsideLink(page_url, message('list.page'), message('list.page_opens', { title })) : null,
      outsideLink(source.url, message('list.source'), message('list.source_opens', { title: source.title })),
    ),
  );
}

/**
 * @param {string} asOf
 * @param {Date} now
 */
function ageInWords(asOf, now) {
  const { days, state } = ageOf(asOf, now);
  if (state === 'future') return message('age.unknown');
  return days === 0 ? message('age.today') : message('age.days', { count: days });
}

/**
 * One notice for each date that is too old, or lies ahead.
 * @param {readonly ListInfo[]} lists
 * @param {Date} now
 */
function ageNotices(lists, now) {
  const dates = datesOf(lists);
  return dates.flatMap((date) => {
    const { days, state } = ageOf(date, now);
    if (state === 'fresh') return [];
    const codes = codesOf(lists.filter(({ as_of }) => as_of === date));
    const which = lists.length === 1 ? 'one' : dates.length === 1 ? 'many' : 'some';
    const values = { days, codes, date: longDate(date), today: longDate(now) };
    const text = message(`age.${which}_${state}`, values);
    return [h('p', { class: `notice ${state}`, part: 'notice' }, text)];
  });
}
