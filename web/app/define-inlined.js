import { EntityLookupElement } from '../element/entity-lookup-element.js';
import { wantedLanguage } from '../element/languages.js';
import { translate } from '../element/translation.js';
import { build } from '../engine/build.js';
import { fromBase85 } from './base85.js';

/** @param {string} script */
const scriptUrl = (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/**
 * Registers the element with core, lists, workers and messages from where all is in one file.
 * @param {(id: string) => string} textOf Gives a file, packed by gzip and written in base 85.
 */
export async function defineInlined(textOf) {
  /** @param {string} id */
  const bytesOf = (id) => fromBase85(textOf(id).trim());
  const workerUrl = scriptUrl(LOOKUP_WORKER);
  const importWorkerUrl = scriptUrl(LOOKUP_IMPORT_WORKER);
  EntityLookupElement.supply = () => ({
    wasm: bytesOf('lookup-wasm'),
    snapshot: bytesOf('entity-list'),
    others: bytesOf('other-lists'),
    workerUrl,
    importer: () => ({ wasm: bytesOf('lookup-import-wasm'), workerUrl: importWorkerUrl }),
    stamp: { build, sha256: LOOKUP_SNAPSHOT, others: LOOKUP_OTHERS, asOf: LOOKUP_AS_OF },
  });
  await translate(wantedLanguage(), {
    zh: () => bytesOf('messages-zh'),
    es: () => bytesOf('messages-es'),
    de: () => bytesOf('messages-de'),
  });
  customElements.define('entity-lookup', EntityLookupElement);
}
