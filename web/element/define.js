import { EntityLookupElement } from './entity-lookup-element.js';
import { siblings } from './siblings.js';

export { EntityLookupElement } from './entity-lookup-element.js';
export { LookupErrorEvent, LookupListsEvent, LookupReadyEvent, LookupResultEvent } from './events.js';
export { LookupError, openEngine } from '../engine/engine.js';
export { Importer } from '../engine/importer.js';
export { ListStore } from '../engine/list-store.js';
// For the page around the element, which has no copies of its own.
export { trustedScriptUrl } from '../engine/worker-link.js';
export * from './dom.js';
export * from './messages.js';

if (!customElements.get('entity-lookup')) {
  EntityLookupElement.supply = siblings;
  customElements.define('entity-lookup', EntityLookupElement);
}
