import { build } from '../engine/build.js';
import { openEngine } from '../engine/engine.js';
import { LookupError, asLookupError } from '../engine/errors.js';
import { ListStore, keptParts } from '../engine/list-store.js';
import { withAttributes } from './sources.js';

/**
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../types/index.js').Source} Source
 * @typedef {import('../types/update.js').Kept} Kept
 * @typedef {() => Promise<EngineOptions> | EngineOptions} Supply
 * @typedef {{wasmSrc: string, snapshotSrc: Source, othersSrc: string | null}} Attributes
 *
 * @typedef {object} Found What the browser said that it keeps.
 * @property {Kept} [kept]
 * @property {LookupError} [error]
 *
 * @typedef {object} UpdatePart What brings in newer lists; it is loaded only where it is needed.
 * @property {typeof import('./update-panel.js').UpdatePanel} UpdatePanel
 * @property {import('./brought-in-lists.js').BroughtInLists} broughtIn
 * @property {CSSStyleSheet} sheet
 */

/** @type {WeakMap<Supply, Map<string, SharedLists>>} What is open on this page. */
const open = new WeakMap();

/**
 * The lists of elements that ask for the same: they share one engine, and so one worker, and the lists that one of them
 * brings in. What nobody asks for any more is closed.
 *
 * Fires `supplied` when `options` are known, `replaced` when another engine took the place of the one that was open,
 * `brought-in` when the part that brings in newer lists is there, and `part-failed` when it could not be loaded.
 */
export class SharedLists extends EventTarget {
  #supply;
  #attributes;
  #forget;
  /** @type {Set<object>} */
  #members = new Set();
  #giveUp = new AbortController();
  /** @type {EngineOptions | undefined} */
  #options;
  /** @type {Promise<Engine> | undefined} */
  #opening;
  /** @type {Engine | undefined} */
  #engine;
  #store = new ListStore();
  /** @type {Found} */
  #found = {};
  /** @type {Promise<UpdatePart> | undefined} */
  #part;
  /** @type {LookupError | undefined} */
  #partError;
  #hasHeard = false;

  /**
   * @param {Supply} supply
   * @param {Attributes} attributes
   * @param {() => void} [forget] Called when the last member has left.
   */
  constructor(supply, attributes, forget = () => {}) {
    super();
    this.#supply = supply;
    this.#attributes = attributes;
    this.#forget = forget;
    this.#store.addEventListener('changed', () => void this.#lookElsewhere());
  }

  /**
   * Those that are open already for the same attributes, or others.
   * @param {Supply} supply
   * @param {{wasmSrc: string, snapshotSrc: string, othersSrc: string | null}} attributes
   */
  static of(supply, { wasmSrc, snapshotSrc, othersSrc }) {
    const key = JSON.stringify([wasmSrc, snapshotSrc, othersSrc, document.baseURI]);
    const ofSupply = open.get(supply) ?? new Map();
    open.set(supply, ofSupply);
    const lists =
      ofSupply.get(key) ??
      new SharedLists(supply, { wasmSrc, snapshotSrc, othersSrc }, () => {
        if (ofSupply.get(key) === lists) ofSupply.delete(key);
      });
    ofSupply.set(key, lists);
    return /** @type {SharedLists} */ (lists);
  }

  /** Where the lists that came with the page are; undefined until that is known. */
  get options() {
    return this.#options;
  }

  /** The engine that is open; undefined while there is none. */
  get engine() {
    return this.#engine;
  }

  /** Where lists that were brought in are kept. */
  get store() {
    return this.#store;
  }

  /** Whether the browser keeps lists that were brought in. */
  get hasKept() {
    const current = this.#found.kept?.current;
    return current !== undefined && keptParts.some((part) => current[part]);
  }

  /** Whether the page cannot do without the part that brings in newer lists: some are kept, or another tab has changed them. */
  get isPartNeeded() {
    return this.hasKept || this.#hasHeard;
  }

  /** Whether that part is there already, or on its way. */
  get isPartWanted() {
    return this.#part !== undefined;
  }

  /** Why that part could not be loaded. */
  get partError() {
    return this.#partError;
  }

  /** @param {object} member */
  join(member) {
    this.#members.add(member);
  }

  /** @param {object} member The last one to leave closes engine and worker. */
  leave(member) {
    this.#members.delete(member);
    if (this.#members.size > 0) return;
    this.#giveUp.abort();
    this.#engine?.close();
    this.#engine = undefined;
    this.#opening = undefined;
    this.#store.close();
    this.#forget();
  }

  /**
   * The engine for the lists in use: those that were brought in, where there are any.
   * @returns {Promise<Engine>}
   */
  open() {
    if (!this.#opening) {
      const opening = this.#start();
      this.#opening = opening;
      opening.catch(() => {
        if (this.#opening === opening) this.#opening = undefined;
      });
    }
    return this.#opening;
  }

  /**
   * An engine that does not answer any more is asked no further: the next `open` opens another.
   * @param {Engine} engine
   */
  drop(engine) {
    engine.close();
    if (engine !== this.#engine) return;
    this.#engine = undefined;
    this.#opening = undefined;
  }

  /**
   * Puts an engine in the place of the one that is open, for all members.
   * @param {Engine} engine
   */
  put(engine) {
    if (this.#members.size === 0) {
      engine.close();
      return;
    }
    const former = this.#engine;
    this.#engine = engine;
    this.#opening = Promise.resolve(engine);
    this.dispatchEvent(new Event('replaced'));
    if (former !== engine) former?.close();
  }

  /**
   * The part that brings in newer lists, with what it knows of these.
   * @returns {Promise<UpdatePart>} Rejects with `import_unavailable`, or `build_mixed`.
   */
  part() {
    if (!this.#part) {
      const part = this.#loadPart();
      this.#part = part;
      part.catch((thrown) => {
        this.#part = undefined;
        this.#partError = asLookupError(thrown, 'import_unavailable');
        this.dispatchEvent(new Event('part-failed'));
      });
    }
    return this.#part;
  }

  async #start() {
    const { signal } = (this.#giveUp = new AbortController());
    this.#options = withAttributes(await this.#supply(), this.#attributes);
    this.dispatchEvent(new Event('supplied'));
    const engine = await this.#openAll(this.#options, signal);
    if (signal.aborted) {
      engine.close();
      throw new LookupError('aborted');
    }
    this.put(engine);
    return engine;
  }

  /**
   * The lists of the page are opened while the browser is asked for others, for mostly there are none.
   * @param {EngineOptions} options
   * @param {AbortSignal} signal
   */
  async #openAll(options, signal) {
    if (!options.importer) return openEngine({ ...options, signal });
    const giveUp = new AbortController();
    if (signal.aborted) giveUp.abort();
    signal.addEventListener('abort', () => giveUp.abort());
    const own = openEngine({ ...options, signal: giveUp.signal });
    own.catch(() => {}); // Reported below, unless other lists take the place of these.
    this.#store.listen();
    this.#found = await this.#ask();
    if (!this.hasKept && !this.#part) return own;
    /** @type {UpdatePart} */
    let part;
    try {
      part = await this.part();
    } catch {
      return own; // `part-failed` has told it.
    }
    return part.broughtIn.open(this.#found, { own, giveUp: () => giveUp.abort(), signal });
  }

  /** @returns {Promise<Found>} */
  async #ask() {
    try {
      return { kept: await this.#store.kept() };
    } catch (thrown) {
      return { error: asLookupError(thrown, 'storage_refused') };
    }
  }

  /** @returns {Promise<UpdatePart>} */
  async #loadPart() {
    const { UpdatePanel, BroughtInLists, updateSheet, build: itsBuild } = await importPart();
    if (itsBuild !== build)
      throw new LookupError('build_mixed', { detail: `entity-lookup-update.js is of build ${itsBuild}` });
    const broughtIn = new BroughtInLists(this, this.#found);
    // A part that came late finds the page's own lists open.
    if (this.#engine && this.hasKept) void broughtIn.openLate(this.#found, this.#giveUp.signal);
    queueMicrotask(() => this.dispatchEvent(new Event('brought-in')));
    return { UpdatePanel, broughtIn, sheet: updateSheet() };
  }

  /** Another tab has changed what is kept. */
  async #lookElsewhere() {
    this.#hasHeard = true;
    try {
      const { broughtIn } = await this.part();
      await broughtIn.lookElsewhere();
    } catch {
      // `part-failed` has told it.
    }
  }
}

async function importPart() {
  try {
    return await import('./update-part.js');
  } catch (cause) {
    throw new LookupError('import_unavailable', {
      detail: cause instanceof Error ? cause.message : undefined,
      cause,
    });
  }
}
