import { build } from './build.js';
import { LookupError, asLookupError } from './errors.js';
import { OtherLists, isBreak } from './other-lists.js';
import { placed } from './source.js';
import { settle } from './time-limit.js';
import { WorkerLink } from './worker-link.js';

export { LookupError, coreErrorCodes, engineErrorCodes } from './errors.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {import('../types/index.js').Opened} Opened
 * @typedef {import('../types/index.js').Request} Request
 * @typedef {import('../types/index.js').CatalogueFilter} CatalogueFilter
 * @typedef {import('../types/index.js').CataloguePage} CataloguePage
 * @typedef {import('../types/index.js').EntryAnswer} EntryAnswer
 * @typedef {import('../types/index.js').EntryRequest} EntryRequest
 * @typedef {{kind: 'check', request: Request} | {kind: 'browse', request: CatalogueFilter} |
 *   {kind: 'entry', request: EntryRequest}} Question
 * @typedef {(question: Question, until: {signal: AbortSignal, limitMs: number}) => Promise<any>} Ask
 *
 * @typedef {object} Link The way to a core with a list open.
 * @property {Ask} ask
 * @property {(bytes: Uint8Array) => Promise<Opened>} add
 * @property {(error: LookupError) => void} end
 * @property {boolean} threaded
 *
 * @typedef {{about: import('../types/index.js').About, opened: Opened, link: Link}} Started
 */

const usualLoadLimitMs = 30_000;

/** Lists, ready to be asked. Made by `openEngine`. Fires `others` when `others` has changed. */
export class Engine extends EventTarget {
  #about;
  /** @type {readonly ListInfo[]} */
  #lists;
  /** @type {Promise<Link>} */
  #link;
  #threaded;
  #options;
  #checkLimitMs;
  #others;
  #closed = false;

  /**
   * @param {Started} started
   * @param {EngineOptions} options
   */
  constructor({ about, opened, link }, options) {
    super();
    const { others, stamp, othersLimitMs = 120_000, checkLimitMs = 10_000 } = options;
    this.#about = about;
    this.#lists = listsOf(opened);
    this.#link = Promise.resolve(link);
    this.#threaded = link.threaded;
    this.#options = options;
    this.#checkLimitMs = checkLimitMs;
    this.#others = new OtherLists({
      source: others === undefined ? undefined : placed(others),
      stamp: stamp?.others,
      add: async (bytes) => (await this.#link).add(bytes),
      added: (more) => {
        this.#lists = [...this.#lists, ...listsOf(more)];
      },
      end: (error) => this.#end(error),
      broken: (error) => this.#renew(error),
      tell: () => this.dispatchEvent(new Event('others')),
      limitMs: othersLimitMs,
    });
  }

  get about() {
    return this.#about;
  }

  get lists() {
    return this.#lists;
  }

  /** Whether the search runs in a worker; otherwise it runs on the caller's own thread. */
  get threaded() {
    return this.#threaded;
  }

  get others() {
    return this.#others.state;
  }

  get othersSettled() {
    return this.#others.settled;
  }

  /**
   * Loads the other lists if they are neither there nor on their way.
   * @param {{signal?: AbortSignal}} [options]
   */
  loadOthers({ signal } = {}) {
    return this.#others.load(signal);
  }

  /**
   * @param {Request} request
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<Answer>}
   */
  check(request, { signal } = {}) {
    return this.#answer({ kind: 'check', request }, signal);
  }

  /**
   * @param {CatalogueFilter} filter
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<CataloguePage>}
   */
  browse(filter, { signal } = {}) {
    return this.#answer({ kind: 'browse', request: filter }, signal);
  }

  /**
   * @param {EntryRequest} request
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<EntryAnswer>}
   */
  entry(request, { signal } = {}) {
    return this.#answer({ kind: 'entry', request }, signal);
  }

  /**
   * @param {Question} question
   * @param {AbortSignal} [signal]
   */
  async #answer(question, signal) {
    if (this.#closed) throw new LookupError('engine_closed');
    try {
      // What waits for its turn has no limit: each that is before it has one.
      return await settle((inner) => this.#ask(question, inner), { signal });
    } catch (thrown) {
      const error = asLookupError(thrown, 'core_failed');
      if (error.code === 'timed_out')
        this.#end(new LookupError('worker_failed', { detail: 'ended: it did not answer' }));
      throw error;
    }
  }

  close() {
    this.#closed = true;
    this.#end(new LookupError('engine_closed'));
  }

  /**
   * @param {Question} question
   * @param {AbortSignal} signal
   * @returns {Promise<any>}
   */
  async #ask(question, signal) {
    const link = this.#link;
    try {
      return await (await link).ask(question, { signal, limitMs: this.#checkLimitMs });
    } catch (thrown) {
      // What was asked of a core that breaks over the other lists is for the one in its place.
      if (this.#others.isOpening && isBreak(thrown)) await this.#others.settled;
      if (link === this.#link || signal.aborted) throw thrown;
      return this.#ask(question, signal);
    }
  }

  /**
   * The core broke over the other lists, as for want of memory. One with the first list alone takes its place: that list can
   * be asked as before.
   * @param {LookupError} error
   */
  #renew(error) {
    const broken = this.#link;
    this.#link = (async () => {
      await endLink(broken, error);
      const { loadLimitMs = usualLoadLimitMs } = this.#options;
      const { opened, link } = await settle((signal) => start(this.#options, signal), { limitMs: loadLimitMs });
      this.#lists = listsOf(opened);
      return link;
    })();
    this.#link.catch(() => {}); // Where it fails, every later question says so.
  }

  /** @param {LookupError} error */
  #end(error) {
    this.#others.close(error);
    void endLink(this.#link, error);
  }
}

/**
 * @param {Promise<Link>} link
 * @param {LookupError} error
 */
async function endLink(link, error) {
  try {
    (await link).end(error);
  } catch {
    // There is none to end.
  }
}

/**
 * Loads core and list. Always settles: with an engine, or with a LookupError. The other lists follow.
 * @param {EngineOptions} options
 * @returns {Promise<Engine>}
 */
export async function openEngine(options) {
  const { signal, loadLimitMs = usualLoadLimitMs } = options;
  try {
    const engine = new Engine(
      await settle((inner) => start(options, inner), { signal, limitMs: loadLimitMs }),
      options,
    );
    void engine.loadOthers({ signal });
    return engine;
  } catch (thrown) {
    throw asLookupError(thrown, 'core_failed');
  }
}

/**
 * A core with the first list open.
 * @param {EngineOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<Started>}
 */
async function start(options, signal) {
  const { wasm, snapshot, stamp, worker = 'auto', workerUrl, startLimitMs = 5_000 } = options;
  const from = { wasm: placed(wasm), snapshot: placed(snapshot), build: stamp?.build };
  const link =
    worker === 'auto' && workerUrl && 'Worker' in globalThis
      ? await WorkerLink.start(workerUrl, { signal, limitMs: startLimitMs })
      : undefined;
  if (!link) {
    const { core, ...said } = await (await coreHere()).openCore(from, signal);
    expectSnapshot(said.opened.sha256, stamp?.sha256);
    return { ...said, link: onThisThread(core) };
  }
  signal.addEventListener('abort', () => link.fail(new LookupError('aborted')));
  try {
    if (link.build !== build) throw new LookupError('build_mixed', { detail: `the worker is of build ${link.build}` });
    /** @type {Omit<Started, 'link'>} */
    const said = await link.ask({ kind: 'open', ...from });
    expectSnapshot(said.opened.sha256, stamp?.sha256);
    return { ...said, link: inWorker(link) };
  } catch (thrown) {
    link.fail(new LookupError('engine_closed'));
    throw thrown;
  }
}

/** What a worker brings along is loaded here only where there is none. */
async function coreHere() {
  try {
    return await import('./open-core.js');
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : undefined;
    throw new LookupError('wasm_unreachable', { detail, cause });
  }
}

/**
 * @param {import('./core.js').Core} core
 * @returns {Link}
 */
function onThisThread(core) {
  /** @type {LookupError | undefined} */
  let ended;
  return {
    ask: async ({ kind, request }) => {
      if (ended) throw ended;
      if (kind === 'browse') return core.browse(request);
      return kind === 'entry' ? core.entry(request) : core.check(request);
    },
    add: async (bytes) => {
      // Opening takes its time, and the page must be able to say so first.
      await new Promise((resolve) => setTimeout(resolve));
      return core.open(bytes);
    },
    end: (error) => {
      ended ??= error;
    },
    threaded: false,
  };
}

/**
 * @param {WorkerLink} link
 * @returns {Link}
 */
function inWorker(link) {
  return {
    ask: (question, until) => link.ask(question, until),
    add: (bytes) => link.ask({ kind: 'add', bytes }),
    end: (error) => link.fail(error),
    threaded: true,
  };
}

/**
 * The lists of a snapshot, each with the snapshot's checksum.
 * @param {Opened} opened
 */
function listsOf({ lists, sha256 }) {
  return lists.map((list) => ({ ...list, sha256 }));
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
