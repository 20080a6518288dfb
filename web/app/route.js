/**
 * What the part of the address after `#` says. It is read and written here alone, and a browser sends it nowhere.
 *
 * @typedef {object} Filter What of the lists to show. What is empty leaves everything through.
 * @property {string[]} lists Codes.
 * @property {string[]} countries ISO 3166-1 alpha-2.
 * @property {string} from ISO 8601, the first day on the list.
 * @property {string} to
 * @property {string} notice
 * @property {string} policy
 * @property {string} text
 * @property {Order} order
 * @property {number} page From 1 on.
 *
 * @typedef {'name' | 'newest' | 'oldest'} Order
 * @typedef {'lists' | 'score' | 'privacy' | 'keys'} PlainView A view with nothing to say beside its name.
 *
 * @typedef {{view: 'check', q: string, country: string, unknown?: string}} CheckRoute `unknown`: what was not understood.
 * @typedef {{view: 'list', filter: Filter}} ListRoute
 * @typedef {{view: 'entry', list: string, id: string}} EntryRoute
 * @typedef {{view: PlainView}} PlainRoute
 * @typedef {CheckRoute | ListRoute | EntryRoute | PlainRoute} Route
 */

/** @type {readonly string[]} */
const plainViews = /** @type {const} */ (['lists', 'score', 'privacy', 'keys']);
/** @type {readonly string[]} */
const orders = /** @type {const} */ (['name', 'newest', 'oldest']);

/** Stands where a link lost a letter on its way: the name in it is not the one that was meant. */
const damaged = '\ufffd';

/** @type {Readonly<Filter>} */
export const noFilter = {
  lists: [],
  countries: [],
  from: '',
  to: '',
  notice: '',
  policy: '',
  text: '',
  order: 'name',
  page: 1,
};

/**
 * @param {string} hash With or without its `#`.
 * @returns {Route}
 */
export function parseRoute(hash) {
  const text = hash.replace(/^#/, '');
  const said = new URLSearchParams(text);
  const [first = ''] = said.keys();
  const isWhole = !said.get('q')?.includes(damaged);
  if (text === '' || ((first === 'q' || first === 'country') && isWhole)) {
    return { view: 'check', q: said.get('q') ?? '', country: (said.get('country') ?? '').toUpperCase() };
  }
  if (first === 'list') return { view: 'list', filter: filterOf(said) };
  if (first === 'entry') {
    const [, list, id] = /^([^/]+)\/(.+)$/.exec(said.get('entry') ?? '') ?? [];
    if (list && id) return { view: 'entry', list, id };
  }
  if (plainViews.includes(text)) return { view: /** @type {PlainView} */ (text) };
  return { view: 'check', q: '', country: '', unknown: text };
}

/** @param {URLSearchParams} said */
function filterOf(said) {
  const text = (/** @type {string} */ key) => said.get(key)?.trim() ?? '';
  const codes = (/** @type {string} */ key) => [...new Set(text(key).toUpperCase().split(',').filter(Boolean))];
  const order = text('order');
  const page = Number(text('page'));
  return {
    lists: codes('lists'),
    countries: codes('country'),
    from: text('from'),
    to: text('to'),
    notice: text('notice'),
    policy: text('policy'),
    text: text('text'),
    order: orders.includes(order) ? /** @type {Order} */ (order) : noFilter.order,
    page: Number.isSafeInteger(page) && page > 0 ? page : noFilter.page,
  };
}

/**
 * One spelling for each route, so that equal routes are equal texts.
 * @param {Route} route
 * @returns {string} With its `#`.
 */
export function formatRoute(route) {
  // A country alone asks nothing.
  if (route.view === 'check')
    return hashOf([
      ['q', route.q],
      ['country', route.q && route.country],
    ]);
  if (route.view === 'entry') return hashOf([['entry', `${route.list}/${route.id}`]]);
  if (route.view !== 'list') return `#${route.view}`;
  const { lists, countries, order, page, ...texts } = route.filter;
  return hashOf([
    ['list'],
    ['lists', lists.join()],
    ['country', countries.join()],
    ...Object.entries(texts),
    ['order', order === noFilter.order ? '' : order],
    ['page', page === noFilter.page ? '' : String(page)],
  ]);
}

/**
 * Keys with what they say; those that say nothing are left out, unless they stand alone.
 * @param {[key: string, text?: string][]} pairs
 */
function hashOf(pairs) {
  const parts = pairs
    .filter(([, text]) => text !== '')
    .map(([key, text]) => (text === undefined ? key : `${key}=${encoded(text)}`));
  return `#${parts.join('&')}`;
}

/**
 * As `encodeURIComponent`, which throws where half a character stands; and what may stand in a fragment is left readable.
 * @param {string} text
 */
function encoded(text) {
  const [, after] = new URLSearchParams({ q: text }).toString().split('=');
  return after.replaceAll('+', '%20').replaceAll('%2C', ',').replaceAll('%2F', '/');
}

/**
 * The address of what a filter lets through.
 * @param {Partial<Filter>} filter
 */
export function listHref(filter) {
  return formatRoute({ view: 'list', filter: { ...noFilter, ...filter } });
}

/** @param {{list: string, id: string}} entry */
export function entryHref({ list, id }) {
  return formatRoute({ view: 'entry', list, id });
}
