import './page-messages.js';
import { EntityLookupElement } from '../element/entity-lookup-element.js';
import { inlinedSupply } from './inlined-supply.js';
import { Shell } from './shell.js';

EntityLookupElement.supply = inlinedSupply((id) => document.getElementById(id)?.textContent ?? '');
customElements.define('entity-lookup', EntityLookupElement);
new Shell().start();
