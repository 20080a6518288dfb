import { build } from './build.js';
import { LookupError, asLookupError } from './errors.js';
import { openCore } from './open-core.js';
import { placed } from './source.js';
import { settle } from './time-limit.js';
import { WorkerLink } from './worker-link.js';

export { LookupError, coreErrorCodes, engineErrorCodes } from './errors.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../types/index.js').Request} Request
 * @typedef {(request: Request, signal?: AbortSignal) => Promise<Answer>} Ask
 */

/** A list, ready to be asked. Made by `openEngine`. */
export class Engine {
  #about;
  #opened;
  #ask;
  #end;
  #threaded;
  #checkLimitMs;
  #closed = false;

  /**
   * @param {{about: import('../types/index.js').About, opened: import('../types/index.js').Opened}} said
   * @param {{ask: Ask, end: (error: LookupError) => void, threaded: boolean, checkLimitMs: number}} core
   */
  constructor({ about, opened }, { ask, end, threaded, checkLimitMs }) {
    this.#about = about;
    this.#opened = opened;
    this.#ask = ask;
    this.#end = end;
    this.#threaded = threaded;
    this.#checkLimitMs = checkLimitMs;
  }

  get about() {
    return this.#about;
  }

  get lists() {
    return this.#opened.lists;
  }

  get sha256() {
    return this.#opened.sha256;
  }

  /** Whether the search runs in a worker; otherwise it runs on the caller's own thread. */
  get threaded() {
    return this.#threaded;
  }

  /**
   * @param {Request} request
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<Answer>}
   */
  async check(request, { signal } = {}) {
    if (this.#closed) throw new LookupError('engine_closed');
    try {
      return await settle((inner) => this.#ask(request, inner), { signal, limitMs: this.#checkLimitMs });
    } catch (thrown) {
      const error = asLookupError(thrown, 'core_failed');
      // A core that does not answer would keep every later question waiting too.
      if (error.code === 'timed_out')
        this.#end(new LookupError('worker_failed', { detail: 'ended: it did not answer' }));
      throw error;
    }
  }

  close() {
    this.#closed = true;
    this.#end(new LookupError('engine_closed'));
  }
}

/**
 * Loads core and list. Always settles: with an engine, or with a LookupError.
 * @param {EngineOptions} options
 * @returns {Promise<Engine>}
 */
export async function openEngine(options) {
  const { signal, loadLimitMs = 30_000 } = options;
  try {
    return await settle((inner) => open(options, inner), { signal, limitMs: loadLimitMs });
  } catch (thrown) {
    throw asLookupError(thrown, 'core_failed');
  }
}

/**
 * @param {EngineOptions} options
 * @param {AbortSignal} signal
 */
async function open(options, signal) {
  const { wasm, snapshot, stamp, worker = 'auto', workerUrl, startLimitMs = 5_000, checkLimitMs = 10_000 } = options;
  const from = { wasm: placed(wasm), snapshot: placed(snapshot), build: stamp?.build };
  const link =
    worker === 'auto' && workerUrl && 'Worker' in globalThis
      ? await WorkerLink.start(workerUrl, { signal, limitMs: startLimitMs })
      : undefined;
  if (!link) {
    const { core, ...said } = await openCore(from, signal);
    expectSnapshot(said.opened.sha256, stamp?.sha256);
    const ask = /** @type {Ask} */ (async (request) => core.check(request));
    return new Engine(said, { ask, end: () => {}, threaded: false, checkLimitMs });
  }
  signal.addEventListener('abort', () => link.fail(new LookupError('aborted')));
  try {
    if (link.build !== build) throw new LookupError('build_mixed', { detail: `the worker is of build ${link.build}` });
    const said = await link.ask({ kind: 'open', ...from });
    expectSnapshot(said.opened.sha256, stamp?.sha256);
    const ask = /** @type {Ask} */ ((request, inner) => link.ask({ kind: 'check', request }, inner));
    return new Engine(said, { ask, end: (error) => link.fail(error), threaded: true, checkLimitMs });
  } catch (thrown) {
    link.fail(new LookupError('engine_closed'));
    throw thrown;
  }
}

/**
 * @param {string} found
 * @param {string} [expected]
 */
function expectSnapshot(found, expected) {
  if (expected !== undefined && found !== expected) {
    throw new LookupError('build_mixed', { detail: `entity-list.json has the checksum ${found.slice(0, 12)}…` });
  }
}
