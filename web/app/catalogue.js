/**
 * Reads the open lists as they stand, rather than searching them. The rules of text and date are the core's.
 *
 * @typedef {import('../types/index.js').Engine} Engine
 * @typedef {import('../types/index.js').CataloguePage} Page
 * @typedef {Page['counts']} Counts
 * @typedef {Page['entries'][number]} Listed
 * @typedef {Counts['dates'][number]} Day
 */

/** So many entries stand on a page of the list. */
export const pageLength = 50;

/** Behind the last entry of any list; the core takes no larger number. */
const behindAll = 1_000_000_000;

/** @param {number} total How many entries there are. */
export const lastPage = (total) => Math.max(1, Math.ceil(total / pageLength));

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
    ...(policy && { policy: /** @type {import('../types/index.js').ListedPolicy} */ (policy) }),
    ...(text && { text }),
    order,
    offset: Math.min((page - 1) * count, behindAll),
    count,
  };
  return engine.browse(request, { signal });
}

/**
 * One entry whole: a match without what only a question gives, its score, marks and reasons.
 * @param {Engine} engine
 * @param {{list: string, id: string}} which
 * @param {{signal: AbortSignal}} options
 */
export async function readEntry(engine, which, { signal }) {
  const { entry } = await engine.entry(which, { signal });
  return entry;
}
