import { LookupError, asLookupError } from '../engine/errors.js';
import { ownLists } from './own-lists.js';
import { SharedLists } from './shared-lists.js';

/**
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {import('../types/index.js').Source} Source
 *
 * @typedef {object} Told What an element is told of its lists.
 * @property {(shared: SharedLists) => void} loading
 * @property {(engine: Engine, signal: AbortSignal) => void} opened `signal` goes off when the element lets go of them.
 * @property {(engine: Engine, signal: AbortSignal) => void} replaced By what another element, or the user, did.
 * @property {(error: LookupError) => void} failed
 */

/** An element's part in lists that it may share with others: which it has joined, and the engine that it asks. */
export class ListsInUse {
  #member;
  #supply;
  #told;
  /** @type {SharedLists | undefined} */
  #shared;
  /** @type {SharedLists | undefined} Those of `loadOwn`, which nobody shares. */
  #own;
  /** Of calls of `loadOwn`: the last one counts. */
  #turn = 0;
  /** @type {Engine | undefined} */
  #engine;
  /** @type {AbortController | undefined} */
  #loading;
  /** While the lists are heard. */
  #joined = new AbortController();

  /**
   * @param {HTMLElement & {wasmSrc: string, snapshotSrc: string, othersSrc: string | null}} member
   * @param {() => import('./shared-lists.js').Supply} supply
   * @param {Told} told
   */
  constructor(member, supply, told) {
    this.#member = member;
    this.#supply = supply;
    this.#told = told;
  }

  get engine() {
    return this.#engine;
  }

  /** Whether the engine is still that of all: one that another element found broken is asked no more. */
  get isCurrent() {
    return this.#engine !== undefined && this.#engine === this.#shared?.engine;
  }

  get isLoading() {
    return this.#loading !== undefined;
  }

  /** Resolves with the engine once it is open. */
  async opened() {
    const engine = this.#engine ?? (await this.#shared?.open());
    if (!engine) throw new LookupError('engine_closed', { detail: 'the element is not in a page' });
    return engine;
  }

  /** Opens what the attributes say, or lists of one's own. */
  async load() {
    const shared = this.#own ?? SharedLists.of(this.#supply(), this.#member);
    // Joined before the others are left: the same ones are not closed between.
    shared.join(this.#member);
    this.#letGo(shared);
    this.#join(shared);
    const loading = (this.#loading = new AbortController());
    this.#told.loading(shared);
    try {
      const engine = await shared.open();
      if (loading.signal.aborted) return;
      this.#loading = undefined;
      this.#engine = engine;
      this.#told.opened(engine, this.#joined.signal);
    } catch (thrown) {
      if (loading.signal.aborted) return;
      this.#loading = undefined;
      this.#told.failed(asLookupError(thrown, 'core_failed'));
    }
  }

  /**
   * @param {Source} source Of the first list.
   * @param {{asOf?: string, signal?: AbortSignal}} options
   */
  async loadOwn(source, options) {
    this.#turn += 1;
    const turn = this.#turn;
    const { wasmSrc, othersSrc } = this.#member;
    const own = await ownLists(this.#supply(), { wasmSrc, othersSrc, snapshotSrc: source }, this.#member, options);
    if (turn !== this.#turn) {
      own.leave(this.#member);
      throw new LookupError('aborted', { detail: 'another list was asked for meanwhile' });
    }
    this.#own = own;
    if (this.#member.isConnected) await this.load();
    else own.leave(this.#member);
  }

  /** The attributes say again what is opened. */
  forgetOwn() {
    this.#own = undefined;
    this.#turn += 1;
  }

  /** The engine does not answer any more. */
  drop() {
    if (this.#engine) this.#shared?.drop(this.#engine);
    this.#engine = undefined;
  }

  close() {
    this.#letGo();
  }

  /** @param {SharedLists} shared */
  #join(shared) {
    const { signal } = (this.#joined = new AbortController());
    this.#shared = shared;
    const replace = () => {
      const { engine } = shared;
      if (!engine || engine === this.#engine || this.#loading) return;
      this.#engine = engine;
      this.#told.replaced(engine, signal);
    };
    shared.addEventListener('replaced', replace, { signal });
  }

  /** @param {SharedLists} [next] Those that take their place. */
  #letGo(next) {
    this.#joined.abort();
    this.#loading?.abort();
    this.#loading = undefined;
    if (this.#shared !== next) this.#shared?.leave(this.#member);
    this.#shared = undefined;
    this.#engine = undefined;
  }
}
