import { LookupError } from './errors.js';
import { wholeOf } from './stream.js';

/**
 * @typedef {import('./source.js').PlacedSource} PlacedSource
 * @typedef {(share: number | undefined) => void} OnProgress Told from 0 to 1 how much has come; undefined where the length
 *     is not known.
 */

/**
 * Where a source must be fetched, the answer of the server; throws `code` when there is none or its status is not a success.
 * @param {string} url
 * @param {'wasm_unreachable' | 'snapshot_unreachable'} code
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 */
export async function fetchResponse(url, code, signal) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(url, { signal, credentials: 'same-origin' });
  } catch (cause) {
    if (signal?.aborted) throw new LookupError('aborted', { cause });
    throw new LookupError(code, { detail: url, cause });
  }
  if (!response.ok) throw new LookupError(code, { detail: `${response.status} for ${url}` });
  return response;
}

/**
 * The bytes of an answer; throws `code` when the connection breaks in the middle.
 * @param {Response} response
 * @param {'wasm_unreachable' | 'snapshot_unreachable'} code
 * @param {AbortSignal} [signal]
 * @param {OnProgress} [onProgress]
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(response, code, signal, onProgress) {
  try {
    if (onProgress && response.body) {
      const length = lengthOf(response);
      return await wholeOf(response.body, (_, count) => onProgress(length && Math.min(count / length, 1)));
    }
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw new LookupError('aborted', { cause });
    throw new LookupError(code, { detail: `broke off: ${response.url}`, cause });
  }
}

/**
 * How many bytes will come; undefined where the server does not say, or says it of a packed form that is unpacked on the way.
 * @param {Response} response
 */
function lengthOf({ headers }) {
  const length = Number(headers.get('content-length'));
  return length > 0 && !headers.get('content-encoding') ? length : undefined;
}

/**
 * A source given as bytes, unpacked where it is gzip. Bytes that break off in the middle of a gzip stream give `damaged`.
 * @param {ArrayBuffer | ArrayBufferView} source
 * @param {'wasm_damaged' | 'snapshot_truncated'} damaged
 * @returns {Promise<Uint8Array>}
 */
export async function unpacked(source, damaged) {
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes;
  const packed = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream();
  try {
    return new Uint8Array(await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  } catch (cause) {
    throw new LookupError(damaged, { detail: 'the gzip stream is damaged', cause });
  }
}

/**
 * The bytes of a snapshot, from wherever it is.
 * @param {PlacedSource} source
 * @param {AbortSignal} [signal]
 * @param {OnProgress} [onProgress]
 * @returns {Promise<Uint8Array>}
 */
export async function snapshotBytes(source, signal, onProgress) {
  const code = 'snapshot_unreachable';
  if (typeof source === 'string') {
    const response = await fetchResponse(source, code, signal);
    return unpacked(await bytesOf(response, code, signal, onProgress), 'snapshot_truncated');
  }
  return unpacked(source, 'snapshot_truncated');
}
