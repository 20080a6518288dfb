import { LookupError, asLookupError } from './errors.js';
import { LinearMemory } from './memory.js';
import { System } from './system.js';

/**
 * @typedef {Record<string, (...values: number[]) => number>} Calls
 * @typedef {{lookup_allocate(length: number): number, lookup_release(pointer: number): void}} Allocator
 */

/** What every module of the core exports. */
const always = ['_initialize', 'lookup_allocate', 'lookup_release'];
const decoder = new TextDecoder();

/** One WebAssembly instance of the core, whose calls take bytes or numbers and answer with bytes. */
export class Instance {
  /** @type {Calls} */
  #calls;
  #memory;
  #system;
  /** @type {LookupError | undefined} Set when the instance trapped: what it holds in memory can no longer be trusted. */
  #failure;

  /**
   * @param {Calls} calls
   * @param {LinearMemory} memory
   * @param {System} system
   */
  constructor(calls, memory, system) {
    this.#calls = calls;
    this.#memory = memory;
    this.#system = system;
  }

  /**
   * Errors: `wasm_foreign` when the module is not of the core, `memory_refused`.
   * @param {WebAssembly.Module} module
   * @param {readonly string[]} names The calls that it must have.
   * @returns {Promise<Instance>}
   */
  static async start(module, names) {
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
    const missing = [...always, ...names].find((name) => typeof exports[name] !== 'function');
    if (missing || !(exports.memory instanceof WebAssembly.Memory)) {
      throw new LookupError('wasm_foreign', { detail: `exports no ${missing ?? 'memory'}` });
    }
    memory.attach(exports.memory);
    const started = new Instance(/** @type {Calls} */ (/** @type {unknown} */ (exports)), memory, system);
    started.#guard(() => started.#calls._initialize());
    return started;
  }

  /**
   * Calls, and gives a copy of the bytes of the answer; throws the coded error where the core refused.
   * @param {string} name
   * @param {...(Uint8Array | string | number)} given A string goes in as UTF-8.
   * @returns {Uint8Array}
   */
  call(name, ...given) {
    return this.#guard(() => this.#answer(name, given));
  }

  /**
   * The same for an answer that is JSON; one that is not shows that the instance is broken.
   * @param {string} name
   * @param {...(Uint8Array | string | number)} given
   * @returns {any}
   */
  ask(name, ...given) {
    return this.#guard(() => JSON.parse(decoder.decode(this.#answer(name, given))));
  }

  /**
   * @param {string} name
   * @param {(Uint8Array | string | number)[]} given
   */
  #answer(name, given) {
    const { status, bytes } = this.#memory.reply(this.#handOver(name, given, []));
    if (status === 0) return bytes;
    const error = JSON.parse(decoder.decode(bytes));
    throw new LookupError(error.code, error);
  }

  /**
   * @param {string} name
   * @param {(Uint8Array | string | number)[]} given
   * @param {number[]} handed What the core was given so far.
   * @returns {number}
   */
  #handOver(name, [next, ...rest], handed) {
    if (next === undefined) return this.#calls[name](...handed);
    if (typeof next === 'number') return this.#handOver(name, rest, [...handed, next]);
    return this.#memory.lend(/** @type {Allocator} */ (/** @type {unknown} */ (this.#calls)), next, (...lent) =>
      this.#handOver(name, rest, [...handed, ...lent]),
    );
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
