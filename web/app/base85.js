// Bytes as text in a fourth more characters; base64 takes a third more. Four bytes are a number of five digits, the highest
// first, as in RFC 1924; what is left over of n bytes takes n + 1 digits. No digit is a quote, a backslash, an angle bracket
// or an ampersand: so the text may stand in a script element of data, and between quotes; not in a comment or a template.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_`{';
const groupBytes = 4;
const groupDigits = 5;

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function toBase85(bytes) {
  const groups = [];
  for (let at = 0; at < bytes.length; at += groupBytes) {
    const count = Math.min(groupBytes, bytes.length - at);
    let value = 0;
    for (let i = 0; i < groupBytes; i += 1) value = value * 256 + (i < count ? bytes[at + i] : 0);
    let text = '';
    for (let i = 0; i < groupDigits; i += 1) {
      text = digits[value % digits.length] + text;
      value = Math.floor(value / digits.length);
    }
    groups.push(text.slice(0, count + 1));
  }
  return groups.join('');
}

/**
 * @param {string} text Of `toBase85`.
 * @returns {Uint8Array}
 */
export function fromBase85(text) {
  const values = new Uint8Array(128);
  for (let i = 0; i < digits.length; i += 1) values[digits.charCodeAt(i)] = i;
  const bytes = new Uint8Array(Math.floor((text.length * groupBytes) / groupDigits));
  for (let from = 0, to = 0; from < text.length; from += groupDigits) {
    let value = 0;
    for (let i = 0; i < groupDigits; i += 1) {
      // A digit that was left out was made of zeros that were put in: the highest digit rounds up to what was there.
      const digit = from + i < text.length ? values[text.charCodeAt(from + i)] : digits.length - 1;
      value = value * digits.length + digit;
    }
    for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8, to += 1) bytes[to] = value >>> shift;
  }
  return bytes;
}
