// A core that gets no more than so much memory: what a browser that has none left does to the real one.

/**
 * The number at `at`, in LEB128, and where what follows begins.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function numberAt(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next: at };
  }
}

/** @param {number} value */
function written(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/**
 * The module with another upper limit of its one memory (WebAssembly core specification 1.0, 5.5.8).
 * @param {Uint8Array} wasm
 * @param {number} megabytes
 */
export function withMemoryLimit(wasm, megabytes) {
  const memorySection = 5;
  for (let at = 8; at < wasm.length;) {
    const { value: length, next: begin } = numberAt(wasm, at + 1);
    if (wasm[at] === memorySection) {
      const { value: least } = numberAt(wasm, begin + 2);
      const content = [1, 1, ...written(least), ...written(megabytes * 16)];
      const section = Uint8Array.of(memorySection, ...written(content.length), ...content);
      return Buffer.concat([wasm.subarray(0, at), section, wasm.subarray(begin + length)]);
    }
    at = begin + length;
  }
  throw new Error('a module without a memory');
}
