// Writes numbers and words as C++ for the generated tables.

const WIDTH = 118;
const MOST_SHARED = 31; // The count is a byte that no word holds.

/** A C++ array initialiser, as many numbers a line as fit. */
export function numbers(values) {
  const lines = [''];
  for (const value of values) {
    const text = `${value},`;
    if (lines.at(-1).length + text.length > WIDTH) lines.push('');
    lines[lines.length - 1] += text;
  }
  return lines.map((line) => `  ${line}`).join('\n');
}

/** The initialiser of a `SplitNumbers`. */
export const splitNumbers = (values) =>
  `{{\n${numbers(values.map((value) => value & 0xff))}\n}, {\n${numbers(values.map((value) => value >> 8))}\n}}`;

/** How many bytes two words share at their beginning, whole characters only. */
function sharedBytes(before, word) {
  let bytes = 0;
  const others = [...before];
  for (const [index, character] of [...word].entries()) {
    const more = bytes + Buffer.byteLength(character);
    if (character !== others[index] || more > MOST_SHARED) break;
    bytes = more;
  }
  return bytes;
}

/** The initialiser of a `std::string_view` that `NumberedWords` unpacks to these words. */
export function packedWords(words) {
  const lines = [''];
  let bytes = 0;
  for (const [index, word] of words.entries()) {
    const shared = sharedBytes(words[index - 1] ?? '', word);
    const rest = Buffer.from(word).subarray(shared).toString();
    // Three octal digits, so that no digit of the word joins them.
    const text = `\\${shared.toString(8).padStart(3, '0')}${rest}`;
    bytes += 1 + Buffer.byteLength(rest);
    if (lines.at(-1).length + text.length > WIDTH) lines.push('');
    lines[lines.length - 1] += text;
  }
  return `{\n${lines.map((line) => `    "${line}"`).join('\n')},\n    ${bytes}}`;
}

/** Texts that follow each other, each ended by a line feed, as the initialiser of a `std::string_view`. */
export function lines(texts) {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
  return `{\n${texts.map((text) => `    "${text.replaceAll('\t', '\\t')}\\n"`).join('\n')},\n    ${bytes}}`;
}

export const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
