import { build } from './build.js';

const query = build ? `?build=${build}` : '';

/**
 * The files that lie beside this script, each by an address that a bundler can read off. The addresses carry the build, so that
 * no cache mixes two. They are made when they are asked for: a script that was bundled into a classic one has none.
 */
const files = {
  wasm: () => new URL('./lookup.wasm', import.meta.url).href + query,
  snapshot: () => new URL('./entity-list.json', import.meta.url).href + query,
  others: () => new URL('./other-lists.json', import.meta.url).href + query,
  workerUrl: () => new URL('./lookup-worker.js', import.meta.url).href + query,
  importWasm: () => new URL('./lookup-import.wasm', import.meta.url).href + query,
  importWorkerUrl: () => new URL('./lookup-import-worker.js', import.meta.url).href + query,
};

/** The messages in other languages, which lie beside it too. */
export const translations = {
  zh: () => new URL('./messages-zh.json', import.meta.url).href + query,
  es: () => new URL('./messages-es.json', import.meta.url).href + query,
  de: () => new URL('./messages-de.json', import.meta.url).href + query,
};

/** What the files of this build must be. */
export const ownStamp = {
  build,
  sha256: typeof LOOKUP_SNAPSHOT === 'string' ? LOOKUP_SNAPSHOT : undefined,
  others: typeof LOOKUP_OTHERS === 'object' ? LOOKUP_OTHERS : undefined,
  asOf: typeof LOOKUP_AS_OF === 'string' ? LOOKUP_AS_OF : undefined,
};

/**
 * Where everything is, for the element.
 * @returns {import('../types/index.js').EngineOptions}
 */
export function siblings() {
  return {
    wasm: files.wasm(),
    snapshot: files.snapshot(),
    others: files.others(),
    workerUrl: files.workerUrl(),
    importer: () => ({ wasm: files.importWasm(), workerUrl: files.importWorkerUrl() }),
    stamp: ownStamp,
  };
}

/**
 * What options leave open, taken from the files of this build. Files of one's own are of no particular build, and the other
 * lists belong to this build's first list only.
 * @param {Partial<import('../types/index.js').EngineOptions>} options
 * @param {{[file in 'wasm' | 'snapshot' | 'others' | 'workerUrl']?: () => any}} from
 * @returns {import('../types/index.js').EngineOptions}
 */
export function completed(options, from = files) {
  const isOwn = options.wasm !== undefined || options.snapshot !== undefined;
  const hasOthers = options.others !== undefined || options.snapshot !== undefined;
  return {
    ...options,
    wasm: options.wasm ?? from.wasm?.(),
    snapshot: options.snapshot ?? from.snapshot?.(),
    others: hasOthers ? options.others : from.others?.(),
    workerUrl: options.workerUrl ?? (options.worker === 'off' ? undefined : from.workerUrl?.()),
    stamp: options.stamp ?? {
      ...(isOwn ? {} : ownStamp),
      others: hasOthers ? undefined : isOwn ? { lists: ownStamp.others?.lists } : ownStamp.others,
    },
  };
}
