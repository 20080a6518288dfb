import '../element/define.js';
import { Shell } from './shell.js';

new Shell().start();
