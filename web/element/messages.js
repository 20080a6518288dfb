import en from '../i18n/en.json';
import { locales } from './languages.js';

/** @param {string} locale */
const formatsOf = (locale) => ({
  plurals: new Intl.PluralRules(locale),
  numbers: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  moments: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }),
  regions: new Intl.DisplayNames(locale, { type: 'region' }),
  conjunctions: new Intl.ListFormat(locale, { type: 'conjunction' }),
});

/** @type {import('./languages.js').Language} */
let language = 'en';
let formats = formatsOf(locales.en);
/** @type {Record<string, string>} Those of another language than English. */
let translated = {};

/** @type {Record<string, string>} Those that the bundler left in; each part that is loaded later adds its own. */
const sentences = { ...en };

/** @param {Record<string, string>} more */
export function addMessages(more) {
  Object.assign(sentences, more);
}

/**
 * The language from now on. To be set before the first message is asked for: what is shown already stays as it is.
 * @param {import('./languages.js').Language} chosen
 * @param {Record<string, string>} messages What lacks in them stays English.
 */
export function setLanguage(chosen, messages) {
  language = chosen;
  formats = formatsOf(locales[chosen]);
  translated = messages;
}

/** The language of the messages. */
export function currentLanguage() {
  return language;
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
  const plain = find(translated, key, values) ?? find(sentences, key, values) ?? key;
  return plain.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : value;
  });
}

/**
 * @param {Record<string, string>} messages
 * @param {string} key
 * @param {Values} values
 * @returns {string | undefined}
 */
function find(messages, key, { count }) {
  return messages[key] ?? messages[`${key}.${formats.plurals.select(Number(count))}`] ?? messages[`${key}.other`];
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
  return key in translated || key in sentences;
}

/** @param {string} text */
export function quoted(text) {
  return message('text.quoted', { text });
}

/**
 * Several as one: `a, b and c`.
 * @param {readonly string[]} parts
 */
export function conjunction(parts) {
  return formats.conjunctions.format(parts);
}

/**
 * Several beside each other: `a, b, c`.
 * @param {readonly string[]} parts
 */
export function series(parts) {
  return parts.join(message('text.between'));
}

/** @param {number} value */
export function number(value) {
  return formats.numbers.format(value);
}

/**
 * A calendar date in words.
 * @param {string | Date} date ISO 8601, taken as UTC.
 */
export function longDate(date) {
  return formats.days.format(new Date(date));
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
  return formats.moments.format(date);
}

/**
 * @param {string} code ISO 3166-1 alpha-2.
 * @returns {string} The name, or the code itself where there is no name.
 */
export function countryName(code) {
  try {
    return formats.regions.of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {string} code */
export function countryWithCode(code) {
  return message('form.country_option', { name: countryName(code), code });
}
