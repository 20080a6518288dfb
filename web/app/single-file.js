import { EntityLookupElement } from '../element/entity-lookup-element.js';
import { build } from '../engine/build.js';

/**
 * The bytes of a data block of this page.
 * @param {string} id
 */
function block(id) {
  const text = atob(document.getElementById(id)?.textContent?.trim() ?? '');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const workerUrl = URL.createObjectURL(new Blob([LOOKUP_WORKER], { type: 'text/javascript' }));

EntityLookupElement.supply = () => ({
  wasm: block('lookup-wasm'),
  snapshot: block('entity-list'),
  workerUrl,
  stamp: { build, sha256: LOOKUP_SNAPSHOT },
});
customElements.define('entity-lookup', EntityLookupElement);
