import { LookupError } from './errors.js';

/** @typedef {import('./memory.js').LinearMemory} LinearMemory */

const success = 0;
const badFileDescriptor = 8;
const kept = 500;

/**
 * What the core may ask of a system: a clock, and nothing else that does anything. Only what the module imports is given.
 */
export class System {
  #memory;
  /** The end of what the core wrote to its standard output and error: its last words when it fails. */
  #written = '';

  /** @param {LinearMemory} memory */
  constructor(memory) {
    this.#memory = memory;
  }

  get lastWords() {
    return this.#written.trim();
  }

  /**
   * The imports of a module. Throws `wasm_foreign` when it asks for something that the core never asks for.
   * @param {WebAssembly.Module} module
   * @returns {WebAssembly.Imports}
   */
  importsOf(module) {
    /** @type {Record<string, Record<string, WebAssembly.ImportValue>>} */
    const imports = {};
    const offered = this.#offered();
    for (const { module: space, name, kind } of WebAssembly.Module.imports(module)) {
      const stub = offered[space]?.[name];
      if (!stub || kind !== 'function') throw new LookupError('wasm_foreign', { detail: `imports ${space}.${name}` });
      (imports[space] ??= {})[name] = stub;
    }
    return imports;
  }

  /** @returns {Record<string, Record<string, (...values: never[]) => unknown>>} */
  #offered() {
    const memory = this.#memory;
    /** @type {(count: number, size: number) => number} */
    const noStrings = (count, size) => {
      memory.setWord(count, 0);
      memory.setWord(size, 0);
      return success;
    };
    return {
      wasi_snapshot_preview1: {
        environ_sizes_get: noStrings,
        environ_get: () => success,
        args_sizes_get: noStrings,
        args_get: () => success,
        fd_close: () => badFileDescriptor,
        fd_seek: () => badFileDescriptor,
        fd_read: () => badFileDescriptor,
        fd_write: /** @type {(...values: number[]) => number} */ (
          (_descriptor, vectors, count, lengthWritten) => this.#write(vectors, count, lengthWritten)
        ),
        clock_time_get: /** @type {(clock: number, precision: bigint, result: number) => number} */ (
          (clock, _precision, result) => {
            const realtime = clock === 0;
            const milliseconds = realtime ? Date.now() : performance.now();
            memory.setLong(result, BigInt(Math.round(milliseconds * 1e6)));
            return success;
          }
        ),
        proc_exit: /** @type {(code: number) => never} */ (
          (code) => {
            throw new LookupError('core_failed', { detail: this.lastWords || `exit ${code}` });
          }
        ),
      },
      env: {
        emscripten_notify_memory_growth: () => {},
      },
    };
  }

  /**
   * @param {number} vectors
   * @param {number} count
   * @param {number} lengthWritten
   */
  #write(vectors, count, lengthWritten) {
    let total = 0;
    for (let i = 0; i < count; i += 1) {
      const length = this.#memory.word(vectors + 8 * i + 4);
      this.#written = (this.#written + this.#memory.text(this.#memory.word(vectors + 8 * i), length)).slice(-kept);
      total += length;
    }
    this.#memory.setWord(lengthWritten, total);
    return success;
  }
}
