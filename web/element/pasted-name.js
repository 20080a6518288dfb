/**
 * A pasted or assigned text as one line: line breaks part names, as semicolons do, or what else stands `between` them, and marks that turn the direction of
 * letters around are dropped, since with them the page would show another name than the one that is checked.
 * @param {string} text
 * @param {string} [between]
 */
export function asOneLine(text, between = '; ') {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, between);
}

/**
 * Puts in a pasted text that the field itself would spoil.
 * @param {HTMLInputElement} input
 * @param {ClipboardEvent} event
 * @param {string} [between] As of `asOneLine`.
 * @returns {boolean} Whether it did.
 */
export function pasteAsOneLine(input, event, between) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const line = asOneLine(text, between);
  if (line === text.trim()) return false;
  event.preventDefault();
  const end = input.value.length;
  input.setRangeText(line, input.selectionStart ?? end, input.selectionEnd ?? end, 'end');
  return true;
}
