// The engine as a package gives it to Node.js: the same, with files that are read and not fetched.
import { readFile } from 'node:fs/promises';
import { openEngine } from './engine.js';
import { LookupError } from './errors.js';
import { completed } from './siblings.js';

export { Engine, LookupError, coreErrorCodes, engineErrorCodes, openEngine } from './engine.js';
export { screen } from './screen.js';

/** @typedef {import('../types/index.js').Source} Source */

/**
 * An engine with the files of this package, which lie beside this script.
 * @param {Partial<import('../types/index.js').EngineOptions>} [options] Go before; addresses may be those of files.
 */
export async function open(options = {}) {
  const { wasm, snapshot, others, ...rest } = completed(options, {
    wasm: () => new URL('./lookup.wasm', import.meta.url),
    snapshot: () => new URL('./entity-list.json', import.meta.url),
    others: () => new URL('./other-lists.json', import.meta.url),
  });
  return openEngine({
    ...rest,
    wasm: await read(wasm, 'wasm_unreachable'),
    snapshot: await read(snapshot, 'snapshot_unreachable'),
    others: others && (await read(others, 'snapshot_unreachable')),
  });
}

/**
 * @param {Source} source
 * @param {'wasm_unreachable' | 'snapshot_unreachable'} code
 * @returns {Promise<Source>}
 */
async function read(source, code) {
  const isFile = (typeof source === 'string' || source instanceof URL) && /^file:/i.test(String(source));
  if (!isFile) return source;
  try {
    return await readFile(new URL(source));
  } catch (cause) {
    throw new LookupError(code, { detail: String(source), cause });
  }
}
