import { EntityLookupElement } from '../element/entity-lookup-element.js';
import { inlinedSupply } from './inlined-supply.js';

/** Everything that a frame without an origin cannot load, put before this script by the build. */
const parts = /** @type {Record<string, string>} */ (/** @type {any} */ (globalThis).entityLookupParts);

EntityLookupElement.supply = inlinedSupply((id) => parts[id]);
customElements.define('entity-lookup', EntityLookupElement);
