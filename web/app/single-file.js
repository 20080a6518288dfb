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

const workerUrl = URL.createObjectURL(new Blob([LOOKUP_WORKER], { type: 'text/javascript' }));

EntityLookupElement.supply = () => ({
  wasm: block('lookup-wasm'),
  snapshot: block('entity-list'),
  others: block('other-lists'),
  workerUrl,
  stamp: { build, sha256: LOOKUP_SNAPSHOT, others: LOOKUP_OTHERS },
});
customElements.define('entity-lookup', EntityLookupElement);
