import { Instance } from './instance.js';
import { loadModule } from './module.js';

/**
 * The questions of an import, in the order in which they are asked; each but `start` needs those before it.
 * @typedef {{kind: 'start', wasm: import('./source.js').PlacedSource, build?: string}
 *   | {kind: 'before', bytes: Uint8Array}
 *   | {kind: 'import', bytes: Uint8Array, options: Record<string, string>}
 *   | {kind: 'snapshot', which: number}} ImportQuestion
 */

const calls = /** @type {const} */ (['lookup_import_before', 'lookup_import', 'lookup_imported']);

/** The core of an import: what `wasm/abi/import_abi.cpp` says of it. One import each. */
export class ImportCore {
  /** @type {Instance | undefined} */
  #instance;

  /**
   * @param {ImportQuestion} question
   * @returns {Promise<unknown>}
   */
  async answer(question) {
    if (question.kind === 'start') {
      const { wasm, build } = question;
      this.#instance = await Instance.start(await loadModule(wasm, { build }), calls);
      return undefined;
    }
    const instance = /** @type {Instance} */ (this.#instance);
    switch (question.kind) {
      case 'before':
        instance.call('lookup_import_before', question.bytes);
        return undefined;
      case 'import':
        return instance.call('lookup_import', JSON.stringify(question.options), question.bytes);
      default:
        return instance.call('lookup_imported', question.which);
    }
  }
}
