import { snapshotBytes } from '../engine/bytes.js';
import { openEngine } from '../engine/engine.js';
import { LookupError, asLookupError } from '../engine/errors.js';
import { Importer } from '../engine/importer.js';
import { areSameLists, keptParts } from '../engine/list-store.js';
import { checksumSaid } from '../engine/snapshot-head.js';
import { placed } from '../engine/source.js';

/**
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../types/index.js').Source} Source
 * @typedef {import('../types/update.js').InUse} InUse
 * @typedef {import('../types/update.js').Kept} Kept
 * @typedef {import('../types/update.js').KeptLists} KeptLists
 * @typedef {import('../types/update.js').Snapshots} Snapshots
 * @typedef {import('./kept-view.js').KeptState} KeptState
 * @typedef {import('./shared-lists.js').Found} Found
 * @typedef {import('./shared-lists.js').SharedLists} SharedLists
 */

/**
 * Lists that the user brought in, in place of those that came with the page: which are in use, which are kept, and the change
 * from the ones to the others. A part that is not there is the one that came with the page.
 *
 * Fires `changed` when `state` or `isChanging` has changed, and `news` where the user must see that.
 */
export class BroughtInLists extends EventTarget {
  #shared;
  /** @type {Snapshots} What of the lists that are searched was brought in. */
  #snapshots = {};
  /** @type {KeptState} */
  #state;
  #isChanging = false;
  /** Whether another tab has changed what is kept meanwhile. */
  #hasHeard = false;

  /**
   * @param {SharedLists} shared
   * @param {Found} found
   */
  constructor(shared, { kept, error }) {
    super();
    this.#shared = shared;
    this.#state = { kept, inUse: {}, idle: [], storageError: error, elsewhere: false };
  }

  get state() {
    return this.#state;
  }

  /** Whether lists are being changed: nothing else begins until that has ended. */
  get isChanging() {
    return this.#isChanging;
  }

  /** Made when a file is there to be read, since only then its program is needed. */
  importer() {
    const { importer, stamp } = this.#options;
    const options = /** @type {NonNullable<EngineOptions['importer']>} */ (importer);
    return new Importer({ ...options(), stamp: { build: stamp?.build } });
  }

  /**
   * The engine for the lists in use. Lists brought in that do not open are said and kept, and those of the page opened.
   * @param {Found} found
   * @param {{own: Promise<Engine>, giveUp: () => void, signal: AbortSignal}} page Its own lists are being opened already.
   * @returns {Promise<Engine>}
   */
  async open(found, { own, giveUp, signal }) {
    // An engine that is opened anew has what could not be kept, too.
    const { storageError } = this.#state;
    const kept =
      storageError && keptParts.some((part) => this.#snapshots[part]) ? this.#snapshots : this.#choose(found);
    if (!kept.entityList && !kept.others) {
      this.#snapshots = {};
      return own;
    }
    giveUp();
    own.then((engine) => engine.close()).catch(() => {});
    const engine = await this.#openStored(kept, signal);
    if (kept.others) void this.#seeOthersOpen(engine, signal);
    return engine;
  }

  /**
   * The same where the lists of the page are in use already, since this part came late.
   * @param {Found} found
   * @param {AbortSignal} signal
   */
  async openLate(found, signal) {
    const kept = this.#choose(found);
    if (!kept.entityList && !kept.others) return;
    try {
      const engine = await this.#openStored(kept, signal);
      this.#shared.put(engine);
      if (kept.others) void this.#seeOthersOpen(engine, signal);
    } catch (thrown) {
      if (signal.aborted) return;
      for (const part of keptParts) if (kept[part]) this.#notOpened(part, asLookupError(thrown, 'core_failed'));
    }
  }

  /**
   * These are searched and kept from now on.
   * @param {KeptLists} lists
   * @param {AbortSignal} signal
   */
  async use(lists, signal) {
    const bundled = this.#bundled;
    const chosen = Object.fromEntries(
      keptParts.flatMap((part) => (lists[part] ? [[part, { ...lists[part], bundledAsOf: bundled[part] }]] : [])),
    );
    await this.#change(chosen, () => this.#shared.store.use(chosen), signal);
  }

  /**
   * Nothing that was brought in is searched or kept any more.
   * @param {AbortSignal} signal
   */
  async forget(signal) {
    await this.#change({}, () => this.#shared.store.forget(), signal);
  }

  /** Another tab has changed what is kept: whether that is still what is in use here. */
  async lookElsewhere() {
    this.#hasHeard = this.#isChanging;
    if (this.#isChanging) return;
    const { kept } = this.#state;
    /** @type {Kept | undefined} */
    let now;
    try {
      now = await this.#shared.store.kept();
    } catch {
      // What cannot be read is not what was kept.
    }
    // What this tab has changed meanwhile, it knows better.
    if (this.#isChanging || kept !== this.#state.kept) return;
    const elsewhere = !now || !areSameLists(now.current, kept?.current ?? {});
    this.#tell({ elsewhere, ...(elsewhere ? {} : { kept: now }) }, elsewhere);
  }

  /**
   * The snapshots that are searched now, to compare with, once they no longer load.
   * @param {AbortSignal} signal
   * @returns {Promise<InUse>}
   */
  async inUse(signal) {
    const engine = await this.#shared.open().catch(() => undefined);
    if (!engine) return { snapshots: {}, unreadable: ['entity-list', 'other-lists'] };
    const own = this.#snapshots;
    const { state } = await engine.othersSettled;
    const { snapshot, others } = this.#options;
    const [first, ...more] = [...new Set(engine.lists.map(({ sha256 }) => sha256))];
    const [entityList, otherLists] = await Promise.all([
      readAgain(own.entityList ?? snapshot, first, signal),
      state === 'ready' ? readAgain(own.others ?? others, more[0], signal) : undefined,
    ]);
    return {
      snapshots: { entityList, others: otherLists },
      asOf: engine.lists.map(({ as_of }) => as_of).sort()[0],
      unreadable: [
        ...(entityList ? [] : [/** @type {const} */ ('entity-list')]),
        ...(otherLists || state === 'none' ? [] : [/** @type {const} */ ('other-lists')]),
      ],
    };
  }

  get #options() {
    return /** @type {EngineOptions} */ (this.#shared.options);
  }

  /** The dates of the lists that came with the page. */
  get #bundled() {
    const { stamp } = this.#options;
    return { entityList: stamp?.asOf, others: stamp?.others?.asOf };
  }

  /**
   * Those of the kept lists that are to be opened: no part of which the page came with a later one.
   * @param {Found} found
   * @returns {Snapshots}
   */
  #choose({ kept, error }) {
    /** @type {KeptState} */
    const state = { kept, inUse: {}, idle: [], storageError: error, elsewhere: false };
    for (const part of keptParts) {
      const own = kept?.current[part];
      const ofPage = this.#bundled[part];
      // Whoever took older lists than these very ones wanted it so.
      const isOutdated = own && ofPage && own.asOf < ofPage && own.bundledAsOf !== ofPage;
      if (isOutdated) state.idle.push({ part, why: 'outdated' });
      else if (own) state.inUse[part] = own;
    }
    this.#tell(state, state.idle.length > 0);
    return snapshotsOf(state.inUse);
  }

  /**
   * A part of what was kept did not open. It stays where it is.
   * @param {keyof KeptLists} part
   * @param {import('../types/index.js').LookupError} error
   */
  #notOpened(part, error) {
    const { inUse, idle } = this.#state;
    this.#tell({ inUse: { ...inUse, [part]: undefined }, idle: [...idle, { part, why: 'refused', error }] }, true);
  }

  /**
   * An engine with the lists that are kept, or with the Entity List of the page where that which is kept does not open.
   * @param {Snapshots} kept
   * @param {AbortSignal} signal
   */
  async #openStored(kept, signal) {
    try {
      return await this.#openAs(kept, signal);
    } catch (thrown) {
      const error = asLookupError(thrown, 'core_failed');
      if (!kept.entityList || !isOfSnapshot(error)) throw error;
      this.#notOpened('entityList', error);
      return this.#openAs({ others: kept.others }, signal);
    }
  }

  /**
   * Other lists that were brought in open after the Entity List. Where they do not, those of the page take their place.
   * @param {Engine} engine
   * @param {AbortSignal} signal
   */
  async #seeOthersOpen(engine, signal) {
    const { error } = await engine.othersSettled;
    if (!error || !isOfSnapshot(error) || this.#shared.engine !== engine) return;
    this.#notOpened('others', error);
    const snapshots = { entityList: this.#snapshots.entityList };
    try {
      const instead = await this.#openWith(snapshots, signal);
      if (this.#shared.engine === engine) this.#put(instead, snapshots);
      else instead.close();
    } catch {
      // The engine in use stays, and says which lists it lacks.
    }
  }

  /**
   * @param {Snapshots} snapshots
   * @param {AbortSignal} signal
   */
  async #openAs(snapshots, signal) {
    const engine = await this.#openWith(snapshots, signal);
    this.#snapshots = snapshots;
    return engine;
  }

  /**
   * @param {Snapshots} snapshots
   * @param {AbortSignal} signal
   */
  #openWith({ entityList, others }, signal) {
    const { stamp = {}, ...supplied } = this.#options;
    // Lists that the page has and a brought-in file has not are still known by name, and so said not to be searched.
    const names = stamp.others && { lists: stamp.others.lists };
    return openEngine({
      ...supplied,
      ...(entityList && { snapshot: entityList }),
      ...(others && { others }),
      stamp: { ...stamp, ...(entityList && { sha256: undefined }), ...(others && { others: names }) },
      signal,
    });
  }

  /**
   * First the lists are opened, then they are kept: what does not open is never kept, and what cannot be kept is in use until
   * the page is closed.
   * @param {KeptLists} lists
   * @param {() => Promise<Kept>} keep
   * @param {AbortSignal} signal
   */
  async #change(lists, keep, signal) {
    this.#isChanging = true;
    this.#tell({});
    try {
      await this.#take(snapshotsOf(lists), signal);
      // From here on they are in use, whatever else happens.
      this.#tell({ inUse: lists, idle: [], storageError: undefined });
      this.#tell(await kept(keep));
    } finally {
      this.#isChanging = false;
      this.#tell({});
      if (this.#hasHeard) void this.lookElsewhere();
    }
  }

  /**
   * Puts an engine in the place of the present one, but none that lacks what was brought in or what the present one has.
   * @param {Snapshots} snapshots
   * @param {AbortSignal} signal
   */
  async #take(snapshots, signal) {
    const engine = await this.#openWith(snapshots, signal);
    const { state, error } = await engine.othersSettled;
    const mustHaveOthers = snapshots.others || this.#shared.engine?.others.state === 'ready';
    if (signal.aborted || (state === 'failed' && mustHaveOthers)) {
      engine.close();
      throw signal.aborted ? new LookupError('aborted') : error;
    }
    this.#put(engine, snapshots);
  }

  /**
   * @param {Engine} engine
   * @param {Snapshots} snapshots
   */
  #put(engine, snapshots) {
    this.#snapshots = snapshots;
    this.#shared.put(engine);
  }

  /**
   * @param {Partial<KeptState>} change
   * @param {boolean} [isNews]
   */
  #tell(change, isNews = false) {
    this.#state = { ...this.#state, ...change };
    this.dispatchEvent(new Event('changed'));
    if (isNews) this.dispatchEvent(new Event('news'));
  }
}

/**
 * @param {KeptLists} lists
 * @returns {Snapshots}
 */
function snapshotsOf({ entityList, others }) {
  return { entityList: entityList?.bytes, others: others?.bytes };
}

/**
 * What is kept after a change of it, or why it did not change.
 * @param {() => Promise<Kept>} keep
 * @returns {Promise<Partial<KeptState>>}
 */
async function kept(keep) {
  try {
    return { kept: await keep(), elsewhere: false };
  } catch (thrown) {
    return { storageError: asLookupError(thrown, 'storage_refused') };
  }
}

/**
 * Whether an error is the fault of a snapshot, and not of what reads it.
 * @param {{code: string}} error
 */
function isOfSnapshot({ code }) {
  return code.startsWith('snapshot_');
}

/**
 * The bytes of a snapshot that is open; undefined where they are gone, or are others by now.
 * @param {Source | undefined} source
 * @param {string | undefined} sha256
 * @param {AbortSignal} signal
 */
async function readAgain(source, sha256, signal) {
  if (source === undefined) return undefined;
  try {
    const bytes = await snapshotBytes(placed(source), signal);
    return checksumSaid(bytes) === sha256 ? bytes : undefined;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return undefined;
  }
}
