/**
 * All bytes of a stream, in one piece. What `onPart` throws ends the stream and is thrown.
 * @param {ReadableStream<Uint8Array>} stream
 * @param {(part: Uint8Array, count: number) => void} onPart Told each part, and how many bytes have come with it.
 * @returns {Promise<Uint8Array>}
 */
export async function wholeOf(stream, onPart) {
  const reader = stream.getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let count = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      count += value.length;
      onPart(value, count);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  return joined(parts);
}

/**
 * @param {Uint8Array[]} parts
 * @returns {Uint8Array} The only part itself, or a new piece.
 */
export function joined(parts) {
  if (parts.length === 1) return parts[0];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
