import { LookupError, asLookupError } from './errors.js';
import { LinearMemory } from './memory.js';
import { System } from './system.js';

/**
 * @typedef {{
 *   memory: WebAssembly.Memory,
 *   _initialize(): void,
 *   lookup_allocate(length: number): number,
 *   lookup_release(pointer: number): void,
 *   lookup_about(): number,
 *   lookup_open(pointer: number, length: number): number,
 *   lookup_check(pointer: number, length: number): number,
 * }} Exports
 */

const calls = ['_initialize', 'lookup_allocate', 'lookup_release', 'lookup_about', 'lookup_open', 'lookup_check'];
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Half a character elsewhere than in name and address stays wrong in its place, instead of spoiling the whole request.
 * @param {string} _key
 * @param {unknown} value
 */
const wholeText = (_key, value) => (typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value);

/** The C++ core over one WebAssembly instance: the same calls, in JavaScript's types. */
export class Core {
  #exports;
  #memory;
  #system;
  /** @type {LookupError | undefined} Set when the instance trapped: what it holds in memory can no longer be trusted. */
  #failure;

  /**
   * @param {Exports} exports
   * @param {LinearMemory} memory
   * @param {System} system
   */
  constructor(exports, memory, system) {
    this.#exports = exports;
    this.#memory = memory;
    this.#system = system;
  }

  /**
   * @param {WebAssembly.Module} module
   * @returns {Promise<Core>}
   */
  static async start(module) {
    const memory = new LinearMemory();
    const system = new System(memory);
    /** @type {WebAssembly.Instance} */
    let instance;
    try {
      instance = await WebAssembly.instantiate(module, system.importsOf(module));
    } catch (thrown) {
      throw asLookupError(thrown, thrown instanceof RangeError ? 'memory_refused' : 'wasm_foreign');
    }
    const { exports } = instance;
    const missing = calls.find((name) => typeof exports[name] !== 'function');
    if (missing || !(exports.memory instanceof WebAssembly.Memory)) {
      throw new LookupError('wasm_foreign', { detail: `exports no ${missing ?? 'memory'}` });
    }
    memory.attach(exports.memory);
    const core = new Core(/** @type {Exports} */ (/** @type {unknown} */ (exports)), memory, system);
    core.#guard(() => core.#exports._initialize());
    return core;
  }

  /** @returns {import('../types/index.js').About} */
  about() {
    return this.#guard(() => this.#read(this.#memory.reply(this.#exports.lookup_about())));
  }

  /**
   * Opens a snapshot beside those that are open, all of it or nothing.
   * @param {Uint8Array} snapshot
   * @returns {import('../types/index.js').Opened}
   */
  open(snapshot) {
    return this.#guard(() =>
      this.#read(
        this.#memory.lend(this.#exports, snapshot, (pointer, length) =>
          this.#memory.reply(this.#exports.lookup_open(pointer, length)),
        ),
      ),
    );
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
    return this.#guard(() =>
      this.#read(
        this.#memory.lend(this.#exports, JSON.stringify(request, wholeText), (pointer, length) =>
          this.#memory.reply(this.#exports.lookup_check(pointer, length)),
        ),
      ),
    );
  }

  /** @param {{status: number, text: string}} reply */
  #read({ status, text }) {
    const value = JSON.parse(text);
    if (status !== 0) throw new LookupError(value.code, value);
    return value;
  }

  /**
   * Runs a call; anything but a coded error of the core means that the instance is broken, and it is not used again.
   * @template T
   * @param {() => T} call
   * @returns {T}
   */
  #guard(call) {
    if (this.#failure) throw this.#failure;
    try {
      return call();
    } catch (thrown) {
      if (thrown instanceof LookupError && thrown.code !== 'core_failed') throw thrown;
      this.#failure =
        thrown instanceof LookupError
          ? thrown
          : new LookupError('core_failed', {
              detail: this.#system.lastWords || (thrown instanceof Error ? thrown.message : String(thrown)),
              cause: thrown,
            });
      throw this.#failure;
    }
  }
}
