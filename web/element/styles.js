import controls from './controls.css';
import form from './form.css';
import lists from './lists.css';
import match from './match.css';
import result from './result.css';
import tokens from './tokens.css';

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** The element's one style sheet: constructed, because a security policy may forbid `<style>` in a shadow root. */
export function styles() {
  return (sheet ??= sheetOf(tokens + controls + form + lists + result + match));
}

/** @param {string} text */
export function sheetOf(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
