import { LookupError } from './errors.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The core's linear memory. Every view of it dies when the memory grows, so none is kept, and no other file makes one.
 */
export class LinearMemory {
  /** @type {WebAssembly.Memory | undefined} */
  #memory;

  /** @param {WebAssembly.Memory} memory Known only after instantiation, which already needs the system stubs. */
  attach(memory) {
    this.#memory = memory;
  }

  get #buffer() {
    if (!this.#memory) throw new LookupError('core_failed', { detail: 'memory used before it exists' });
    return this.#memory.buffer;
  }

  /**
   * Copies bytes into memory that the core allocates, calls, and releases them. A call that traps leaves the core unusable,
   * so nothing is released then.
   * @template T
   * @param {{lookup_allocate(length: number): number, lookup_release(pointer: number): void}} core
   * @param {Uint8Array | string} data A string goes in as UTF-8.
   * @param {(pointer: number, length: number) => T} call
   * @returns {T}
   */
  lend(core, data, call) {
    const bytes = typeof data === 'string' ? encoder.encode(data) : data;
    const pointer = core.lookup_allocate(bytes.length) >>> 0;
    if (pointer === 0) throw new LookupError('memory_refused', { detail: `${bytes.length} bytes` });
    new Uint8Array(this.#buffer, pointer, bytes.length).set(bytes);
    const result = call(pointer, bytes.length);
    core.lookup_release(pointer);
    return result;
  }

  /**
   * The core's reply at an address: three little-endian 32-bit words, and a copy of the bytes that the last two point at.
   * @param {number} address
   * @returns {{status: number, bytes: Uint8Array}}
   */
  reply(address) {
    const words = new DataView(this.#buffer, address >>> 0, 12);
    const bytes = new Uint8Array(this.#buffer, words.getUint32(4, true), words.getUint32(8, true));
    return { status: words.getUint32(0, true), bytes: bytes.slice() };
  }

  /**
   * @param {number} pointer
   * @param {number} length In bytes.
   * @returns {string}
   */
  text(pointer, length) {
    return decoder.decode(new Uint8Array(this.#buffer, pointer >>> 0, length));
  }

  /**
   * @param {number} pointer
   * @returns {number}
   */
  word(pointer) {
    return new DataView(this.#buffer, pointer >>> 0, 4).getUint32(0, true);
  }

  /**
   * @param {number} pointer
   * @param {number} value
   */
  setWord(pointer, value) {
    new DataView(this.#buffer, pointer >>> 0, 4).setUint32(0, value, true);
  }

  /**
   * @param {number} pointer
   * @param {bigint} value
   */
  setLong(pointer, value) {
    new DataView(this.#buffer, pointer >>> 0, 8).setBigUint64(0, value, true);
  }
}
