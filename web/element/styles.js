import form from './form.css';
import lists from './lists.css';
import match from './match.css';
import result from './result.css';
import tokens from './tokens.css';
import update from './update.css';

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** The element's one style sheet: constructed, because a security policy may forbid `<style>` in a shadow root. */
export function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + form + lists + result + match + update);
  }
  return sheet;
}
