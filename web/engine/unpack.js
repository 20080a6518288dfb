import { crc32 } from './crc32.js';
import { LookupError } from './errors.js';
import { possibleMemberEnds } from './gzip.js';
import { joined, wholeOf } from './stream.js';
import { packedBytes, zipEntries } from './zip.js';

/**
 * @typedef {import('./zip.js').ZipEntry} ZipEntry
 * @typedef {import('../types/update.js').ReadFile} ReadFile
 * @typedef {import('../types/update.js').ReadOptions} ReadOptions
 */

/** The official files have 6 MB (CSV) and 60 MB (JSON): what is much longer is no list. */
export const limitBytes = 200_000_000;

/** How files begin that people take for a list by mistake, or that are packed in a way of their own. */
const foreign = /** @type {[string, number[]][]} */ ([
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', [0x47, 0x49, 0x46, 0x38]],
  ['an old Excel or Word document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
]);
const gzip = [0x1f, 0x8b];
const zips = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

/**
 * The bytes of a list file as the user has it: plain, gzip, or a zip archive with one CSV or JSON file in it. What it is tells
 * its beginning, not its name. Whether the bytes are a list is for the core to say.
 *
 * Errors: `file_gone` when the browser cannot read it any more; `file_too_large` above `limitBytes`, packed or unpacked;
 * `file_not_list` for what begins like something else; `archive_damaged`; `archive_empty` and `archive_several` where an
 * archive holds no or more than one CSV or JSON file; `archive_unsupported` for one that is encrypted, of zip64, or packed
 * otherwise than by deflate; `aborted`.
 * @param {Blob & {name?: string}} file
 * @param {ReadOptions} [options]
 * @returns {Promise<ReadFile>}
 */
export async function readListFile(file, { signal, onProgress, limit = limitBytes } = {}) {
  const packed = await readWhole(file, { signal, limit, onProgress });
  const name = file.name ?? '';
  if (beginsWith(packed, gzip)) {
    const bytes = await gunzipped(packed, { signal, limit, onProgress });
    return { bytes: expectText(bytes), name: name.replace(/\.gz$/i, '') };
  }
  if (zips.some((signature) => beginsWith(packed, signature))) {
    const entry = onlyList(zipEntries(packed));
    const bytes = await unzipped(packed, entry, { signal, limit, onProgress });
    return { bytes: expectText(bytes), name: entry.name };
  }
  return { bytes: expectText(packed), name };
}

/**
 * @param {Blob} file
 * @param {Required<Pick<ReadOptions, 'limit'>> & ReadOptions} options
 */
async function readWhole(file, { signal, limit, onProgress }) {
  if (file.size > limit) throw tooLarge(file.size);
  try {
    return await limited(file.stream(), {
      signal,
      limit,
      onPart: (_, count) => onProgress?.({ step: 'reading', share: file.size ? count / file.size : 1 }),
    });
  } catch (thrown) {
    if (thrown instanceof LookupError) throw thrown;
    throw new LookupError('file_gone', { detail: thrown instanceof Error ? thrown.message : undefined, cause: thrown });
  }
}

/**
 * What all members of a gzip file hold.
 * @param {Uint8Array} packed
 * @param {{limit: number} & ReadOptions} options
 */
async function gunzipped(packed, { signal, limit, onProgress }) {
  /** @type {Uint8Array[]} */
  const members = [];
  let begin = 0;
  let room = limit;
  for (const end of possibleMemberEnds(packed)) {
    const share = (/** @type {number} */ part) => (begin + part * (end - begin)) / packed.length;
    try {
      const member = await inflated('gzip', packed.subarray(begin, end), {
        signal,
        limit: room,
        onProgress: ({ step, share: part = 0 }) => onProgress?.({ step, share: share(part) }),
      });
      members.push(member);
      begin = end;
      room -= member.length;
    } catch (thrown) {
      // A member that does not end here may end further on.
      if (end === packed.length || /** @type {LookupError} */ (thrown).code !== 'archive_damaged') throw thrown;
    }
  }
  return joined(members);
}

/**
 * @param {'gzip' | 'deflate-raw'} format
 * @param {Uint8Array} packed
 * @param {{limit: number, signal?: AbortSignal, onProgress?: ReadOptions['onProgress'], onPart?: (part: Uint8Array) => void}}
 *     options
 */
async function inflated(format, packed, { limit, signal, onProgress, onPart }) {
  /** @type {TransformStream<Uint8Array, Uint8Array>} */
  let unpacking;
  try {
    unpacking = /** @type {any} */ (new DecompressionStream(format));
  } catch (cause) {
    throw new LookupError('archive_unsupported', { detail: `this browser does not unpack ${format}`, cause });
  }
  // The stream tells how much came out, not how much went in: what is taken from here is told instead.
  let taken = 0;
  const step = 1 << 18;
  const source = new ReadableStream({
    pull(controller) {
      if (taken >= packed.length) {
        controller.close();
        return;
      }
      controller.enqueue(packed.subarray(taken, taken + step));
      taken += step;
      onProgress?.({ step: 'unpacking', share: Math.min(1, taken / packed.length) });
    },
  });
  try {
    return await limited(source.pipeThrough(unpacking), { signal, limit, onPart });
  } catch (thrown) {
    if (thrown instanceof LookupError) throw thrown;
    throw new LookupError('archive_damaged', {
      detail: thrown instanceof Error ? thrown.message : undefined,
      cause: thrown,
    });
  }
}

/**
 * @param {Uint8Array} archive
 * @param {ZipEntry} entry
 * @param {{limit: number} & ReadOptions} options
 */
async function unzipped(archive, entry, options) {
  const { name, method, encrypted, length, crc } = entry;
  if (encrypted) throw new LookupError('archive_unsupported', { detail: `encrypted: ${name}` });
  if (method !== 0 && method !== 8)
    throw new LookupError('archive_unsupported', { detail: `method ${method}: ${name}` });
  const packed = packedBytes(archive, entry);
  if (length > options.limit) throw tooLarge(length);
  let found = 0;
  let count = 0;
  /** @param {Uint8Array} part */
  const onPart = (part) => {
    found = crc32(part, found);
    count += part.length;
    if (count > length) throw new LookupError('archive_damaged', { detail: name });
  };
  let bytes = packed;
  if (method === 0) onPart(packed);
  else bytes = await inflated('deflate-raw', packed, { ...options, onPart });
  if (count !== length || found !== crc) throw new LookupError('archive_damaged', { detail: name });
  return bytes;
}

/**
 * The one file of an archive that can be a list.
 * @param {ZipEntry[]} entries
 */
function onlyList(entries) {
  const lists = entries.filter(({ name }) => /\.(csv|json)$/i.test(name) && !/(^|\/)(__MACOSX\/|\.[^/]*$)/.test(name));
  if (lists.length === 1) return lists[0];
  if (lists.length === 0) throw new LookupError('archive_empty');
  const names = lists.slice(0, 3).map(({ name }) => name);
  throw new LookupError('archive_several', { detail: names.join(', ') + (lists.length > 3 ? ' …' : '') });
}

/**
 * Bytes that may be text, as they are.
 * @param {Uint8Array} bytes
 */
function expectText(bytes) {
  const other = foreign.find(([, signature]) => beginsWith(bytes, signature));
  if (other) throw new LookupError('file_not_list', { detail: other[0] });
  if (/^\ufeff?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64)))) {
    throw new LookupError('file_not_list', { detail: 'a web page or XML' });
  }
  return bytes;
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} signature
 */
function beginsWith(bytes, signature) {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** @param {number} length In bytes. */
function tooLarge(length) {
  return new LookupError('file_too_large', { detail: `${Math.ceil(length / 1e6)} MB` });
}

/**
 * All that a stream gives, unless it is too much or given up.
 * @param {ReadableStream<Uint8Array>} stream
 * @param {{signal?: AbortSignal, limit: number, onPart?: (part: Uint8Array, count: number) => void}} options
 */
function limited(stream, { signal, limit, onPart }) {
  return wholeOf(stream, (part, count) => {
    if (signal?.aborted) throw new LookupError('aborted', { cause: signal.reason });
    onPart?.(part, count);
    if (count > limit) throw tooLarge(count);
  });
}
