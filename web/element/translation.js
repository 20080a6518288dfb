import { snapshotBytes } from '../engine/bytes.js';
import { placed } from '../engine/source.js';
import { locales } from './languages.js';
import { message, setLanguage } from './messages.js';

/**
 * @typedef {import('./languages.js').Language} Language
 * @typedef {Record<Exclude<Language, 'en'>, () => import('../types/index.js').Source>} Translations Where they are.
 */

/** @type {Language | undefined} The language that was wanted and whose messages could not be had. */
let missing;

/**
 * Has the messages be in `language`, where they can be had; otherwise they stay English. Never rejects.
 * @param {Language} language
 * @param {Translations} translations
 */
export async function translate(language, translations) {
  if (language === 'en') return;
  try {
    const bytes = await snapshotBytes(placed(translations[language]()), AbortSignal.timeout(limitMs));
    setLanguage(language, JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    missing = language;
  }
}

/** Nothing waits longer for words than this. */
const limitMs = 5_000;

/** What to say where the messages are not in the language that was wanted. */
export function missingTranslation() {
  if (!missing) return undefined;
  const name = new Intl.DisplayNames(locales.en, { type: 'language' }).of(missing) ?? missing;
  return message('language.missing', { name });
}
