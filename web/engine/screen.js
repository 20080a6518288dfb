import { LookupError } from './errors.js';

/**
 * @typedef {import('../types/index.js').Request} Request
 * @typedef {import('../types/index.js').Screened} Screened
 * @typedef {import('../types/index.js').ScreenOptions} ScreenOptions
 */

/**
 * Checks many names, one after the other, once all lists are there. The order is kept, and a name that cannot be checked has
 * its error in its place. Rejects where the engine fails, lists could not be loaded, or `signal` goes off: a part of the
 * answers must not be taken for all of them.
 * @param {Pick<import('../types/index.js').Engine, 'check' | 'others' | 'othersSettled'>} engine
 * @param {Iterable<string | Request>} names
 * @param {Omit<Request, 'name'>} [common] Asked with each of them, unless it says otherwise.
 * @param {ScreenOptions} [options]
 * @returns {Promise<Screened[]>}
 */
export async function screen(engine, names, common = {}, { signal, onProgress } = {}) {
  const requests = [...names].map((name) => ({ ...common, ...(typeof name === 'object' ? name : { name }) }));
  const { state, error } = await engine.othersSettled;
  if (signal?.aborted) throw new LookupError('aborted', { cause: signal.reason });
  if (state === 'failed' && error) throw error;
  /** @type {Screened[]} */
  const answers = [];
  for (const request of requests) {
    answers.push(await answerTo(engine, request, signal));
    onProgress?.({ done: answers.length, total: requests.length });
  }
  return answers;
}

/**
 * @param {Pick<import('../types/index.js').Engine, 'check'>} engine
 * @param {Request} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<Screened>}
 */
async function answerTo(engine, request, signal) {
  try {
    return await engine.check(request, { signal });
  } catch (thrown) {
    const error = /** @type {LookupError} */ (thrown);
    if (!error.concernsQuestion) throw error;
    return { query: { name: request.name }, error };
  }
}
