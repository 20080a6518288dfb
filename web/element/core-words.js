// What the core says, in the language of the messages. English is the core's own; other languages have its sentences by key.
import { conjunction, hasMessage, message, quoted } from './messages.js';

/**
 * @typedef {import('../types/index.js').Phrase} Phrase
 * @typedef {import('../types/index.js').Reason} Reason
 * @typedef {import('../types/index.js').ListName} ListName
 */

/** @param {ListName} list */
export function titleOf({ code, title }) {
  const key = `list_title.${code}`;
  return hasMessage(key) ? message(key) : title;
}

/** @param {ListName & {consequence: string}} list */
export function consequenceOf({ code, consequence }) {
  const key = `list_means.${code}`;
  return hasMessage(key) ? message(key) : consequence;
}

/** @param {Reason} reason */
export function reasonInWords({ kind, phrase = kind, query = '', name = '', values, text }) {
  return said([{ key: phrase, quotes: { query: [query], name: [name] }, values }]) ?? text;
}

/**
 * What a rule or an item answer says, a sentence each.
 * @param {{plain: string[], phrases: Phrase[][]}} rule
 */
export function sentencesOf({ plain, phrases }) {
  return plain.map((english, index) => said(phrases[index]) ?? english);
}

/**
 * A sentence, or null where the language has not all its phrases.
 * @param {Phrase[]} phrases
 */
function said(phrases) {
  if (!phrases.every(({ key }) => hasMessage(`phrase.${key}`))) return null;
  return phrases.map(phraseInWords).join('');
}

/** @param {Phrase} phrase */
function phraseInWords({ key, quotes = {}, values = {} }) {
  const places = [
    ...Object.entries(quotes).map(([place, passages]) => [place, conjunction(passages.map(passageInWords))]),
    ...Object.entries(values).map(([place, passages]) => [place, conjunction(passages)]),
  ];
  return message(`phrase.${key}`, Object.fromEntries(places));
}

/** @param {string} passage */
function passageInWords(passage) {
  return passage === '' ? message('phrase.as_published') : quoted(passage);
}
