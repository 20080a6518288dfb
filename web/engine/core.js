import { LookupError } from './errors.js';
import { Instance } from './instance.js';

const calls = /** @type {const} */ (['lookup_about', 'lookup_open', 'lookup_check', 'lookup_browse', 'lookup_entry']);
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Half a character elsewhere than in name and address stays wrong in its place, instead of spoiling the whole request.
 * @param {string} _key
 * @param {unknown} value
 */
const wholeText = (_key, value) => (typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value);

/** The C++ core over one WebAssembly instance: what `wasm/abi/lookup_abi.cpp` offers, in JavaScript's types. */
export class Core {
  #instance;

  /** @param {Instance} instance */
  constructor(instance) {
    this.#instance = instance;
  }

  /**
   * @param {WebAssembly.Module} module
   * @returns {Promise<Core>}
   */
  static async start(module) {
    return new Core(await Instance.start(module, calls));
  }

  /** @returns {import('../types/index.js').About} */
  about() {
    return this.#instance.ask('lookup_about');
  }

  /**
   * Opens a snapshot beside those that are open, all of it or nothing.
   * @param {Uint8Array} snapshot
   * @returns {import('../types/index.js').Opened}
   */
  open(snapshot) {
    return this.#instance.ask('lookup_open', snapshot);
  }

  /**
   * @param {import('../types/index.js').Request} request
   * @returns {import('../types/index.js').Answer}
   */
  check(request) {
    // The encoder would turn half a character into U+FFFD and check another text than the one asked for.
    for (const field of /** @type {const} */ (['name', 'address'])) {
      if (loneSurrogate.test(request[field] ?? '')) throw new LookupError('name_not_text', { field });
    }
    const none = /** @type {const} */ (['lists', 'kinds']).find((field) => request[field]?.length === 0);
    // To the core, none chosen is the same as all.
    if (none) throw new LookupError('nothing_chosen', { field: none });
    return this.#instance.ask('lookup_check', JSON.stringify(request, wholeText));
  }

  /**
   * @param {import('../types/index.js').CatalogueFilter} filter
   * @returns {import('../types/index.js').CataloguePage}
   */
  browse(filter) {
    return this.#instance.ask('lookup_browse', JSON.stringify(filter, wholeText));
  }

  /**
   * @param {import('../types/index.js').EntryRequest} request
   * @returns {import('../types/index.js').EntryAnswer}
   */
  entry(request) {
    return this.#instance.ask('lookup_entry', JSON.stringify(request, wholeText));
  }
}
