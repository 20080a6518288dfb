import { consequenceOf, reasonInWords, titleOf } from './core-words.js';
import { h, marked } from './dom.js';
import { meaning } from './meaning-view.js';
import { countryName, longDay, message, messageAround, series } from './messages.js';
import { nature, particulars, places, standing } from './party-view.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {import('../types/index.js').Match} Match
 *
 * @typedef {object} Asked With what a match is read.
 * @property {Answer['query']} query
 * @property {readonly ListInfo[]} lists
 * @property {string} entryHref Where an entry can be read by itself, with `{list}` and `{id}` in their places; empty for nowhere.
 */

/**
 * One possible match, in the order in which it is read: how serious, who, why, what it means, who it is more closely, where
 * it stands, places. Listings of the same party on other lists come with it.
 * @param {Match} match
 * @param {Asked} asked
 * @param {{whole: boolean, tellList: boolean, band?: string}} options `whole`: whether everything is unfolded. `tellList`:
 *     whether what the list means is said before the fold. `band`: how serious it is, where the band does not say it.
 */
export function matchView(match, asked, { whole, tellList, band = bandInWords(match) }) {
  const { also = [] } = match;
  const list = asked.lists.find(({ code }) => code === match.list);
  const below = details(match, asked);
  if (!tellList && list) below.prepend(consequence(list));
  return h(
    'article',
    { class: 'match', part: 'match', 'data-band': match.band, 'data-id': match.id, 'data-list': match.list },
    seriousness(match, band),
    listLine(match, list, tellList),
    ...who(match, 'h3'),
    reasons(match, asked.query),
    also.length > 0 ? alsoListed(also, asked) : null,
    whole ? below : h('details', { class: 'fold' }, h('summary', {}, message('match.more')), below),
  );
}

/**
 * What is read after who and why.
 * @param {Match} match
 * @param {Asked} asked
 */
function details(match, { query, lists, entryHref }) {
  const list = lists.find(({ code }) => code === match.list);
  const href = entryHref.replace(/\{(list|id)\}/g, (_, name) =>
    encodeURIComponent(match[/** @type {'list' | 'id'} */ (name)]),
  );
  return h(
    'div',
    { class: 'below' },
    meaning(match, query),
    particulars(match),
    standing(match, list, href),
    places(match),
  );
}

/**
 * How serious a match is, in words. The bands speak of names, which a number found says nothing of.
 * @param {Pick<Match, 'band' | 'matched_kind'>} match
 */
export function bandInWords({ band, matched_kind }) {
  return message(matched_kind === 'identifier' ? 'band.identifier' : `band.${band}`);
}

/**
 * @param {Match} match
 * @param {string} band In words.
 */
function seriousness({ score }, band) {
  const fill = h('span', { class: 'fill' });
  fill.style.setProperty('--score', String(score));
  return h(
    'p',
    { class: 'seriousness' },
    h('strong', { class: 'band' }, band),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, fill),
    h('span', { class: 'score' }, message('match.score', { score })),
  );
}

/** @param {ListInfo} list */
function consequence(list) {
  return h('p', { class: 'consequence' }, consequenceOf(list));
}

/**
 * The list that a party stands on, what that means in a line, and which other lists have it too.
 * @param {Match} match
 * @param {ListInfo | undefined} list
 * @param {boolean} tellList
 */
function listLine({ list: code, also = [] }, list, tellList) {
  const others = series(also.map((other) => other.list));
  return h(
    'div',
    { class: 'on' },
    h(
      'p',
      {},
      h('strong', {}, list ? message('list.title', { title: titleOf(list), code }) : code),
      others ? ` · ${message('match.also_on', { codes: others })}` : null,
    ),
    list && tellList ? consequence(list) : null,
  );
}

/**
 * @param {Match} match
 * @param {'h3' | 'p'} heading
 */
function who(match, heading) {
  const { name, parent, matched_name, matched_kind, name_marks } = match;
  const own = matched_name === name ? marked(name, name_marks) : h('bdi', {}, name);
  return [
    h(heading, { class: 'who' }, own),
    nature(match, { class: 'what' }),
    matched_name === name
      ? null
      : h('p', { class: 'matched' }, ...messageAround(`match.by_${matched_kind}`, marked(matched_name, name_marks))),
    parent ? h('p', { class: 'parent' }, ...messageAround('match.parent', h('bdi', {}, parent))) : null,
  ].filter((line) => line !== null);
}

/**
 * @param {Match} match
 * @param {Answer['query']} query
 */
function reasons({ reasons: texts, country, born, address, matched_kind, query_marks, address_marks }, query) {
  // Where the address itself matched, the reasons say all of it.
  const placed = matched_kind === 'address' ? undefined : address;
  const isByAddressOnly = query_marks.length === 0 && address_marks !== undefined;
  const named = query.country === null ? '' : countryName(query.country);
  return h(
    'section',
    { class: 'why' },
    h('h4', {}, message('match.why')),
    h(
      'ul',
      {},
      ...texts.map((reason) => h('li', {}, h('bdi', {}, reasonInWords(reason)))),
      country ? h('li', {}, message(`match.country_${country}`, { country: named })) : null,
      born ? h('li', {}, message(`match.born_${born}`, { born: longDay(query.born ?? '') })) : null,
      placed ? h('li', {}, message(`match.address_${placed}`)) : null,
    ),
    isByAddressOnly
      ? null
      : h('p', { class: 'asked' }, ...messageAround('match.your_words', marked(query.name, query_marks))),
    address_marks
      ? h('p', { class: 'asked' }, ...messageAround('match.your_address', marked(query.address ?? '', address_marks)))
      : null,
  );
}

/**
 * @param {Match[]} also
 * @param {Asked} asked
 */
function alsoListed(also, asked) {
  return h(
    'section',
    { class: 'also' },
    h('h4', {}, message('match.also')),
    h('ul', {}, ...also.map((match) => alsoItem(match, asked))),
  );
}

/**
 * @param {Match} match
 * @param {Asked} asked
 */
function alsoItem(match, asked) {
  return h(
    'li',
    { 'data-list': match.list, 'data-id': match.id },
    listLine(
      match,
      asked.lists.find(({ code }) => code === match.list),
      true,
    ),
    h(
      'details',
      { class: 'fold' },
      h('summary', {}, message('match.whole_listing', { list: match.list, score: match.score })),
      ...who(match, 'p'),
      reasons(match, asked.query),
      details(match, asked),
    ),
  );
}
