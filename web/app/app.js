import './page-messages.js';
import '../element/define.js';
