/**
 * A pasted or assigned text as one line: line breaks part names, as semicolons do, and marks that turn the direction of
 * letters around are dropped, since with them the page would show another name than the one that is checked.
 * @param {string} text
 */
export function asOneLine(text) {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, '; ');
}
