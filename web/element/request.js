/**
 * @typedef {import('../types/index.js').Engine} Engine
 * @typedef {import('../types/index.js').Request} Request
 * @typedef {import('./form-view.js').Asked} Asked
 */

/**
 * Those of the chosen lists that can be asked: undefined for all that are open, `to come` where none is open yet, `absent`
 * where the lists in use have none of them. Where they could not be loaded, the chosen ones, for the core to say so.
 * @param {string[] | undefined} chosen
 * @param {Pick<Engine, 'lists' | 'others'>} engine
 * @returns {string[] | undefined | 'to come' | 'absent'}
 */
export function openLists(chosen, { lists, others }) {
  if (!chosen || chosen.length === 0) return chosen;
  const open = chosen.filter((code) => lists.some((list) => list.code === code));
  if (open.length > 0) return open;
  if (others.state === 'loading') return 'to come';
  return others.state === 'failed' ? chosen : 'absent';
}

/**
 * What is asked with each of many names: what the fields say of the search, and nothing that they say of one party.
 * @param {Asked} asked
 * @param {number | undefined} maxMatches
 * @returns {Omit<Request, 'name'>}
 */
export function screeningRequest({ minScore, lists, kinds }, maxMatches) {
  return {
    ...(Number.isNaN(minScore) ? {} : { min_score: minScore }),
    ...(lists && { lists }),
    ...(kinds && { kinds }),
    ...(maxMatches !== undefined && { max_matches: maxMatches }),
  };
}

/**
 * What the fields ask, without what they leave open.
 * @param {Asked} asked
 * @param {string[] | undefined} lists
 * @param {number | undefined} maxMatches
 * @returns {Request}
 */
export function requestOf({ name, country, address, born, item, minScore, kinds }, lists, maxMatches) {
  return {
    name,
    country,
    min_score: minScore,
    ...(address && { address }),
    ...(born && { born }),
    ...(item && { item }),
    ...(lists && { lists }),
    ...(kinds && { kinds }),
    ...(maxMatches !== undefined && { max_matches: maxMatches }),
  };
}
