import { EntityLookupElement } from './entity-lookup-element.js';
import { siblings, translations } from '../engine/siblings.js';
import { wantedLanguage } from './languages.js';
import { translate } from './translation.js';

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
  const define = () => customElements.define('entity-lookup', EntityLookupElement);
  const language = wantedLanguage();
  if (language === 'en') define();
  else void translate(language, translations).then(define);
}
