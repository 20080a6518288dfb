// Who is asked for anything, in each way of use: the browser goes through a proxy here, past which nothing gets, be it from a
// page, a frame, a worker or a service worker.
import assert from 'node:assert/strict';
import { createServer, request as ask } from 'node:http';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { listen } from '../../web/serve.mjs';
import {
  isKept,
  isOfBuild,
  newer,
  newerBuild,
  openKeeping,
  changingSite,
  pressOnPage,
  sentences,
} from './offline-page.js';
import { allSettled, check, launch, openPage, readProject, serve, singleFile } from './setup.js';
import { bring, files, take } from './update-page.js';

/** What this browser asks for by itself, whatever page it shows. No file of ours names such a host. */
const ofBrowser = /\b(google|googleapis|gvt1)\.com\b/;
/** Where the browser went, by origin, since the test began. */
const visited = new Set();
const went = (where) => {
  if (!ofBrowser.test(where)) visited.add(where);
};
let proxy;
let browser;
before(async () => {
  proxy = createServer((request, response) => {
    went(new URL(request.url).origin);
    const { method, headers } = request;
    const onward = ask(request.url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  // What is not plain http asks for a tunnel.
  proxy.on('connect', ({ url }, socket) => {
    went(`tunnel to ${url}`);
    socket.destroy();
  });
  await listen(proxy, 0);
});
after(() => {
  proxy.closeAllConnections();
  proxy.close();
});
// A browser for each test: a service worker of the one before might still ask its server.
beforeEach(async () => {
  visited.clear();
  const { port } = proxy.address();
  browser = await launch('chromium', [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>']);
});
afterEach(() => browser.close());

const originOf = ({ url }) => url.slice(0, -1);
const html = (body) => (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);
const only = (...servers) => assert.deepEqual([...visited].sort(), servers.map(originOf).sort());

test('The proxy sees what a page, a worker and a service worker ask another origin for', async () => {
  const elsewhere = await serve({ policy: null });
  const script = `(u) => fetch(u, { mode: 'no-cors' }).catch(() => {})`;
  for (const where of ['page', 'worker', 'service worker']) {
    const url = JSON.stringify(elsewhere.url);
    const js = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(`(${script})(${url}).then(() => postMessage?.(1))`);
    const own = await serve({
      policy: null,
      answers: { '/': html('<link rel="icon" href="data:,">'), '/asks.js': js },
    });
    visited.clear();
    const page = await browser.newPage();
    await page.goto(own.url);
    await page.evaluate(
      async (kind, address) => {
        if (kind === 'page') await fetch(address, { mode: 'no-cors' });
        if (kind === 'worker') await new Promise((resolve) => (new Worker('asks.js').onmessage = resolve));
        if (kind === 'service worker') {
          await navigator.serviceWorker.register('asks.js');
          await navigator.serviceWorker.ready;
        }
      },
      where,
      elsewhere.url,
    );
    only(own, elsewhere);
    await page.close();
    own.close();
  }
  elsewhere.close();
});

test('No file of the build names a host that the browser asks for by itself', () => {
  const { files } = JSON.parse(String(readProject('build/site/build.json')));
  for (const name of files.filter((each) => /\.(js|html|css|webmanifest|svg|wasm)$/.test(each))) {
    assert.doesNotMatch(String(readProject(`build/site/${name}`)), ofBrowser, name);
  }
});

test('The file asks nobody', async () => {
  const { page, complaints, elsewhere } = await openPage(browser, singleFile);
  await allSettled(page);
  await check(page, 'Huawei');
  assert.deepEqual([...visited], []);
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(await complaints(), []);
  await page.close();
});

test('The site asks its own server: with a newer list, with the offline copy, with a newer build, and without network', async () => {
  const server = await changingSite();
  const { page, complaints, close } = await openKeeping(browser, server.url);
  await isKept(page);
  await bring(page, files.csv);
  await take(page);
  await check(page, 'Huawei');
  server.folder = newer;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForSelector('.newer-version button');
  await pressOnPage(page, sentences['offline.use']);
  await isOfBuild(page, newerBuild);
  only(server);
  await server.close();
  await page.reload();
  await allSettled(page);
  await check(page, 'Coca-Cola');
  only(server);
  assert.deepEqual(await complaints(/net::ERR_|Failed to load/), []);
  await close();
});

test('The element on another page asks the server that it came from', async () => {
  const server = await serve({
    answers: {
      '/order.html': html(
        '<!doctype html><title>order</title><link rel="icon" href="data:,"><script type="module" src="/entity-lookup.js"></script><entity-lookup></entity-lookup>',
      ),
    },
  });
  const { page, complaints } = await openPage(browser, `${server.url}order.html`);
  await allSettled(page);
  await check(page, 'Huawei');
  only(server);
  assert.deepEqual(await complaints(), []);
  await page.close();
  server.close();
});

for (const [what, data] of [
  ['A frame', ''],
  ['A frame without an origin', 'data-sandbox'],
]) {
  test(`${what} asks the server that it came from`, async () => {
    const site = await serve();
    const page200 = `<!doctype html><title>order</title><link rel="icon" href="data:,"><body><script src="${site.url}embed.js" ${data}></script>`;
    const host = await serve({ policy: null, answers: { '/order.html': html(page200) } });
    const { page, complaints } = await openPage(browser, `${host.url}order.html`);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await allSettled(frame);
    await check(frame, 'Huawei');
    only(host, site);
    assert.deepEqual(await complaints(), []);
    await page.close();
    host.close();
    site.close();
  });
}
