import './page-messages.js';
import '../element/define.js';
import './offline.js';
import { Shell } from './shell.js';

new Shell().start();
