import { titleOf } from './core-words.js';
import { facts, h } from './dom.js';
import { countryName, countryWithCode, longDate, longDay, message, series } from './messages.js';
import { outsideLink } from './outside-link.js';

/**
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {import('../types/index.js').ListedEntry} ListedEntry
 */

/** So many of a kind are shown unfolded. */
const few = 3;

/**
 * What the party is, in a line: kind, title, born when. Null where nothing of it is published.
 * @param {ListedEntry} match
 * @param {Record<string, string>} [attributes] Of the paragraph.
 */
export function nature({ kind, title, dates_of_birth: born = [] }, attributes = {}) {
  const told = [
    kind ? message(`kind.${kind}`) : null,
    title ? h('bdi', {}, title) : null,
    born.length > 0 ? message('match.born', { dates: series(born.map(longDay)) }) : null,
  ].filter((fact) => fact !== null);
  return told.length > 0
    ? h('p', attributes, ...told.flatMap((fact, index) => (index > 0 ? [' · ', fact] : [fact])))
    : null;
}

/**
 * Who the party is more closely: what tells it from others of its name. Null where nothing is published.
 * @param {ListedEntry} match
 */
export function particulars(match) {
  const rows = /** @type {[string, Node | null][]} */ ([
    [message('match.aliases'), listed(match.aliases, 'match.alias_count')],
    [message('match.dates_of_birth'), listed(match.dates_of_birth?.map(longDay))],
    [message('match.places_of_birth'), listed(match.places_of_birth)],
    [message('match.nationalities'), listed(match.nationalities?.map(countryName))],
    [message('match.citizenships'), listed(match.citizenships?.map(countryName))],
    [message('match.ids'), listed(match.ids?.map(idInWords), 'match.id_count')],
    [message('match.call_sign'), text(match.call_sign)],
    [message('match.vessel_type'), text(match.vessel_type)],
    [message('match.flag'), text(match.flag)],
    [message('match.owner'), text(match.owner)],
    [message('match.gross_tonnage'), text(match.gross_tonnage)],
    [message('match.gross_registered_tonnage'), text(match.gross_registered_tonnage)],
    [message('match.remarks'), text(match.remarks)],
  ]);
  if (rows.every(([, value]) => value === null)) return null;
  return h('section', { class: 'party' }, h('h4', {}, message('match.particulars')), facts('where', rows));
}

/**
 * Where the listing stands: notice, dates, law, the list's own page.
 * @param {ListedEntry} match
 * @param {ListInfo | undefined} list
 * @param {string} [href] Of the entry by itself.
 */
export function standing(match, list, href) {
  const { citations, start_date, end_date, standard_order, published_name, name, id, source_urls: urls = [] } = match;
  const page = list?.page_url;
  return h(
    'section',
    { class: 'stands' },
    h('h4', {}, message('match.stands')),
    facts('where', [
      [
        message('match.citation'),
        citations.length > 0 ? h('ul', { class: 'links' }, ...citations.map(citationItem)) : null,
      ],
      [message('match.start_date'), start_date ? longDate(start_date) : null],
      [message('match.end_date'), end_date ? longDate(end_date) : null],
      [message('match.standard_order'), standard_order ? message(`match.standard_order_${standard_order}`) : null],
      [message('match.law'), list?.legal_basis],
      [
        message('match.page'),
        list && page ? outsideLink(page, titleOf(list), message('list.page_opens', { title: titleOf(list) })) : null,
      ],
      [
        message('match.sources'),
        urls.length > 0
          ? h('ul', {}, ...urls.map((url) => h('li', {}, outsideLink(url, url, message('match.opens_page')))))
          : null,
      ],
      [message('match.published_name'), published_name === name ? null : h('bdi', {}, published_name)],
      [
        message('match.id'),
        h(
          'span',
          {},
          h('code', {}, id),
          ...(href ? [' · ', h('a', { class: 'itself', href }, message('match.by_itself'))] : []),
        ),
      ],
    ]),
  );
}

/** @param {ListedEntry['citations'][number]} citation */
function citationItem({ text: words, link }) {
  return h('li', {}, link ? outsideLink(link, words, message('match.opens_register')) : words);
}

/**
 * Countries and addresses; an address that agrees with the asked one stands first, marked.
 * @param {ListedEntry & {listed_address?: string}} match
 */
export function places({ countries, addresses, listed_address: agreeing }) {
  const told = addresses.filter((address) => address.text !== '');
  const own = told.find((address) => address.text === agreeing);
  const rest = told.filter((address) => address !== own);
  return h(
    'section',
    { class: 'places' },
    h('h4', {}, message('match.places')),
    countries.length > 0 ? h('p', {}, series(countries.map(countryWithCode))) : null,
    told.length === 0 ? h('p', {}, message('match.no_address')) : null,
    own ? h('p', {}, h('bdi', {}, h('mark', {}, own.text), own.country ? `, ${own.country}` : null)) : null,
    listed(
      rest.map(({ text: address, country }) => [address, country].filter(Boolean).join(', ')),
      own ? 'match.other_addresses' : 'match.addresses',
      'addresses',
    ),
  );
}

/** @param {NonNullable<ListedEntry['ids']>[number]} id */
function idInWords({ kind, number, country, dates = [] }) {
  const of = [country ? countryName(country) : '', ...dates.map(longDay)].filter(Boolean);
  const what = number ? `${kind}: ${number}` : kind;
  return of.length > 0 ? what + message('text.bracketed', { text: series(of) }) : what;
}

/** @param {string | undefined} value */
function text(value) {
  return value ? h('bdi', {}, value) : null;
}

/**
 * Texts one below the other, many of them folded; null for none.
 * @param {string[]} [texts]
 * @param {string} [count] The message that says how many there are; without one they are never folded.
 * @param {string} [className]
 */
function listed(texts = [], count, className = 'texts') {
  if (texts.length === 0) return null;
  const list = h('ul', { class: className }, ...texts.map((each) => h('li', {}, h('bdi', {}, each))));
  if (!count || texts.length <= few) return list;
  return h('details', {}, h('summary', {}, message(count, { count: texts.length })), list);
}
