import { LookupError } from './errors.js';
import { fromPlain } from './protocol.js';

/**
 * @typedef {import('./protocol.js').Question} Question
 * @typedef {import('./protocol.js').WorkerMessage} WorkerMessage
 * @typedef {Question extends infer Q ? Q extends {id: number} ? Omit<Q, 'id'> : never : never} Asking
 * @typedef {{asking: Asking, limitMs?: number, resolve: (value: any) => void, reject: (error: LookupError) => void}} Pending
 */

/** @type {{createScriptURL(url: string): any} | undefined} */
let policy;

/**
 * A worker's address as a page under `require-trusted-types-for 'script'` wants it.
 * @param {string} url
 * @returns {string}
 */
export function trustedScriptUrl(url) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return url;
  policy ??= types.createPolicy('entity-lookup', { createScriptURL: (/** @type {string} */ given) => given });
  return policy?.createScriptURL(url);
}

/**
 * The page's end of a worker. One question is with the worker at a time and the rest wait here, so that a question that is
 * given up before its turn costs nothing.
 */
export class WorkerLink {
  #worker;
  #build;
  #lastId = 0;
  /** @type {Pending[]} */
  #waiting = [];
  /** @type {(Pending & {id: number}) | undefined} */
  #asked;
  /** @type {ReturnType<typeof setTimeout> | undefined} Until when that is to be answered. */
  #timer;
  /** @type {LookupError | undefined} */
  #failure;

  /**
   * @param {Worker} worker
   * @param {string | undefined} build As the worker says.
   */
  constructor(worker, build) {
    this.#worker = worker;
    this.#build = build;
    worker.addEventListener('message', (event) => this.#receive(event.data));
    worker.addEventListener('messageerror', () => this.fail(new LookupError('worker_failed')));
    worker.addEventListener('error', (event) => {
      this.fail(new LookupError('worker_failed', { detail: event.message }));
    });
  }

  /**
   * Starts a worker and waits for its greeting.
   * @param {string | URL} url
   * @param {{signal?: AbortSignal, limitMs: number}} until
   * @returns {Promise<WorkerLink | undefined>} Undefined when no worker can be had here.
   */
  static async start(url, { signal, limitMs }) {
    /** @type {Worker} */
    let worker;
    try {
      worker = new Worker(trustedScriptUrl(String(url)));
    } catch {
      return undefined;
    }
    return new Promise((resolve, reject) => {
      /** @param {() => void} settle */
      const finish = (settle) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        worker.removeEventListener('message', onMessage);
        worker.removeEventListener('error', onRefused);
        settle();
      };
      /** @param {MessageEvent<WorkerMessage>} event */
      const onMessage = ({ data }) => {
        if (data.kind === 'hello') finish(() => resolve(new WorkerLink(worker, data.build)));
      };
      /** @param {Event} [event] */
      const onRefused = (event) => {
        event?.preventDefault();
        worker.terminate();
        finish(() => resolve(undefined));
      };
      const onAbort = () => {
        worker.terminate();
        finish(() => reject(new LookupError('aborted')));
      };
      const timer = setTimeout(onRefused, limitMs);
      signal?.addEventListener('abort', onAbort);
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onRefused);
    });
  }

  get build() {
    return this.#build;
  }

  /**
   * @param {Asking} asking
   * @param {{signal?: AbortSignal, limitMs?: number}} [until] `signal`: going off, it takes the question back if it is still
   *     waiting; an answer to one that is already with the worker is dropped. `limitMs`: so long after its turn has come the
   *     worker is ended, for it would keep every later question waiting too.
   * @returns {Promise<any>}
   */
  ask(asking, { signal, limitMs } = {}) {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const pending = { asking, limitMs, resolve, reject };
      this.#waiting.push(pending);
      signal?.addEventListener('abort', () => {
        this.#waiting = this.#waiting.filter((other) => other !== pending);
        reject(new LookupError('aborted'));
      });
      this.#next();
    });
  }

  /**
   * Ends the worker: what is asked and what waits is rejected, and so is everything after.
   * @param {LookupError} error
   */
  fail(error) {
    if (this.#failure) return;
    this.#failure = error;
    clearTimeout(this.#timer);
    this.#worker.terminate();
    const lost = this.#asked ? [this.#asked, ...this.#waiting] : this.#waiting;
    this.#asked = undefined;
    this.#waiting = [];
    for (const { reject } of lost) reject(error);
  }

  #next() {
    if (this.#asked) return;
    const pending = this.#waiting.shift();
    if (!pending) return;
    this.#lastId += 1;
    this.#asked = { ...pending, id: this.#lastId };
    const { limitMs } = pending;
    if (limitMs !== undefined) this.#timer = setTimeout(() => this.#timedOut(limitMs), limitMs);
    this.#worker.postMessage({ ...pending.asking, id: this.#lastId });
  }

  /** @param {number} limitMs */
  #timedOut(limitMs) {
    this.#asked?.reject(new LookupError('timed_out', { detail: `${limitMs / 1000} s` }));
    this.fail(new LookupError('worker_failed', { detail: 'ended: it did not answer' }));
  }

  /** @param {WorkerMessage} message */
  #receive(message) {
    if (message.kind === 'hello' || message.id !== this.#asked?.id) return;
    const { resolve, reject } = this.#asked;
    this.#asked = undefined;
    clearTimeout(this.#timer);
    if (message.kind === 'done') resolve(message.value);
    else reject(fromPlain(message.error));
    this.#next();
  }
}
