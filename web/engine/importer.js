import { build } from './build.js';
import { LookupError, asLookupError } from './errors.js';
import { ImportCore } from './import-core.js';
import { placed } from './source.js';
import { settle } from './time-limit.js';
import { readListFile } from './unpack.js';
import { WorkerLink } from './worker-link.js';

/**
 * @typedef {import('../types/update.js').ImporterOptions} ImporterOptions
 * @typedef {import('../types/update.js').ImportFileOptions} ImportFileOptions
 * @typedef {import('../types/update.js').Imported} Imported
 * @typedef {import('./import-core.js').ImportQuestion} ImportQuestion
 * @typedef {import('../types/update.js').Progress['step']} Step
 * @typedef {import('../types/update.js').Snapshots} Snapshots
 * @typedef {(question: ImportQuestion) => Promise<any>} Ask
 * @typedef {{ask: Ask, end: () => void}} Program
 *
 * @typedef {object} Prepared
 * @property {Snapshots} before
 * @property {AbortController} giveUp
 * @property {Promise<Program>} program
 * @property {(listener: (step: Step) => void) => void} listen Tells at once how far it has come, and then each further step.
 */

/** A snapshot begins with one of its own members; it has its own dates. */
const snapshotBeginning = /^\ufeff?\s*\{\s*"(schema_version|sha256|lists|requirements|policies|entries)"/;

/**
 * Whether a file is one of our snapshots, which has its own dates, and none of the official files.
 * @param {Uint8Array} bytes
 */
export function isSnapshot(bytes) {
  return snapshotBeginning.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** Reads newer lists out of a file, in a worker of its own for each file. Nothing is changed by it. */
export class Importer {
  #options;
  /** @type {Prepared | undefined} For the next file. */
  #prepared;

  /** @param {ImporterOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Does ahead what needs no file: starts the program and hands it the lists in use. What fails is told by `importFile`.
   * @param {{before: Snapshots, signal?: AbortSignal}} options `before`: the very object that `importFile` will be given.
   */
  prepare({ before, signal }) {
    this.#prepared?.giveUp.abort();
    const giveUp = new AbortController();
    signal?.addEventListener('abort', () => giveUp.abort());
    if (signal?.aborted) giveUp.abort();
    /** @type {Step} */
    let reached = 'starting';
    /** @type {((step: Step) => void) | undefined} */
    let listening;
    const program = this.#open(before, giveUp.signal, (step) => {
      reached = step;
      listening?.(step);
    });
    program.catch(() => {}); // Whoever waits for it is told.
    const listen = (/** @type {(step: Step) => void} */ listener) => {
      listening = listener;
      listener(reached);
    };
    this.#prepared = { before, giveUp, program, listen };
  }

  /**
   * Reads and checks a file whole, and compares it with the lists in use. Always settles: with what it holds, or with a
   * LookupError, which for a fault of the file names record and column. Going off, `signal` ends the worker.
   * @param {Blob | Uint8Array} file As the user has it, or unpacked.
   * @param {ImportFileOptions} options
   * @returns {Promise<Imported>}
   */
  async importFile(file, options) {
    const { limitMs = 120_000 } = this.#options;
    try {
      return await settle((inner) => this.#run(file, options, inner), { signal: options.signal, limitMs });
    } catch (thrown) {
      throw importError(asLookupError(thrown, 'import_failed'));
    }
  }

  /**
   * @param {Blob | Uint8Array} file
   * @param {ImportFileOptions} options
   * @param {AbortSignal} signal
   * @returns {Promise<Imported>}
   */
  async #run(file, { asOf, before, onProgress }, signal) {
    const bytes = file instanceof Uint8Array ? file : (await readListFile(file, { signal, onProgress })).bytes;
    if (this.#prepared?.before !== before) this.prepare({ before, signal });
    const { giveUp, program, listen } = /** @type {Prepared} */ (this.#prepared);
    this.#prepared = undefined;
    signal.addEventListener('abort', () => giveUp.abort());
    listen((step) => onProgress?.({ step }));
    const { ask, end } = await program;
    try {
      onProgress?.({ step: 'checking' });
      const answer = JSON.parse(
        new TextDecoder().decode(await ask({ kind: 'import', bytes, options: asOf ? { as_of: asOf } : {} })),
      );
      const entityList = await ask({ kind: 'snapshot', which: 0 });
      const others = await ask({ kind: 'snapshot', which: 1 });
      const snapshots = { ...(entityList.length > 0 && { entityList }), ...(others.length > 0 && { others }) };
      return { ...answer, snapshots };
    } finally {
      end();
    }
  }

  /**
   * The program, with the lists in use in its hands.
   * @param {Snapshots} before
   * @param {AbortSignal} signal
   * @param {(step: Step) => void} tell
   * @returns {Promise<Program>}
   */
  async #open(before, signal, tell) {
    const { wasm, stamp } = this.#options;
    const { ask, end } = await this.#start(signal);
    try {
      await ask({ kind: 'start', wasm: placed(wasm), build: stamp?.build });
      tell('comparing');
      for (const part of [before.entityList, before.others]) {
        if (part) await ask({ kind: 'before', bytes: part }).catch(blameListsInUse);
      }
      return { ask, end };
    } catch (thrown) {
      end();
      throw thrown;
    }
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Program>}
   */
  async #start(signal) {
    const { workerUrl, worker = 'auto', startLimitMs = 5_000 } = this.#options;
    const link =
      worker === 'auto' && workerUrl && 'Worker' in globalThis
        ? await WorkerLink.start(workerUrl, { signal, limitMs: startLimitMs })
        : undefined;
    if (!link) return { ask: onThisThread(signal), end: () => {} };
    const end = () => link.fail(new LookupError('aborted'));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    if (link.build !== build) {
      end();
      throw new LookupError('build_mixed', { detail: `the worker is of build ${link.build}` });
    }
    return { ask: (question) => link.ask(/** @type {any} */ (question)), end };
  }
}

/**
 * Asks a core on this thread. Between two questions the page can paint, and the user can give up.
 * @param {AbortSignal} signal
 * @returns {Ask}
 */
function onThisThread(signal) {
  const core = new ImportCore();
  return async (question) => {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) throw new LookupError('aborted');
    return core.answer(question);
  };
}

/**
 * A fault of the lists in use must not look like one of the file.
 * @param {LookupError} error
 */
function blameListsInUse(error) {
  if (error.code === 'aborted') throw error;
  throw new LookupError('import_failed', { detail: `the lists in use: ${error.message}`, cause: error });
}

/**
 * The sentences of the search's own failures would not fit here.
 * @param {LookupError} error
 */
function importError(error) {
  const { code, detail } = error;
  if (code.startsWith('wasm_')) {
    return new LookupError('import_unavailable', { detail: detail ? `${code}: ${detail}` : code, cause: error });
  }
  if (code === 'core_failed' || code === 'worker_failed') {
    return new LookupError('import_failed', { detail: detail ?? code, cause: error });
  }
  return error;
}
