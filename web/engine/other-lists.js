import { snapshotBytes } from './bytes.js';
import { LookupError, asLookupError } from './errors.js';
import { checksumSaid } from './snapshot-head.js';
import { settle } from './time-limit.js';

/**
 * @typedef {import('../types/index.js').Opened} Opened
 * @typedef {import('../types/index.js').OthersState} OthersState
 * @typedef {import('../types/index.js').OthersStamp} OthersStamp
 *
 * @typedef {object} From
 * @property {import('./source.js').PlacedSource} [source] Undefined for no other lists.
 * @property {OthersStamp} [stamp]
 * @property {(bytes: Uint8Array) => Promise<Opened>} add Opens a snapshot beside those open.
 * @property {(opened: Opened) => void} added
 * @property {(error: LookupError) => void} end Ends the core: what it holds can no longer be relied on.
 * @property {(error: LookupError) => void} broken Puts another core in the place of the one that broke over them.
 * @property {() => void} tell That the state has changed.
 * @property {number} limitMs
 */

/** Codes of a core that does not answer any more. */
const breaks = ['core_failed', 'worker_failed', 'timed_out'];

/** @param {unknown} error Whether a core that ended so is not to be asked again. */
export const isBreak = (error) => error instanceof LookupError && breaks.includes(error.code);

/**
 * The lists of the second snapshot: fetched here, on the caller's thread, so that the core can answer meanwhile, and opened
 * by the core beside the first.
 */
export class OtherLists {
  #from;
  /** @type {OthersState} */
  #state;
  /** @type {Promise<OthersState>} */
  #settled;
  #isLoading = false;
  #isOpening = false;
  /** @type {LookupError | undefined} */
  #closed;
  #giveUp = new AbortController();

  /** @param {From} from */
  constructor(from) {
    this.#from = from;
    this.#state = from.source === undefined ? { state: 'none' } : this.#with({ state: 'loading', progress: 0 });
    this.#settled = Promise.resolve(this.#state);
  }

  get state() {
    return this.#state;
  }

  /** Whether the core has them in hand, and answers nothing meanwhile. */
  get isOpening() {
    return this.#isOpening;
  }

  /** Resolves once they no longer load, whatever came of it. */
  get settled() {
    return this.#settled;
  }

  /**
   * Loads them, for the first time or again after a failure; nothing to do otherwise. Given up, it stops unless the core
   * has them already.
   * @param {AbortSignal} [signal]
   * @returns {Promise<OthersState>}
   */
  load(signal) {
    const { state } = this.#state;
    if (this.#isLoading || this.#closed || state === 'none' || state === 'ready') return this.#settled;
    this.#isLoading = true;
    this.#giveUp = new AbortController();
    const giveUp = () => this.#giveUp.abort();
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
    this.#tell({ state: 'loading', progress: 0 });
    this.#settled = this.#open(this.#giveUp.signal).then(
      () => this.#tell({ state: 'ready', progress: 1 }),
      (thrown) =>
        this.#tell({ state: 'failed', error: this.#closed ?? this.#named(asLookupError(thrown, 'core_failed')) }),
    );
    void this.#settled.then(() => signal?.removeEventListener('abort', giveUp));
    return this.#settled;
  }

  /** @param {LookupError} error What became of the engine. */
  close(error) {
    this.#closed ??= error;
    this.#giveUp.abort();
  }

  /** @param {AbortSignal} signal */
  async #open(signal) {
    const { source, stamp, add, added, end, broken, limitMs } = this.#from;
    const bytes = await settle(
      (inner) =>
        snapshotBytes(/** @type {import('./source.js').PlacedSource} */ (source), inner, (share) => this.#came(share)),
      { signal, limitMs },
    );
    if (this.#closed) throw this.#closed;
    this.#came(1);
    // The core keeps what it has opened: what is of another build must not come so far.
    expectChecksum(checksumSaid(bytes), stamp?.sha256);
    this.#isOpening = true;
    try {
      const opened = await settle(() => add(bytes), { limitMs });
      if (this.#closed) throw this.#closed;
      expectChecksum(opened.sha256, stamp?.sha256);
      added(opened);
    } catch (thrown) {
      const error = asLookupError(thrown, 'core_failed');
      if (isBreak(error) && !this.#closed) broken(error);
      if (error.code === 'build_mixed') end(error);
      throw error;
    } finally {
      this.#isOpening = false;
    }
  }

  /** @param {number | undefined} share */
  #came(share) {
    const progress = share === undefined ? undefined : Math.floor(share * 100) / 100;
    if (this.#state.state === 'loading' && progress !== this.#state.progress)
      this.#tell({ state: 'loading', progress });
  }

  /** @param {OthersState} state */
  #tell(state) {
    this.#isLoading = state.state === 'loading';
    this.#state = this.#with(state);
    this.#from.tell();
    return this.#state;
  }

  /**
   * @param {OthersState} state
   * @returns {OthersState}
   */
  #with(state) {
    const lists = this.#from.stamp?.lists;
    return lists ? { ...state, lists } : state;
  }

  /**
   * The same error with the name of the file, which the core does not know.
   * @param {LookupError} error
   */
  #named(error) {
    const { source } = this.#from;
    if (typeof source !== 'string' || error.detail?.includes(source)) return error;
    const { code, message: sentence, detail, record, field, cause } = error;
    const named = detail ? `${detail}, in ${source}` : source;
    return new LookupError(code, { sentence, detail: named, record, field, cause });
  }
}

/**
 * @param {string | undefined} found Undefined where the file says none, of which the core will tell more.
 * @param {string | undefined} expected
 */
function expectChecksum(found, expected) {
  if (found !== undefined && expected !== undefined && found !== expected) {
    throw new LookupError('build_mixed', { detail: `the other lists have the checksum ${found.slice(0, 12)}…` });
  }
}
