import en from '../i18n/en.json';

const locale = 'en-GB';
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' });
const regions = new Intl.DisplayNames(locale, { type: 'region' });

/** @type {Record<string, string>} Those that the bundler left in; each part that is loaded later adds its own. */
const sentences = { ...en };

/** @param {Record<string, string>} more */
export function addMessages(more) {
  Object.assign(sentences, more);
}

/** @typedef {{[name: string]: string | number}} Values */

/**
 * The sentence under `key`, or under `key.one`, `key.other` … by `values.count`, with each `{name}` replaced. Numbers are
 * written as the language writes them.
 * @param {string} key
 * @param {Values} [values]
 * @returns {string}
 */
export function message(key, values = {}) {
  const plain = sentences[key] ?? sentences[`${key}.${plurals.select(Number(values.count))}`] ?? key;
  return plain.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : value;
  });
}

/**
 * A sentence around a node: the text before `{name}`, the node, the text after.
 * @param {string} key
 * @param {Node} node Stands where `{name}` stands.
 * @returns {(string | Node)[]}
 */
export function messageAround(key, node) {
  const [before, after = ''] = message(key, { name: '\0' }).split('\0');
  return [before, node, after];
}

/** @param {string} key */
export function hasMessage(key) {
  return key in sentences;
}

/** @param {number} value */
export function number(value) {
  return numbers.format(value);
}

/**
 * A calendar date in words.
 * @param {string | Date} date ISO 8601, taken as UTC.
 */
export function longDate(date) {
  return days.format(new Date(date));
}

/**
 * A date as published: whole days in words, the rest as it is.
 * @param {string} date
 */
export function longDay(date) {
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? longDate(date) : date;
}

/**
 * A moment with its time zone, as a record needs it.
 * @param {Date} date
 */
export function longMoment(date) {
  return moments.format(date);
}

/**
 * @param {string} code ISO 3166-1 alpha-2.
 * @returns {string} The name, or the code itself where there is no name.
 */
export function countryName(code) {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {string} code */
export function countryWithCode(code) {
  return message('form.country_option', { name: countryName(code), code });
}
