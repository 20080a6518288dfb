// What the tests of several lists share: answers of a server, a page with short other lists, and the hands to use it.
import { allSettled, openPage, readProject } from './setup.js';

export const real = readProject('data/other-lists.json');
export const small = readProject('tests/fixtures/other-lists-small.json');
export const { lists: known } = JSON.parse(String(real));
export const codes = known.map(({ code }) => code);

export const send =
  (body, type = 'application/json') =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
/** An answer that is held back: it goes out once it has been asked for and `release` has been called. */
export function held(answer) {
  let arrived;
  const request = new Promise((resolve) => {
    arrived = resolve;
  });
  return { hold: (...asked) => arrived(asked), release: async () => answer(...(await request)) };
}
export const gone = (_request, response) => response.writeHead(404).end();
/** What browsers say by themselves of a file that is not there. */
export const browserSays = /Failed to load resource|status of 404/;

/** Runs in the page, with the element's shadow root. */
export const inside = (page, act, value = null) =>
  page.evaluate(`(${act})(document.querySelector('entity-lookup').shadowRoot, ${JSON.stringify(value)})`);

/** Writes into a field, as by hand. */
export const fill = (page, selector, text) =>
  page.evaluate(
    (field, typed) => {
      const input = document.querySelector('entity-lookup').shadowRoot.querySelector(field);
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    text,
  );

export const click = (page, selector) =>
  page.evaluate((at) => document.querySelector('entity-lookup').shadowRoot.querySelector(at).click(), selector);

/** Waits for an answer of so many lists. */
export const answered = (page, count) =>
  page.waitForFunction((wanted) => document.querySelector('entity-lookup').answer?.lists.length === wanted, {}, count);

/** A page whose other lists are those of `small.json`, all of them there. */
export async function openSmall(browser, url) {
  const opened = await openPage(browser, url, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const observer = new MutationObserver(() => {
          const element = document.querySelector('entity-lookup');
          element?.setAttribute('others-src', 'small.json');
          if (element) observer.disconnect();
        });
        observer.observe(document, { childList: true, subtree: true });
      }),
  });
  await allSettled(opened.page);
  return opened;
}
