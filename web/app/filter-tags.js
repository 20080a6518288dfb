import { h } from '../element/dom.js';
import { countryWithCode, longDay, message } from '../element/messages.js';
import { policyInWords } from './browse-filters.js';
import { listHref } from './route.js';

/** @typedef {import('./route.js').Filter} Filter */

/**
 * What the list is narrowed to, in words that also stand on paper, each a way to take it back.
 * @param {Filter} filter
 * @param {Map<string, string>} titles Of the lists, by code.
 */
export function filterTags(filter, titles) {
  const { lists, countries, notice, policy, text } = filter;
  const days = daysInWords(filter);
  const tags = [
    ...lists.map((code) =>
      tag(message('list.title', { title: titles.get(code) ?? code, code }), filter, {
        lists: lists.filter((other) => other !== code),
      }),
    ),
    ...countries.map((code) =>
      tag(countryWithCode(code), filter, { countries: countries.filter((other) => other !== code) }),
    ),
    days ? tag(days, filter, { from: '', to: '' }) : null,
    notice ? tag(notice, filter, { notice: '' }) : null,
    policy ? tag(policyInWords(policy), filter, { policy: '' }) : null,
    text ? tag(message('browse.with_text', { text }), filter, { text: '' }) : null,
  ].filter((each) => each !== null);
  if (tags.length === 0) return null;
  const all =
    tags.length > 1 ? h('li', {}, h('a', { href: listHref({ order: filter.order }) }, message('browse.all'))) : null;
  return h('ul', { class: 'tags', 'aria-label': message('browse.narrowed') }, ...tags, all);
}

/** @param {Filter} filter */
function daysInWords({ from, to }) {
  if (from && from === to) return message('browse.on_day', { date: longDay(from) });
  if (from && to) return message('browse.between_days', { from: longDay(from), to: longDay(to) });
  if (from) return message('browse.from_day', { date: longDay(from) });
  return to ? message('browse.to_day', { date: longDay(to) }) : '';
}

/**
 * @param {string} text
 * @param {Filter} filter
 * @param {Partial<Filter>} without
 */
function tag(text, filter, without) {
  const href = listHref({ ...filter, ...without, page: 1 });
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'tag', href },
      h('bdi', {}, text),
      h('span', { 'aria-hidden': 'true', class: 'cross' }, '×'),
      h('span', { class: 'unseen' }, message('text.bracketed', { text: message('browse.take_back') })),
    ),
  );
}
