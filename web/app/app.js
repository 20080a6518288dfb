import './page-messages.js';
import '../element/define.js';
import { startOffline } from './offline.js';
import { Shell } from './shell.js';

void customElements.whenDefined('entity-lookup').then(() => {
  new Shell().start();
  startOffline();
});
