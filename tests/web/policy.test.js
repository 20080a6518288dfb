import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { contentSecurityPolicy, listen } from '../../web/serve.mjs';
import { allSettled, check, inEachBrowser, openPage, policiesOfFile, serve, singleFile } from './setup.js';

let server;
let outside;
let outsideUrl;
const heard = [];
before(async () => {
  server = await serve();
  outside = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('heard');
  });
  outsideUrl = `http://127.0.0.1:${await listen(outside, 0)}/`;
});
after(() => {
  server.close();
  outside.closeAllConnections();
  outside.close();
});

test('The policies are the ones that are promised', () => {
  assert.equal(
    contentSecurityPolicy,
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; " +
      "img-src 'self' data:; manifest-src 'self'; require-trusted-types-for 'script'",
  );
  const [inFile, ofScripts, ...more] = policiesOfFile();
  assert.deepEqual([ofScripts, more], ["script-src-elem 'unsafe-inline'", []]);
  const hash = "'sha256-[A-Za-z0-9+/]{43}='";
  assert.match(
    inFile,
    new RegExp(
      `^default-src 'none'; script-src ${hash} 'wasm-unsafe-eval'; style-src ${hash}; worker-src blob:; img-src data:; ` +
        "form-action 'none'; base-uri 'none'$",
    ),
  );
});

inEachBrowser((name, get) => {
  test('The served site breaks no rule of its policy, and asks no other origin for anything', async () => {
    const { page, elsewhere, complaints } = await openPage(get(), server.url);
    await allSettled(page);
    await check(page, 'Huawei');
    await check(page, 'Coca-Cola');
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The single file asks for nothing at all', async () => {
    const { page, elsewhere, complaints } = await openPage(get(), singleFile);
    await allSettled(page);
    await check(page, 'Huawei');
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('What is typed into the single file cannot leave it: page and worker are refused every request', async () => {
    const { page } = await openPage(get(), singleFile);
    await allSettled(page);
    heard.length = 0;
    const refused = await page.evaluate(async (url) => {
      const tries = `(async () => {
        const outcomes = [];
        outcomes.push(await fetch(${JSON.stringify(url)} + 'fetch', { mode: 'no-cors' }).then(() => 'sent', () => 'refused'));
        outcomes.push(await new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.onload = () => resolve('sent');
          request.onerror = () => resolve('refused');
          try {
            request.open('GET', ${JSON.stringify(url)} + 'xhr');
            request.send();
          } catch {
            resolve('refused');
          }
        }));
        return outcomes;
      })()`;
      const inPage = await (async () => {
        const outcomes = [
          await fetch(`${url}page`, { mode: 'no-cors' }).then(
            () => 'sent',
            () => 'refused',
          ),
        ];
        outcomes.push(
          await new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.onload = () => resolve('sent');
            request.onerror = () => resolve('refused');
            try {
              request.open('GET', `${url}xhr`);
              request.send();
            } catch {
              resolve('refused');
            }
          }),
        );
        outcomes.push(
          await new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('sent');
            image.onerror = () => resolve('refused');
            image.src = `${url}image`;
          }),
        );
        // The page's own script, by its hash, as it might be fetched from elsewhere.
        const [hash] = /sha256-[^']+/.exec(document.querySelector('meta[http-equiv]').content);
        outcomes.push(
          await new Promise((resolve) => {
            const script = document.createElement('script');
            script.onload = () => resolve('sent');
            script.onerror = () => resolve('refused');
            Object.assign(script, { integrity: hash, crossOrigin: 'anonymous', src: `${url}script` });
            document.head.append(script);
          }),
        );
        navigator.sendBeacon(`${url}beacon`, 'name');
        return outcomes;
      })();
      const worker = new Worker(URL.createObjectURL(new Blob([`${tries}.then(postMessage)`])));
      const inWorker = await new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => resolve(['worker refused']);
      });
      return { inPage, inWorker };
    }, outsideUrl);
    assert.deepEqual(refused, {
      inPage: ['refused', 'refused', 'refused', 'refused'],
      inWorker: ['refused', 'refused'],
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(heard, []);
    await page.close();
  });

  test('The outside server is there: a page without a policy reaches it', async () => {
    const open = await serve({ policy: null });
    const page = await get().newPage();
    await page.goto(open.url);
    heard.length = 0;
    await page.evaluate((url) => fetch(`${url}control`, { mode: 'no-cors' }), outsideUrl);
    assert.deepEqual(heard, ['/control']);
    await page.close();
    open.close();
  });

  test('A citation is a link to the Federal Register that opens by a click only, in a tab of its own', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await allSettled(page);
    await check(page, 'Hikvision');
    const link = await page.evaluate(() => {
      const links = [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.stands a')];
      const { href, target, rel } = links.find((each) => each.textContent.startsWith('84 FR 54002'));
      return { href, target, rel };
    });
    assert.deepEqual(link, {
      href: 'https://www.federalregister.gov/citation/84-FR-54002',
      target: '_blank',
      rel: 'noopener noreferrer',
    });
    assert.deepEqual(await complaints(), []);
    await page.close();
  });
});
