import { h } from '../element/dom.js';
import { locales } from '../element/languages.js';
import { currentLanguage, message } from '../element/messages.js';

/**
 * Writes what stands in the page already in the language of the messages.
 * @param {Document} page
 */
export function showInLanguage(page) {
  // The page may have been wanted in a language whose messages could not be had.
  page.documentElement.lang = currentLanguage();
  if (currentLanguage() === 'en') return;
  for (const element of page.querySelectorAll('[data-message]')) {
    element.textContent = message(/** @type {HTMLElement} */ (element).dataset.message ?? '');
  }
}

/**
 * Each language by its own name; choosing one loads the page in it, with what its address says.
 * @param {() => void} beforeReload Called before the page is loaded anew.
 */
export function languagePicker(beforeReload) {
  const own = currentLanguage();
  const options = Object.entries(locales).map(([language, locale]) => {
    const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
    return h('option', { value: language, lang: language, selected: language === own }, capitalised(name, locale));
  });
  const picker = h('select', { id: 'language', 'aria-label': message('language.label') }, ...options);
  picker.addEventListener('change', () => {
    const address = new URL(location.href);
    address.searchParams.set('lang', picker.value);
    beforeReload();
    location.assign(address);
  });
  return picker;
}

/**
 * @param {string} name
 * @param {string} locale
 */
function capitalised(name, locale) {
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
