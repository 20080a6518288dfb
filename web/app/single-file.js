import './page-messages.js';
import { EntityLookupElement } from '../element/entity-lookup-element.js';
import { build } from '../engine/build.js';

/**
 * The bytes of a data block of this page.
 * @param {string} id
 */
function block(id) {
  const text = atob(document.getElementById(id)?.textContent?.trim() ?? '');
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** @param {string} script */
const scriptUrl = (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

const workerUrl = scriptUrl(LOOKUP_WORKER);
const importWorkerUrl = scriptUrl(LOOKUP_IMPORT_WORKER);

EntityLookupElement.supply = () => ({
  wasm: block('lookup-wasm'),
  snapshot: block('entity-list'),
  others: block('other-lists'),
  workerUrl,
  importer: () => ({ wasm: block('lookup-import-wasm'), workerUrl: importWorkerUrl }),
  stamp: { build, sha256: LOOKUP_SNAPSHOT, others: LOOKUP_OTHERS, asOf: LOOKUP_AS_OF },
});
customElements.define('entity-lookup', EntityLookupElement);
