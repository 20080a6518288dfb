/**
 * @typedef {import('../types/update.js').Change} Change
 * @typedef {import('./changes.js').Changes} Changes
 */

const columns = [
  'kind',
  'list',
  'name',
  'countries',
  'id',
  'before_name',
  'before_id',
  'fields',
  'requirement_before',
  'requirement_after',
  'policy_before',
  'policy_after',
];

/**
 * A change with its texts written out.
 * @param {Change} change
 * @param {Changes} changes
 */
function whole(change, changes) {
  const [requirement_before, requirement_after] = changes.texts(change, 'requirement') ?? [];
  const [policy_before, policy_after] = changes.texts(change, 'policy') ?? [];
  return {
    ...change,
    requirement: undefined,
    policy: undefined,
    requirement_before,
    requirement_after,
    policy_before,
    policy_after,
  };
}

/**
 * A cell by RFC 4180. A spreadsheet takes what begins with one of some signs for a formula and would run it: an apostrophe
 * in front makes it a text.
 * @param {unknown} value
 */
function cell(value) {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Changes as a table by RFC 4180, with the mark by which spreadsheets know UTF-8.
 * @param {Change[]} found
 * @param {Changes} changes
 */
export function csvOf(found, changes) {
  const rows = found.map((change) => {
    const values = /** @type {Record<string, unknown>} */ (whole(change, changes));
    return columns.map((column) => cell(values[column])).join(',');
  });
  return `\ufeff${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

/**
 * Changes as a JSON array, an object each.
 * @param {Change[]} found
 * @param {Changes} changes
 */
export function jsonOf(found, changes) {
  return `[\n${found.map((change) => JSON.stringify(whole(change, changes))).join(',\n')}\n]\n`;
}
