// The copy of the site that the browser keeps: whole builds, never mixed, newer ones when the user agrees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from './axe.js';
import {
  build,
  changingSite,
  isKept,
  isOfBuild,
  keptBuilds,
  newer,
  newerBuild,
  openKeeping,
  pressOnPage,
  says,
  sentences,
} from './offline-page.js';
import {
  allSettled,
  check,
  inEachBrowser,
  launch,
  openPage,
  press,
  readProject,
  settled,
  textOf,
  type,
} from './setup.js';

const html = '<!doctype html><title>Not found</title><p>Not found';
const send = (status, type, body) => (_request, response) =>
  response.writeHead(status, { 'content-type': type }).end(body);
const broken = (request) => request.socket.destroy();
const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const value = (page) => page.evaluate(() => document.querySelector('entity-lookup').value);
/** What browsers say by themselves of a file that does not come. */
const browserSays = /Failed to load resource|status of 404|net::ERR_|NetworkError|fetching the script/;

inEachBrowser((name, get) => {
  test('After the first visit the page opens, answers and reads newer lists without its server', async () => {
    const server = await changingSite();
    const { page, tab, complaints, close } = await openKeeping(get(), server.url);
    await isKept(page);
    await server.close();
    const { page: later, complaints: laterComplaints } = await tab();
    assert.equal(await allSettled(later), 'ready');
    assert.equal((await check(later, 'Hikvision')).lists.length, 12);
    assert.equal(
      await later.evaluate(async () => (await fetch('lookup-import.wasm?build=x')).ok).catch(() => 'refused'),
      'refused',
    );
    const types = await later.evaluate(async (id) => {
      const response = await fetch(`lookup-import.wasm?build=${id}`);
      return [response.status, response.headers.get('content-type')];
    }, build);
    assert.deepEqual(types, [200, 'application/wasm']);
    assert.deepEqual(await complaints(), []);
    assert.deepEqual(await laterComplaints(browserSays), []);
    await close();
  });

  test('In a folder of its own, from a server that sends wrong types, it does the same, and keeps out of the other folders', async () => {
    const types = { '.wasm': 'text/plain', '.json': 'application/octet-stream' };
    const server = await changingSite({ path: '/a/b/', types });
    const { page, tab, complaints, close } = await openKeeping(get(), server.url);
    await allSettled(page);
    assert.ok((await check(page, 'Megvii')).total > 0);
    await isKept(page);
    const scopes = await page.evaluate(async () => {
      const all = await navigator.serviceWorker.getRegistrations();
      return all.map(({ scope }) => new URL(scope).pathname);
    });
    assert.deepEqual(scopes, ['/a/b/']);
    const outside = server.requests.filter((path) => !path.startsWith('/a/b/') && path !== '/favicon.ico');
    assert.deepEqual(outside, []);
    await server.close();
    const { page: later } = await tab();
    await allSettled(later);
    assert.equal((await check(later, 'Megvii')).lists.length, 12);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  test('A newer build waits until the user agrees, and then all tabs are of it, with what was typed', async () => {
    const server = await changingSite();
    const { page: first, tab, complaints, close } = await openKeeping(get(), server.url);
    await isKept(first);
    const { page: second, complaints: ofSecond } = await tab();
    await allSettled(second);
    await type(first, 'Megvii');
    await second.evaluate(() => {
      const root = document.querySelector('entity-lookup').shadowRoot;
      root.querySelector('#country').value = 'CN';
      root.querySelector('#address').value = '555 Qianmo Road';
    });
    await type(second, 'Hikvision');

    server.folder = newer;
    await second.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    for (const page of [first, second]) await page.waitForSelector('.newer-version button');
    assert.deepEqual(await faultsIn(second), []);
    // Until then nothing is of the newer one, though the server has nothing else.
    const own = await first.evaluate(async (id) => (await fetch(`app.js?build=${id}`)).text(), build);
    assert.equal(own, String(readProject('build/site/app.js')));
    const { page: third } = await tab();
    assert.equal(await third.evaluate(() => document.documentElement.dataset.build), build);
    await allSettled(third);
    assert.equal((await check(third, 'Megvii')).lists.length, 12);
    await third.close();

    await pressOnPage(second, sentences['offline.use']);
    for (const page of [first, second]) await isOfBuild(page, newerBuild);
    assert.equal(await value(first), 'Megvii');
    assert.equal(await value(second), 'Hikvision');
    const fields = await second.evaluate(() => {
      const root = document.querySelector('entity-lookup').shadowRoot;
      return ['country', 'address'].map((id) => root.querySelector(`#${id}`).value);
    });
    assert.deepEqual(fields, ['CN', '555 Qianmo Road']);
    assert.ok((await check(second, 'Hikvision')).total > 0);
    await isKept(second);
    await second.waitForFunction(async () => (await caches.keys()).length === 1);
    assert.deepEqual(await keptBuilds(second), [newerBuild]);
    assert.equal(await second.$('.newer-version button'), null);
    assert.deepEqual([...(await complaints()), ...(await ofSecond())], []);
    await close();
    await server.close();
  });

  test('A frame of the older build that is still open keeps its files, and they go when it has gone', async () => {
    const server = await changingSite();
    const { page, tab, close } = await openKeeping(get(), server.url);
    await isKept(page);
    const { page: frame, complaints } = await tab(`${server.url}embed.html`);
    await allSettled(frame);
    server.folder = newer;
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.waitForSelector('.newer-version button');
    await pressOnPage(page, sentences['offline.use']);
    await isOfBuild(page, newerBuild);
    await isKept(page);
    assert.deepEqual(await keptBuilds(page), [build, newerBuild].sort());
    const own = await frame.evaluate(async (id) => (await fetch(`entity-lookup.js?build=${id}`)).text(), build);
    assert.equal(own, String(readProject('build/site/entity-lookup.js')));
    assert.ok((await check(frame, 'Megvii')).total > 0);
    assert.deepEqual(await complaints(), []);
    await frame.close();
    await page.reload();
    await isKept(page);
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    assert.deepEqual(await keptBuilds(page), [newerBuild]);
    await close();
    await server.close();
  });

  for (const [what, answer] of [
    ['is not there', send(404, 'text/html', html)],
    ['is a web page', send(200, 'application/wasm', html)],
    ['is cut short', send(200, 'application/wasm', readProject('build/site/lookup-import.wasm').subarray(0, 5000))],
    ['breaks off', broken],
  ]) {
    test(`Where a file of the build ${what} nothing is kept, the page works and says so, and the next try keeps all`, async () => {
      const server = await changingSite({ answers: { '/lookup-import.wasm': answer } });
      const { page, complaints, close } = await openKeeping(get(), server.url);
      await says(page, sentences['offline.not_kept']);
      assert.deepEqual(await keptBuilds(page), []);
      assert.ok((await check(page, 'Megvii')).total > 0);
      assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').state), 'matches');
      server.answers = {};
      await pressOnPage(page, sentences['offline.retry']);
      await isKept(page);
      assert.deepEqual(await keptBuilds(page), [build]);
      assert.deepEqual(await complaints(browserSays), []);
      await close();
      await server.close();
    });
  }

  test('A newer build that is not whole changes nothing: the page stays of the older, also without its server', async () => {
    const server = await changingSite();
    const { page, complaints, close } = await openKeeping(get(), server.url);
    await isKept(page);
    server.folder = newer;
    server.answers = { '/other-lists.json': send(404, 'text/html', html) };
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = new Promise((resolve) => registration.addEventListener('updatefound', resolve));
      void registration.update().catch(() => {});
      await found;
      const { installing } = registration;
      await new Promise((resolve) => {
        installing.addEventListener('statechange', () => installing.state === 'redundant' && resolve());
      });
      return registration.waiting;
    });
    assert.equal(outcome, null);
    assert.deepEqual(await keptBuilds(page), [build]);
    await server.close();
    await page.reload();
    await allSettled(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.build), build);
    assert.ok((await check(page, 'Megvii')).total > 0);
    assert.deepEqual(await complaints(browserSays), []);
    await close();
  });

  test('“Remove the offline copy” removes it, for good, until the user wants one again', async () => {
    const server = await changingSite();
    const { page, complaints, close } = await openKeeping(get(), server.url);
    await isKept(page);
    await pressOnPage(page, sentences['offline.remove']);
    await says(page, sentences['offline.declined']);
    assert.deepEqual(await keptBuilds(page), []);
    await page.reload();
    await allSettled(page);
    await says(page, sentences['offline.declined']);
    assert.equal(await registrations(page), 0);
    assert.ok((await check(page, 'Megvii')).total > 0);
    await pressOnPage(page, sentences['offline.keep']);
    await isKept(page);
    assert.deepEqual(await keptBuilds(page), [build]);
    assert.deepEqual(await complaints(), []);
    await close();
    await server.close();
  });

  test('The policy that the page tells is the one that the copy came with, whatever the server sends by now', async () => {
    const server = await changingSite();
    const { page, complaints, close } = await openKeeping(get(), server.url);
    await isKept(page);
    server.answers = { '/': send(200, 'text/html', html) };
    await page.goto(`${server.url}?again#privacy`);
    await page.waitForSelector('.proof button');
    await page.click('.proof button');
    await page.waitForSelector('.said');
    const outcome = await page.evaluate(() => document.querySelector('.outcome').innerText);
    assert.ok(outcome.startsWith(sentences['privacy.kept']));
    assert.ok(outcome.includes(sentences['privacy.server_forbids']));
    assert.deepEqual(await complaints(), []);
    await close();
    await server.close();
  });

  test('Where the browser refuses to keep a copy the page works without one', async () => {
    const server = await changingSite();
    const refusing = (page) =>
      page.evaluateOnNewDocument(() => {
        ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
        Object.defineProperty(window, 'caches', {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      });
    const { page, complaints, close } = await openKeeping(get(), server.url, { prepare: refusing });
    await says(page, sentences['offline.not_kept']);
    assert.ok((await check(page, 'Megvii')).total > 0);
    assert.deepEqual(await complaints(), []);
    await close();
    await server.close();
  });

  test('The element on another page keeps nothing', async () => {
    const page200 = send(
      200,
      'text/html',
      '<!doctype html><title>order</title><link rel="icon" href="data:,"><script type="module" src="/entity-lookup.js"></script><entity-lookup></entity-lookup>',
    );
    const server = await changingSite({ answers: { '/order.html': page200 } });
    const { page, complaints, close } = await openKeeping(get(), `${server.url}order.html`);
    await allSettled(page);
    assert.ok((await check(page, 'Megvii')).total > 0);
    assert.equal(await registrations(page), 0);
    assert.deepEqual(await keptBuilds(page), []);
    assert.deepEqual(await complaints(), []);
    await close();
    await server.close();
  });

  test('A network that goes at the first visit, before program and list: a plain sentence, and “Try again” when it is back', async () => {
    const answers = {
      '/lookup.wasm': broken,
      '/entity-list.json': broken,
      '/other-lists.json': broken,
      '/service-worker.js': broken,
    };
    const server = await changingSite({ answers });
    const codes = (page) =>
      page.evaluateOnNewDocument(() => {
        globalThis.codes = [];
        addEventListener('lookup-error', ({ code }) => globalThis.codes.push(code));
      });
    const { page, complaints, close } = await openKeeping(get(), server.url, { prepare: codes });
    assert.equal(await settled(page), 'error');
    const [code] = await page.evaluate(() => globalThis.codes);
    assert.match(code, /^(wasm|snapshot)_unreachable$/);
    assert.equal(await textOf(page, '.failure h2'), 'Nothing was checked');
    await says(page, sentences['offline.not_kept']);
    server.answers = {};
    await type(page, 'Megvii');
    await press(page, 'Try again');
    assert.equal(await allSettled(page), 'matches');
    await pressOnPage(page, sentences['offline.retry']);
    await isKept(page);
    assert.deepEqual(await complaints(browserSays), []);
    await close();
    await server.close();
  });

  if (name === 'chromium') {
    test('Where there is no room nothing is kept, and the page works', async () => {
      const server = await changingSite();
      const small = async (page) => {
        const session = await page.createCDPSession();
        await session.send('Storage.overrideQuotaForOrigin', {
          origin: new URL(server.url).origin,
          quotaSize: 2_000_000,
        });
      };
      const { page, complaints, close } = await openKeeping(get(), server.url, { prepare: small });
      await says(page, sentences['offline.not_kept']);
      assert.deepEqual(await keptBuilds(page), []);
      assert.ok((await check(page, 'Megvii')).total > 0);
      assert.deepEqual(await complaints(), []);
      await close();
      await server.close();
    });

    test('The browser finds nothing that stands against installing the page as a program', async () => {
      const server = await changingSite({ path: '/a/b/' });
      const { page, close } = await openKeeping(get(), server.url);
      await isKept(page);
      const session = await page.createCDPSession();
      const { errors, manifest } = await session.send('Page.getAppManifest');
      assert.deepEqual(errors, []);
      assert.deepEqual([manifest.startUrl, manifest.scope], [server.url, server.url]);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      assert.deepEqual(
        installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
        [],
      );
      await close();
      await server.close();
    });

    test('On plain http, where no copy can be kept, the page says so quietly and works', async () => {
      const server = await changingSite();
      const browser = await launch('chromium', ['--host-resolver-rules=MAP intranet.test 127.0.0.1']);
      const url = server.url.replace('127.0.0.1', 'intranet.test');
      const { page, complaints } = await openPage(browser, url, { offline: true });
      await allSettled(page);
      await says(page, sentences['offline.unavailable']);
      assert.ok((await check(page, 'Megvii')).total > 0);
      assert.deepEqual(await complaints(), []);
      await browser.close();
      await server.close();
    });
  }
});
