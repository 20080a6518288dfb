import { bytesOf, fetchResponse, unpacked } from './bytes.js';
import { LookupError } from './errors.js';

/** @typedef {import('./source.js').PlacedSource} PlacedSource */

const magic = [0x00, 0x61, 0x73, 0x6d];
const smallestModule = Uint8Array.of(...magic, 1, 0, 0, 0);

/**
 * Compiles the core. A wrong MIME type, which some servers send, is no error; a 404 page in place of the file is.
 * @param {PlacedSource} source
 * @param {{build?: string, signal?: AbortSignal}} [options] `build`: the stamp that the file must carry.
 * @returns {Promise<WebAssembly.Module>}
 */
export async function loadModule(source, { build, signal } = {}) {
  const module =
    typeof source === 'string'
      ? await compileResponse(await fetchResponse(source, 'wasm_unreachable', signal), signal)
      : await compileBytes(await unpacked(source, 'wasm_damaged'));
  if (build !== undefined && stampOf(module) !== build) {
    throw new LookupError('build_mixed', { detail: `lookup.wasm is of build ${stampOf(module) ?? '(none)'}` });
  }
  return module;
}

/**
 * @param {Response} response
 * @param {AbortSignal} [signal]
 */
async function compileResponse(response, signal) {
  const isWasm = response.headers.get('content-type')?.split(';')[0].trim() === 'application/wasm';
  if (isWasm && 'compileStreaming' in WebAssembly) {
    const spare = response.clone();
    try {
      return await WebAssembly.compileStreaming(response);
    } catch {
      // The bytes tell what was wrong: the stream's own message differs from browser to browser.
      return compileBytes(await bytesOf(spare, 'wasm_unreachable', signal));
    }
  }
  return compileBytes(await unpacked(await bytesOf(response, 'wasm_unreachable', signal), 'wasm_damaged'));
}

/** @param {Uint8Array} bytes */
async function compileBytes(bytes) {
  if (!magic.every((byte, i) => bytes[i] === byte)) {
    throw new LookupError('wasm_not_wasm', { detail: bytes.length === 0 ? 'the file is empty' : undefined });
  }
  try {
    return await WebAssembly.compile(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : undefined;
    throw new LookupError((await isAllowed()) ? 'wasm_damaged' : 'wasm_refused', { detail, cause });
  }
}

/** Whether this page may compile WebAssembly at all: a security policy forbids the smallest module too. */
async function isAllowed() {
  try {
    await WebAssembly.compile(smallestModule);
    return true;
  } catch {
    return false;
  }
}

/**
 * The build that a module says it belongs to.
 * @param {WebAssembly.Module} module
 */
function stampOf(module) {
  const [section] = WebAssembly.Module.customSections(module, 'entity_lookup_build');
  return section && new TextDecoder().decode(section);
}
