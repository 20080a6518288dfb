const header = [0x1f, 0x8b, 0x08];
/** The shortest member: a header of 10 bytes, an empty deflate stream of 2, and CRC-32 and length of 4 each. */
const shortest = 20;
/** Deflate makes nothing longer than so many times its own length. */
const highestRatio = 1032;

/**
 * Where the members of a gzip file may end: RFC 1952, 2.2 lets several follow one another, and only unpacking one tells where
 * it ends. A place in the middle of one can look so too, though hardly ever. The last is the end of the file.
 * @param {Uint8Array} bytes
 * @returns {Generator<number>}
 */
export function* possibleMemberEnds(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.indexOf(header[0], shortest); at >= 0; at = bytes.indexOf(header[0], at + 1)) {
    const isHeader = header.every((byte, i) => bytes[at + i] === byte) && (bytes[at + 3] & 0xe0) === 0;
    // The length of what came before stands right before the next header.
    if (isHeader && view.getUint32(at - 4, true) <= highestRatio * at) yield at;
  }
  yield bytes.length;
}
