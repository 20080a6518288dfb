/** The languages of the messages, each with the locale by which it writes numbers and dates. English comes with the code. */
export const locales = /** @type {const} */ ({ en: 'en-GB', zh: 'zh-Hans', es: 'es', de: 'de' });

/** @typedef {keyof typeof locales} Language */

/** Which way all these languages are written, also on a page that is written the other way. */
export const direction = 'ltr';

/**
 * The first language that there are messages in.
 * @param {readonly (string | null | undefined)[]} tags BCP 47, the most wanted first.
 * @returns {Language}
 */
export function firstKnown(tags) {
  for (const tag of tags) {
    const [language] = (tag ?? '').toLowerCase().split('-');
    if (Object.hasOwn(locales, language)) return /** @type {Language} */ (language);
  }
  return 'en';
}

/** What the first element's attribute says, else the page, else the browser. */
export function wantedLanguage() {
  const element = document.querySelector('entity-lookup[lang]');
  return firstKnown([element?.getAttribute('lang'), document.documentElement.lang, ...navigator.languages]);
}
