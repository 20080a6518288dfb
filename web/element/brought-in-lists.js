import { snapshotBytes } from '../engine/bytes.js';
import { LookupError, openEngine } from '../engine/engine.js';
import { asLookupError } from '../engine/errors.js';
import { Importer } from '../engine/importer.js';
import { ListStore } from '../engine/list-store.js';
import { placed } from '../engine/source.js';
import { UpdatePanel } from './update-panel.js';

/**
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../types/update.js').ImportFileOptions} ImportFileOptions
 * @typedef {import('../types/update.js').Snapshots} Snapshots
 */

/**
 * Opens lists that the user brought in instead of those that came with the page, and the panel for it. Hidden where the page
 * has no importer.
 */
export class BroughtInLists {
  /** @type {EngineOptions | undefined} Where the lists that came with the page are. */
  #supplied;
  /** @type {Snapshots} In place of those. */
  #snapshots = {};
  /** @type {Engine | undefined} */
  #engine;
  /** @type {AbortController | undefined} */
  #taking;
  /** @type {Importer | undefined} */
  #importing;
  #store = new ListStore();
  #panel;

  /** @param {(engine: Engine) => void} replace Puts an engine in the place of the one in use. */
  constructor(replace) {
    this.#panel = new UpdatePanel({
      inUse: () => this.#inUse(),
      take: async (snapshots) => replace(await this.#openWhole(snapshots)),
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
  async open(supplied) {
    this.#supplied = supplied;
    this.#importing = undefined;
    this.root.hidden = !supplied.importer;
    const stored = supplied.importer && (await this.#panel.stored(supplied.stamp?.asOf));
    if (!stored) return this.#use({}, await this.#openWith({}, supplied.signal));
    try {
      return this.#use(stored, await this.#openWith(stored, supplied.signal));
    } catch (thrown) {
      const error = asLookupError(thrown, 'core_failed');
      if (!error.code.startsWith('snapshot_')) throw error;
      this.#panel.notOpened(error);
      return this.#use({}, await this.#openWith({}, supplied.signal));
    }
  }

  /** Ends what is under way, as when the element goes or opens other lists. */
  close() {
    this.#taking?.abort();
    this.#panel.close();
  }

  /**
   * @param {Snapshots} snapshots
   * @param {AbortSignal} [signal]
   */
  async #openWith({ entityList, others }, signal) {
    const { stamp = {}, ...supplied } = /** @type {EngineOptions} */ (this.#supplied);
    return openEngine({
      ...supplied,
      ...(entityList && { snapshot: entityList }),
      ...(others && { others }),
      stamp: { ...stamp, ...(entityList && { sha256: undefined }), ...(others && { others: undefined }) },
      signal,
    });
  }

  /**
   * @param {Snapshots} snapshots
   * @param {Engine} engine With them open.
   */
  #use(snapshots, engine) {
    this.#snapshots = snapshots;
    this.#engine = engine;
    return engine;
  }

  /**
   * An engine with all its lists open, or none.
   * @param {Snapshots} snapshots
   */
  async #openWhole(snapshots) {
    const { signal } = (this.#taking = new AbortController());
    const engine = await this.#openWith(snapshots, signal);
    const { state, error } = await engine.othersSettled;
    if (state !== 'failed' && !signal.aborted) return this.#use(snapshots, engine);
    engine.close();
    throw error ?? new LookupError('aborted');
  }

  async #inUse() {
    const { snapshot, others } = /** @type {EngineOptions} */ (this.#supplied);
    const [first, second] = await Promise.all([
      this.#snapshots.entityList ?? snapshotBytes(placed(snapshot)),
      this.#snapshots.others ?? (others === undefined ? undefined : snapshotBytes(placed(others))),
    ]);
    return { entityList: first, others: second, lists: this.#engine?.lists ?? [] };
  }

  /** Made when a file is there to be read, since only then its program is needed. */
  get #importer() {
    const { importer, stamp } = /** @type {EngineOptions} */ (this.#supplied);
    const options = /** @type {NonNullable<EngineOptions['importer']>} */ (importer);
    return (this.#importing ??= new Importer({ ...options(), stamp: { build: stamp?.build } }));
  }
}
