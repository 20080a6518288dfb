// What brings in newer lists. It is loaded when its panel is opened, or when the browser keeps lists that were brought in.
import './update-messages.js';
import { sheetOf } from './styles.js';
import update from './update.css';

export { build } from '../engine/build.js';
export { Importer } from '../engine/importer.js';
export { ListStore } from '../engine/list-store.js';
export { BroughtInLists } from './brought-in-lists.js';
export { UpdatePanel } from './update-panel.js';

/** @type {CSSStyleSheet | undefined} */
let sheet;

export function updateSheet() {
  return (sheet ??= sheetOf(update));
}
