import { build } from '../engine/build.js';

/**
 * The files that lie beside this script in the site folder. Their addresses carry the build, so that no cache mixes two.
 * @returns {import('../types/index.js').EngineOptions}
 */
export function siblings() {
  const query = build ? `?build=${build}` : '';
  return {
    wasm: new URL('./lookup.wasm', import.meta.url).href + query,
    snapshot: new URL('./entity-list.json', import.meta.url).href + query,
    others: new URL('./other-lists.json', import.meta.url).href + query,
    workerUrl: new URL('./lookup-worker.js', import.meta.url).href + query,
    importer: () => ({
      wasm: new URL('./lookup-import.wasm', import.meta.url).href + query,
      workerUrl: new URL('./lookup-import-worker.js', import.meta.url).href + query,
    }),
    stamp: {
      build,
      sha256: typeof LOOKUP_SNAPSHOT === 'string' ? LOOKUP_SNAPSHOT : undefined,
      others: typeof LOOKUP_OTHERS === 'object' ? LOOKUP_OTHERS : undefined,
      asOf: typeof LOOKUP_AS_OF === 'string' ? LOOKUP_AS_OF : undefined,
    },
  };
}
