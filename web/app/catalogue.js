/**
 * Reads the open lists as they stand, rather than searching them. The rules of text and date are the core's.
 *
 * @typedef {import('../types/index.js').Engine} Engine
 * @typedef {import('../types/index.js').Match} Match
 *
 * @typedef {object} Listed An entry as a row of the list.
 * @property {string} id
 * @property {string} list
 * @property {string} name
 * @property {import('../types/index.js').PartyKind} [kind]
 * @property {string[]} countries
 * @property {string} [start_date]
 * @property {{text: string, link?: string}[]} citations
 * @property {number} alias_count
 *
 * @typedef {object} Day The entries of a day, and the notices that stand on them.
 * @property {string} date
 * @property {string[]} notices
 * @property {number} count
 *
 * @typedef {object} Counts Each over what all other parts of the filter let through.
 * @property {{code: string, count: number}[]} lists
 * @property {{code: string, count: number}[]} countries
 * @property {Day[]} dates
 * @property {number} undated
 * @property {{kind: string, count: number}[]} policies
 *
 * @typedef {{total: number, entries: Listed[], counts: Counts}} Page
 *
 * @typedef {object} Reader
 * @property {(filter: object, options: {signal: AbortSignal}) => Promise<Page>} browse
 * @property {(which: {list: string, id: string}, options: {signal: AbortSignal}) => Promise<{entry: Match}>} entry
 */

/** So many entries stand on a page of the list. */
export const pageLength = 50;

/**
 * @param {Engine} engine
 * @returns {Reader}
 */
function readerOf(engine) {
  return /** @type {Reader} */ (/** @type {unknown} */ (engine));
}

/**
 * A page of the entries that a filter lets through, with the counts that lead on from there.
 * @param {Engine} engine
 * @param {import('./route.js').Filter} filter
 * @param {{signal: AbortSignal, count?: number}} options
 */
export function browse(engine, filter, { signal, count = pageLength }) {
  const { lists, countries, from, to, notice, policy, text, order, page } = filter;
  const request = {
    ...(lists.length > 0 && { lists }),
    ...(countries.length > 0 && { countries }),
    ...(from && { from }),
    ...(to && { to }),
    ...(notice && { notice }),
    ...(policy && { policy }),
    ...(text && { text }),
    order,
    offset: (page - 1) * count,
    count,
  };
  return readerOf(engine).browse(request, { signal });
}

/**
 * One entry whole: a match without what only a question gives, its score, marks and reasons.
 * @param {Engine} engine
 * @param {{list: string, id: string}} which
 * @param {{signal: AbortSignal}} options
 */
export async function readEntry(engine, which, { signal }) {
  const { entry } = await readerOf(engine).entry(which, { signal });
  return entry;
}
