import { LookupError } from './errors.js';

/**
 * A promise that always settles: with `work`, or with `aborted` or, where there is a limit, `timed_out` if that comes first. The
 * work is told by its own signal, which goes off in both cases.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @param {{signal?: AbortSignal, limitMs?: number}} until
 * @returns {Promise<T>}
 */
export function settle(work, { signal, limitMs }) {
  return new Promise((resolve, reject) => {
    const inner = new AbortController();
    /** @param {LookupError} error */
    const stop = (error) => {
      finish();
      inner.abort(error);
      reject(error);
    };
    const onAbort = () => stop(new LookupError('aborted', { cause: signal?.reason }));
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => stop(new LookupError('timed_out', { detail: `${limitMs / 1000} s` })), limitMs);
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    work(inner.signal).then(resolve, reject).finally(finish);
  });
}
