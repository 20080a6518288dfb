import { facts, h, marked } from './dom.js';
import { countryName, countryWithCode, hasMessage, longDate, message, messageAround } from './messages.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {import('../types/index.js').Match} Match
 */

/** So many addresses are shown unfolded. */
const fewAddresses = 3;

/**
 * One possible match, in the order in which it is read: how serious, who, why, what it means, where it stands, places.
 * @param {Match} match
 * @param {Answer['query']} query
 * @param {ListInfo | undefined} list The one that the match stands on.
 * @param {boolean} whole Whether everything is unfolded.
 */
export function matchView(match, query, list, whole) {
  const below = h('div', { class: 'below' }, meaning(match, list), standing(match, list), places(match));
  return h(
    'article',
    { class: 'match', part: 'match', 'data-band': match.band, 'data-id': match.id },
    seriousness(match),
    h(
      'h3',
      { class: 'who' },
      match.matched_name === match.name ? marked(match.name, match.name_marks) : h('bdi', {}, match.name),
    ),
    matchedName(match),
    match.parent ? h('p', { class: 'parent' }, ...messageAround('match.parent', h('bdi', {}, match.parent))) : null,
    reasons(match, query),
    whole ? below : h('details', {}, h('summary', {}, message('match.more')), below),
  );
}

/** @param {Match} match */
function seriousness({ band, score }) {
  const fill = h('span', { class: 'fill' });
  fill.style.setProperty('--score', String(score));
  return h(
    'p',
    { class: 'seriousness' },
    h('strong', { class: 'band' }, message(`band.${band}`)),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, fill),
    h('span', { class: 'score' }, message('match.score', { score })),
  );
}

/** @param {Match} match */
function matchedName({ name, matched_name, matched_kind, name_marks }) {
  if (matched_name === name) return null;
  return h('p', { class: 'matched' }, ...messageAround(`match.by_${matched_kind}`, marked(matched_name, name_marks)));
}

/**
 * @param {Match} match
 * @param {Answer['query']} query
 */
function reasons(match, query) {
  const country = query.country === null ? '' : countryName(query.country);
  return h(
    'section',
    { class: 'why' },
    h('h4', {}, message('match.why')),
    h(
      'ul',
      {},
      ...match.reasons.map(({ text }) => h('li', {}, text)),
      match.country ? h('li', {}, message(`match.country_${match.country}`, { country })) : null,
    ),
    h('p', { class: 'asked' }, ...messageAround('match.your_words', marked(query.name, match.query_marks))),
  );
}

/**
 * @param {Match} match
 * @param {ListInfo | undefined} list
 */
function meaning({ requirement, policy, footnotes = [] }, list) {
  return h(
    'section',
    { class: 'means' },
    h('h4', {}, message('match.means')),
    list ? h('p', { class: 'consequence' }, list.consequence) : null,
    facts('published', [
      [message('match.requirement'), requirement],
      [message('match.policy'), policy],
      ...footnotes.map(footnote),
    ]),
  );
}

/**
 * @param {number} number
 * @returns {[string, string]}
 */
function footnote(number) {
  const key = `footnote.${number}`;
  const term = message('match.footnote', { number });
  return [term, message(hasMessage(key) ? key : 'footnote.unknown')];
}

/**
 * @param {Match} match
 * @param {ListInfo | undefined} list
 */
function standing(match, list) {
  const { citations, start_date, published_name, name, id } = match;
  return h(
    'section',
    { class: 'stands' },
    h('h4', {}, message('match.stands')),
    facts('where', [
      [
        message('match.citation'),
        citations.length > 0 ? h('ul', { class: 'citations' }, ...citations.map(citationItem)) : null,
      ],
      [message('match.start_date'), start_date ? longDate(start_date) : null],
      [message('match.law'), list?.legal_basis],
      [message('match.published_name'), published_name === name ? null : h('bdi', {}, published_name)],
      [message('match.id'), h('code', {}, id)],
    ]),
  );
}

/** @param {string} citation */
function citationItem(citation) {
  const parts = /^(\d+) FR (\d+)$/.exec(citation);
  if (!parts) return h('li', {}, citation);
  const link = h(
    'a',
    {
      href: `https://www.federalregister.gov/citation/${parts[1]}-FR-${parts[2]}`,
      target: '_blank',
      rel: 'noopener noreferrer',
    },
    citation,
    h('span', { class: 'unseen' }, ` (${message('match.opens')})`),
  );
  return h('li', {}, link);
}

/** @param {Match} match */
function places({ countries, addresses }) {
  const list = h('ul', { class: 'addresses' }, ...addresses.map(addressItem));
  const count = message('match.addresses', { count: addresses.length });
  return h(
    'section',
    { class: 'places' },
    h('h4', {}, message('match.places')),
    countries.length > 0 ? h('p', {}, countries.map(countryWithCode).join(', ')) : null,
    addresses.length === 0 ? h('p', {}, message('match.no_address')) : null,
    addresses.length > fewAddresses
      ? h('details', {}, h('summary', {}, count), list)
      : addresses.length > 0
        ? list
        : null,
  );
}

/** @param {Match['addresses'][number]} address */
function addressItem({ text, country }) {
  return h('li', {}, h('bdi', {}, [text, country].filter(Boolean).join(', ')));
}
