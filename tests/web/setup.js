// What the tests of the web side share: the built files, a server, two browsers, and a page that keeps its complaints.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe } from 'node:test';
import { folderListener, listen } from '../../web/serve.mjs';

/** Development packages are installed below `web`, and these tests lie beside it. */
export const requireFromWeb = createRequire(new URL('../../web/package.json', import.meta.url));
const puppeteer = requireFromWeb('puppeteer-core');

export const project = new URL('../../', import.meta.url);
export const site = new URL('build/site/', project);
export const singleFile = new URL('build/entity-lookup.html', project);
export const listDate = '2026-07-31';
/** The moment that all pages take for now: the list is five days old. */
export const soon = '2026-08-05T09:30:00Z';

/** @param {string} path Below the project. */
export const readProject = (path) => readFileSync(new URL(path, project));

export const golden = JSON.parse(String(readProject('tests/fixtures/golden-queries.json')));

const browsers = {
  chromium: {
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
  firefox: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr' },
};

/**
 * A browser with a fresh profile, which goes when it closes.
 * @param {'chromium' | 'firefox'} name
 * @param {string[]} [args] More of them, for the command line.
 */
export const launch = (name, args = []) =>
  puppeteer.launch({ ...browsers[name], args: [...(browsers[name].args ?? []), ...args], headless: true });

/**
 * The same tests in each browser. `get()` gives the browser while a test runs.
 * @param {(name: string, get: () => any) => void} tests
 * @param {('chromium' | 'firefox')[]} names
 */
export function inEachBrowser(tests, names = ['chromium', 'firefox']) {
  for (const name of names) {
    describe(`in ${name}`, () => {
      let browser;
      before(async () => {
        browser = await launch(name);
      });
      after(() => browser?.close());
      tests(name, () => browser);
    });
  }
}

/**
 * The site on a port of its own. `answers` replaces what single paths give.
 * @param {{policy?: string | null, types?: Record<string, string>, folder?: URL,
 *   answers?: Record<string, import('node:http').RequestListener>}} [options]
 */
export async function serve({ answers = {}, folder = site, ...options } = {}) {
  const requests = [];
  const usual = folderListener(folder, options);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    (answers[pathname] ?? usual)(request, response);
  });
  const port = await listen(server, 0);
  server.unref(); // A test that fails closes nothing, and must not wait for ever.
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    /** What single paths give, to be changed in the middle. */
    answers,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** In the page: gives the element its attribute before its script runs. */
function askForNoOthers() {
  const observer = new MutationObserver(() => {
    const element = document.querySelector('entity-lookup');
    if (!element) return;
    element.setAttribute('others-src', '');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** In the page: as if there were no service workers, so that a test sees what its own server sends. */
function withoutServiceWorkers() {
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
}

/**
 * A page at `url`, at a fixed moment, that keeps everything its console and its security policy say, and every request that
 * leaves its own origin.
 * @param {any} browser
 * @param {string | URL} url
 * @param {{now?: string, prepare?: (page: any) => Promise<void>, width?: number, height?: number, alone?: boolean, offline?: boolean}} [options]
 *     `alone`: with the Entity List and no other. `offline`: with a service worker.
 */
export async function openPage(browser, url, { now = soon, prepare, width = 1000, height = 800, alone, offline } = {}) {
  const page = await browser.newPage();
  const complaints = [];
  const elsewhere = [];
  page.on('console', (said) => complaints.push(`${said.type()}: ${said.text()}`));
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const wanted = new URL(request.url());
    const own = ['data:', 'blob:', 'about:'].includes(wanted.protocol) || wanted.origin === new URL(url).origin;
    if (!own || (wanted.protocol === 'file:' && wanted.href !== String(url))) elsewhere.push(wanted.href);
  });
  page.setDefaultTimeout(30_000); // A busy machine is slow, not wrong.
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument((moment) => {
    const RealDate = Date;
    const fixed = RealDate.parse(moment);
    globalThis.Date = class extends RealDate {
      constructor(...values) {
        if (values.length === 0) super(fixed);
        else super(...values);
      }
      static now() {
        return fixed;
      }
    };
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => {
      globalThis.violations.push(`${event.effectiveDirective}: ${event.blockedURI}`);
    });
  }, now);
  if (alone) await page.evaluateOnNewDocument(askForNoOthers);
  if (!offline) await page.evaluateOnNewDocument(withoutServiceWorkers);
  await prepare?.(page);
  await page.goto(String(url), { waitUntil: 'load' });
  return {
    page,
    elsewhere,
    /** What console and policy said, without what a test expects. */
    complaints: async (expected = /^$/) => {
      const violations = (await page.evaluate(() => globalThis.violations)).map((text) => `policy: ${text}`);
      return [...complaints, ...violations].filter((text) => !expected.test(text));
    },
  };
}

/** Waits until the element is past loading, and gives its state. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const state = document.querySelector('entity-lookup')?.state;
    return state && state !== 'loading';
  });
  return page.evaluate(() => document.querySelector('entity-lookup').state);
}

/** Waits until the element is past loading and no other list is to come any more, and gives its state. */
export async function allSettled(page) {
  await settled(page);
  await page.waitForFunction(() => document.querySelector('entity-lookup').shadowRoot.querySelector('.coming').hidden, {
    timeout: 30_000,
  });
  return settled(page);
}

/** Waits until the element is in `state` and not searching. */
export async function inState(page, state) {
  await page.waitForFunction(
    (wanted) => {
      const element = document.querySelector('entity-lookup');
      const busy = element.shadowRoot.querySelector('.results').getAttribute('aria-busy') === 'true';
      return element.state === wanted && (wanted === 'loading' || !busy);
    },
    {},
    state,
  );
}

/** Checks a name as Enter does. Gives the answer, or `{code}`. */
export function check(page, name) {
  return page.evaluate(
    (asked) =>
      new Promise((resolve) => {
        const element = document.querySelector('entity-lookup');
        const until = new AbortController();
        const settle = (outcome) => {
          until.abort();
          resolve(outcome);
        };
        element.addEventListener('lookup-result', ({ answer }) => settle(answer), { signal: until.signal });
        element.addEventListener('lookup-error', ({ code }) => settle({ code }), { signal: until.signal });
        element.value = asked;
        element.check();
      }),
    name,
  );
}

/** Types into the name field with the keyboard. */
export async function type(page, text, options) {
  await page.evaluate(() => document.querySelector('entity-lookup').focus());
  await page.keyboard.type(text, options);
}

/** Types into the name field of a page or a frame, whatever has the focus. */
export async function typeIn(frame, text) {
  const field = await frame.evaluateHandle(() =>
    document.querySelector('entity-lookup').shadowRoot.querySelector('#name'),
  );
  await field.type(text);
}

/** The text that a selector in the element shows, empty where there is nothing. */
export function textOf(page, selector) {
  return page.evaluate(
    (within) => document.querySelector('entity-lookup').shadowRoot.querySelector(within)?.innerText.trim() ?? '',
    selector,
  );
}

/** Clicks the first button in the element whose text begins so. */
export function press(page, text) {
  return page.evaluate((wanted) => {
    const buttons = [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('button')];
    buttons.find((button) => button.textContent.startsWith(wanted)).click();
  }, text);
}

/** An answer without what differs from run to run. */
export function timeless({ took_ms: _, ...answer }) {
  return answer;
}

/** The name of the module that has the element, which goes by what is in it. */
export const elementModule = () =>
  JSON.parse(String(readProject('build/site/build.json'))).files.find((name) => /^element-\w+\.js$/.test(name));

/** The policies that the single file has in itself. */
export const policiesOfFile = () =>
  Array.from(
    String(readFileSync(singleFile)).matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/g),
    ([, policy]) => policy,
  );

/** Whether a build output is there; some tests need the native program too. */
export const isBuilt = (path) => existsSync(new URL(path, project));
