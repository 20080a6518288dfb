import '../element/define.js';
import './offline.js';
