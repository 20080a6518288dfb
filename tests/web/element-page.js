// A page of somebody else's around the element, under the strict policy, and a count of the workers that it runs.
import { contentSecurityPolicy } from '../../web/serve.mjs';
import { openPage, serve } from './setup.js';

/** An answer of a server: a page with this in its body. */
export const pageWith = (body) => (_request, response) =>
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy })
    .end(
      `<!doctype html><html lang="en"><title>Intranet</title><link rel="icon" href="data:,"><body>${body}` +
        '<script type="module" src="/entity-lookup.js"></script>',
    );

/** The site with such pages beside its own. `bodies` by path. */
export const serveWith = (bodies, answers = {}, options = {}) =>
  serve({
    ...options,
    answers: {
      ...Object.fromEntries(Object.entries(bodies).map(([path, body]) => [path, pageWith(body)])),
      ...answers,
    },
  });

/** Keeps in `globalThis.workers` the workers that run, and in `globalThis.codes` the errors that elements tell. */
const counting = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.workers = new Set();
    globalThis.codes = [];
    addEventListener('lookup-error', ({ code }) => globalThis.codes.push(code));
    globalThis.Worker = class extends globalThis.Worker {
      constructor(...values) {
        super(...values);
        globalThis.workers.add(this);
      }
      terminate() {
        globalThis.workers.delete(this);
        super.terminate();
      }
    };
  });

export const openCounting = (browser, url, options = {}) => openPage(browser, url, { ...options, prepare: counting });

/** How many workers run. */
export const workersOf = (page) => page.evaluate(() => globalThis.workers.size);

/** Waits until every element of the page is in one of these states. */
export const allIn = (page, ...states) =>
  page.waitForFunction(
    (wanted) => [...document.querySelectorAll('entity-lookup')].every(({ state }) => wanted.includes(state)),
    { timeout: 30_000 },
    states,
  );

/** Waits until every element has all its lists. */
export const allOpen = (page) =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll('entity-lookup')].every(
        ({ engine }) => engine && engine.others.state !== 'loading',
      ),
    { timeout: 30_000 },
  );
