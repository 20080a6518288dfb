import { build } from '../engine/build.js';

/** @param {string} script */
const scriptUrl = (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/**
 * Core, lists and workers from where all is in one file.
 * @param {(id: string) => string} textOf Gives a file, packed by gzip and written in base64.
 * @returns {() => import('../types/index.js').EngineOptions}
 */
export function inlinedSupply(textOf) {
  /** @param {string} id */
  const bytesOf = (id) => {
    const text = atob(textOf(id).trim());
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return bytes;
  };
  const workerUrl = scriptUrl(LOOKUP_WORKER);
  const importWorkerUrl = scriptUrl(LOOKUP_IMPORT_WORKER);
  return () => ({
    wasm: bytesOf('lookup-wasm'),
    snapshot: bytesOf('entity-list'),
    others: bytesOf('other-lists'),
    workerUrl,
    importer: () => ({ wasm: bytesOf('lookup-import-wasm'), workerUrl: importWorkerUrl }),
    stamp: { build, sha256: LOOKUP_SNAPSHOT, others: LOOKUP_OTHERS, asOf: LOOKUP_AS_OF },
  });
}
