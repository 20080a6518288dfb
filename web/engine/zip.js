import { LookupError } from './errors.js';

/**
 * A file inside a zip archive, as its central directory names it (PKWARE's APPNOTE 6.3.10, 4.3.12).
 * @typedef {object} ZipEntry
 * @property {string} name With its folders.
 * @property {number} method 0: stored. 8: deflate.
 * @property {boolean} encrypted
 * @property {number} crc
 * @property {number} packedLength In bytes.
 * @property {number} length Unpacked, in bytes.
 * @property {number} begin Where its local header begins.
 */

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
/** What stands where the value is in the longer fields of zip64 instead. */
const elsewhere16 = 0xffff;
const elsewhere32 = 0xffffffff;

/** @param {string} detail */
const damaged = (detail) => new LookupError('archive_damaged', { detail });

/**
 * The files of an archive, in the order of its directory. Errors: `archive_damaged`; `archive_unsupported` for one of zip64.
 * @param {Uint8Array} bytes
 * @returns {ZipEntry[]}
 */
export function zipEntries(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count === elsewhere16 || length === elsewhere32 || offset === elsewhere32) {
    throw new LookupError('archive_unsupported', { detail: 'zip64' });
  }
  // Offsets count from the beginning of the archive, which need not be that of the file.
  const base = end - length - offset;
  if (base < 0) throw damaged('the directory is not where it should be');
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = base + offset;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw damaged(`entry ${i + 1} of the directory`);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged(`entry ${i + 1} of the directory`);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedLength: view.getUint32(at + 20, true),
      length: view.getUint32(at + 24, true),
      begin: base + view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/**
 * The packed bytes of an entry. Errors: `archive_damaged`; `archive_unsupported` for one of zip64.
 * @param {Uint8Array} bytes Of the archive.
 * @param {ZipEntry} entry
 */
export function packedBytes(bytes, { begin, packedLength, length, name }) {
  if (packedLength === elsewhere32 || length === elsewhere32) {
    throw new LookupError('archive_unsupported', { detail: `zip64: ${name}` });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begin + 30 > bytes.length || view.getUint32(begin, true) !== localSignature) throw damaged(name);
  const at = begin + 30 + view.getUint16(begin + 26, true) + view.getUint16(begin + 28, true);
  if (at + packedLength > bytes.length) throw damaged(name);
  return bytes.subarray(at, at + packedLength);
}

/**
 * Where the end record begins: it is the last thing in the file but for a comment, whose length it gives.
 * @param {DataView} view
 */
function endOf(view) {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (
      view.getUint32(at, true) === endSignature &&
      at + endLength + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at;
    }
  }
  throw damaged('the end of the archive is missing');
}
