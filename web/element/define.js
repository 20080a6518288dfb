import { EntityLookupElement } from './entity-lookup-element.js';
import { siblings } from '../engine/siblings.js';

export { EntityLookupElement } from './entity-lookup-element.js';
export {
  LookupDecisionEvent,
  LookupErrorEvent,
  LookupListsEvent,
  LookupReadyEvent,
  LookupResultEvent,
} from './events.js';
export { LookupError, openEngine } from '../engine/engine.js';
export { screen } from '../engine/screen.js';

if (!customElements.get('entity-lookup')) {
  EntityLookupElement.supply = siblings;
  customElements.define('entity-lookup', EntityLookupElement);
}
