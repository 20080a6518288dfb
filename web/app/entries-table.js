import { h } from '../element/dom.js';
import { countryName, longDate, message, series } from '../element/messages.js';
import { outsideLink } from '../element/outside-link.js';
import { lastPage } from './catalogue.js';
import { entryHref, listHref } from './route.js';

/**
 * @typedef {import('./catalogue.js').Listed} Listed
 * @typedef {import('./route.js').Filter} Filter
 */

/**
 * A page of entries. The roles are said besides: narrow windows show rows as blocks, which would otherwise be no table any more.
 * @param {Listed[]} entries
 * @param {Filter} filter
 * @param {Map<string, string>} titles Of the lists, by code.
 */
export function entriesTable(entries, filter, titles) {
  const { order } = filter;
  const byDate = order === 'newest' ? 'oldest' : 'newest';
  const head = [
    headCell(sortLink(message('browse.name'), filter, 'name'), order === 'name' ? 'ascending' : undefined),
    headCell(message('browse.list')),
    headCell(message('browse.country')),
    headCell(
      sortLink(message('browse.since'), filter, byDate),
      { name: undefined, newest: 'descending', oldest: 'ascending' }[order],
    ),
    headCell(message('browse.notice')),
  ];
  return h(
    'table',
    { class: 'entries', role: 'table' },
    h('caption', { class: 'unseen' }, message('browse.table')),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...head)),
    h('tbody', { role: 'rowgroup' }, ...entries.map((entry) => entryRow(entry, titles))),
  );
}

/**
 * @param {string | Node} content
 * @param {string} [sorted]
 */
function headCell(content, sorted) {
  return h('th', { role: 'columnheader', scope: 'col', 'aria-sort': sorted }, content);
}

/**
 * @param {string} text
 * @param {Filter} filter
 * @param {Filter['order']} order
 */
function sortLink(text, filter, order) {
  const key = order === 'name' ? 'name' : 'since';
  const href = listHref({ ...filter, order, page: 1 });
  return h('a', { href, 'data-key': key, title: message(`browse.order_${order}`) }, text);
}

/**
 * @param {Listed} entry
 * @param {Map<string, string>} titles
 */
function entryRow(entry, titles) {
  const { name, kind, list, countries, start_date: since, citations, alias_count: aliases } = entry;
  const more = [kind ? message(`kind.${kind}`) : '', aliases > 0 ? message('browse.aliases', { count: aliases }) : ''];
  const said = more.filter(Boolean).join(' · ');
  const cells = [
    h('abbr', { title: titles.get(list) }, list),
    series(countries.map(countryName)),
    since ? h('time', { datetime: since }, longDate(since)) : '',
    h(
      'span',
      { class: 'links' },
      ...citations.map(({ text, link }) =>
        link ? outsideLink(link, text, message('match.opens_register')) : h('span', {}, text),
      ),
    ),
  ];
  return h(
    'tr',
    { role: 'row' },
    h(
      'th',
      { role: 'rowheader', scope: 'row' },
      h('a', { href: entryHref(entry) }, h('bdi', {}, name)),
      said ? h('span', { class: 'side' }, said) : null,
    ),
    ...cells.map((cell) => h('td', { role: 'cell' }, cell)),
  );
}

/**
 * Which of the entries are shown, and the ways to the others.
 * @param {number} total
 * @param {Filter} filter
 */
export function paging(total, filter) {
  const { page } = filter;
  const last = lastPage(total);
  if (last === 1) return null;
  /**
   * @param {number} to
   * @param {string} text
   */
  const way = (to, text) =>
    to >= 1 && to <= last && to !== page ? h('a', { href: listHref({ ...filter, page: to }) }, text) : null;
  return h(
    'nav',
    { class: 'paging', 'aria-label': message('browse.pages') },
    page > 2 ? way(1, message('browse.first')) : null,
    way(page - 1, message('browse.previous')),
    h('span', {}, message('browse.page', { page, last })),
    way(page + 1, message('browse.next')),
    page < last - 1 ? way(last, message('browse.last')) : null,
  );
}
