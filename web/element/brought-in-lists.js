import { snapshotBytes } from '../engine/bytes.js';
import { openEngine } from '../engine/engine.js';
import { LookupError, asLookupError } from '../engine/errors.js';
import { Importer } from '../engine/importer.js';
import { ListStore } from '../engine/list-store.js';
import { checksumSaid } from '../engine/snapshot-head.js';
import { placed } from '../engine/source.js';
import { UpdatePanel } from './update-panel.js';

/**
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../types/index.js').Source} Source
 * @typedef {import('../types/update.js').InUse} InUse
 * @typedef {import('../types/update.js').Snapshots} Snapshots
 */

/**
 * Opens lists that the user brought in instead of those that came with the page, and the panel for it. Hidden where the page
 * has no importer.
 */
export class BroughtInLists {
  #replace;
  /** @type {EngineOptions | undefined} Where the lists that came with the page are. */
  #supplied;
  /** @type {Promise<Engine> | undefined} */
  #opening;
  /** @type {{engine: Engine, snapshots: Snapshots} | undefined} What is searched, and what of it was brought in. */
  #current;
  /** @type {Importer | undefined} */
  #importing;
  #store = new ListStore();
  #panel;

  /** @param {(engine: Engine) => void} replace Puts an engine in the place of the one in use, or closes it. */
  constructor(replace) {
    this.#replace = replace;
    this.#panel = new UpdatePanel({
      inUse: (signal) => this.#inUse(signal),
      take: (snapshots, signal) => this.#take(snapshots, signal),
      importer: {
        prepare: (options) => this.#importer.prepare(options),
        importFile: (file, options) => this.#importer.importFile(file, options),
      },
      store: this.#store,
    });
    this.root = this.#panel.root;
    this.root.hidden = true;
  }

  /**
   * The engine for the lists in use. Lists brought in that do not open are said and kept, and those of the page opened.
   * @param {EngineOptions} supplied
   * @returns {Promise<Engine>}
   */
  open(supplied) {
    this.#supplied = supplied;
    this.#importing = undefined;
    this.#current = undefined;
    this.root.hidden = !supplied.importer;
    this.#opening = supplied.importer ? this.#openKept(supplied) : this.#openAs({}, supplied.signal);
    return this.#opening;
  }

  /** Ends what is under way, and hears of no other tab until lists are opened again. */
  close() {
    this.#panel.close();
    this.#store.close();
  }

  /**
   * The lists of the page are opened while the browser is asked for others, for mostly there are none.
   * @param {EngineOptions} supplied
   */
  async #openKept({ stamp, signal }) {
    const giveUp = new AbortController();
    if (signal?.aborted) giveUp.abort();
    signal?.addEventListener('abort', () => giveUp.abort());
    const own = this.#openWith({}, giveUp.signal);
    own.catch(() => {}); // Reported below, unless other lists take the place of these.
    this.#store.listen();
    const kept = await this.#panel.stored({ entityList: stamp?.asOf, others: stamp?.others?.asOf });
    if (!kept.entityList && !kept.others) {
      this.#current = { engine: await own, snapshots: {} };
      return own;
    }
    giveUp.abort();
    own.then((engine) => engine.close()).catch(() => {});
    const engine = await this.#openStored(kept, signal);
    if (kept.others) void this.#seeOthersOpen(engine, signal);
    return engine;
  }

  /**
   * An engine with the lists that are kept, or with the Entity List of the page where that which is kept does not open.
   * @param {Snapshots} kept
   * @param {AbortSignal} [signal]
   */
  async #openStored(kept, signal) {
    try {
      return await this.#openAs(kept, signal);
    } catch (thrown) {
      const error = asLookupError(thrown, 'core_failed');
      if (!kept.entityList || !isOfSnapshot(error)) throw error;
      this.#panel.notOpened('entityList', error);
      return this.#openAs({ others: kept.others }, signal);
    }
  }

  /**
   * Other lists that were brought in open after the Entity List. Where they do not, those of the page take their place.
   * @param {Engine} engine
   * @param {AbortSignal} [signal]
   */
  async #seeOthersOpen(engine, signal) {
    const { error } = await engine.othersSettled;
    if (!error || !isOfSnapshot(error) || this.#current?.engine !== engine) return;
    this.#panel.notOpened('others', error);
    const snapshots = { entityList: this.#current.snapshots.entityList };
    try {
      const instead = await this.#openWith(snapshots, signal);
      if (this.#current?.engine === engine) this.#put(instead, snapshots);
      else instead.close();
    } catch {
      // The engine in use stays, and says which lists it lacks.
    }
  }

  /**
   * @param {Snapshots} snapshots
   * @param {AbortSignal} [signal]
   */
  async #openAs(snapshots, signal) {
    const engine = await this.#openWith(snapshots, signal);
    this.#current = { engine, snapshots };
    return engine;
  }

  /**
   * @param {Snapshots} snapshots
   * @param {AbortSignal} [signal]
   */
  #openWith({ entityList, others }, signal) {
    const { stamp = {}, ...supplied } = /** @type {EngineOptions} */ (this.#supplied);
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
   * Puts an engine in the place of the present one, but none that lacks what was brought in or what the present one has.
   * @param {Snapshots} snapshots
   * @param {AbortSignal} signal
   */
  async #take(snapshots, signal) {
    const engine = await this.#openWith(snapshots, signal);
    const { state, error } = await engine.othersSettled;
    const mustHaveOthers = snapshots.others || this.#current?.engine.others.state === 'ready';
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
    this.#current = { engine, snapshots };
    this.#replace(engine);
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<InUse>}
   */
  async #inUse(signal) {
    await this.#opening?.catch(() => {});
    if (!this.#current) return { snapshots: {}, unreadable: ['entity-list', 'other-lists'] };
    const { engine, snapshots: own } = this.#current;
    const { state } = await engine.othersSettled;
    const { snapshot, others } = /** @type {EngineOptions} */ (this.#supplied);
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

  /** Made when a file is there to be read, since only then its program is needed. */
  get #importer() {
    const { importer, stamp } = /** @type {EngineOptions} */ (this.#supplied);
    const options = /** @type {NonNullable<EngineOptions['importer']>} */ (importer);
    return (this.#importing ??= new Importer({ ...options(), stamp: { build: stamp?.build } }));
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
