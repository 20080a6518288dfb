// What the tests of the page around the element share.
import { openPage } from './setup.js';

export const views = ['check', 'list', 'lists', 'score', 'privacy', 'keys'];

/** The page with a part of the address after `#`. */
export function openAt(browser, url, hash = '', options = {}) {
  return openPage(browser, `${url}${hash}`, options);
}

/** Waits until a view, and no other, is shown, and has what it asks for. */
export const inView = (page, name) =>
  page.waitForFunction(
    (wanted) => {
      const shown = [...document.querySelectorAll('.view')].filter((view) => !view.hidden);
      return (
        shown.length === 1 && shown[0].dataset.view === wanted && !shown[0].querySelector(':scope > [aria-busy=true]')
      );
    },
    {},
    name,
  );

/** The text that a selector shows outside of the element, empty where there is nothing. */
export const seen = (page, selector) =>
  page.evaluate((wanted) => {
    const found = document.querySelector(wanted);
    return found?.checkVisibility() ? found.innerText.trim() : '';
  }, selector);

/** The texts of all that a selector finds. */
export const allSeen = (page, selector) =>
  page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((found) => found.innerText.trim()), selector);

export const hashOf = (page) => page.evaluate(() => location.hash);

/** Waits until the address ends so. */
export const atHash = (page, hash) => page.waitForFunction((wanted) => location.hash === wanted, {}, hash);

/** Waits until a selector shows this text. */
export const untilSeen = (page, selector, text) =>
  page.waitForFunction(
    (wanted, words) => document.querySelector(wanted)?.innerText.trim() === words,
    {},
    selector,
    text,
  );

/** Clicks the first link whose text begins so, which takes the focus as it does under a finger. */
export const follow = (page, text) =>
  page.evaluate((wanted) => {
    const links = [...document.querySelectorAll('a')].filter((link) => link.checkVisibility());
    const found = links.find((link) => link.innerText.trim().startsWith(wanted));
    found.focus();
    found.click();
  }, text);

/** Where the focus is, in words that tell it from other places. */
export const focused = (page) =>
  page.evaluate(() => {
    const { localName, dataset, id, innerText } = document.activeElement;
    if (dataset.key) return `${localName} ${dataset.key}`;
    return [localName, id, innerText?.trim().split('\n')[0]].filter(Boolean).join(' ');
  });
