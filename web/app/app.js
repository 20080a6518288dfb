import '../element/define.js';
