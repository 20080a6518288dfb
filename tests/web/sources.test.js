// Where the files come from: addresses, attributes, and a folder that no server stands before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserSays, send } from './lists-page.js';
import { check, inEachBrowser, inState, openPage, readProject, serve, settled } from './setup.js';

const list = readProject('build/site/entity-list.json');

inEachBrowser((name, get) => {
  test('Addresses are those of the page, as text or as URL, wherever the worker lies', async () => {
    const script = readProject('build/site/lookup-worker.js');
    const server = await serve({ answers: { '/elsewhere/worker.js': send(script, 'text/javascript') } });
    const { page, complaints } = await openPage(get(), server.url, { alone: true });
    await settled(page);
    const outcomes = await page.evaluate(async () => {
      const { openEngine } = await import('/entity-lookup.js');
      const ways = [
        { wasm: 'lookup.wasm', snapshot: './entity-list.json' },
        { wasm: new URL('lookup.wasm', location.href), snapshot: new URL('entity-list.json', location.href) },
        { wasm: 'http://', snapshot: 'entity-list.json' },
        { wasm: 'lookup.wasm', snapshot: 'http://' },
      ];
      return Promise.all(
        ways.flatMap((from) =>
          ['auto', 'off'].map((worker) =>
            openEngine({ ...from, worker, workerUrl: 'elsewhere/worker.js' }).then(
              ({ threaded }) => (threaded ? 'in a worker' : 'here'),
              ({ code }) => code,
            ),
          ),
        ),
      );
    });
    assert.deepEqual(outcomes, [
      ...['in a worker', 'here', 'in a worker', 'here'],
      ...['wasm_unreachable', 'wasm_unreachable', 'snapshot_unreachable', 'snapshot_unreachable'],
    ]);
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
    server.close();
  });

  test('Attributes point at other files, and one that is missing says so', async () => {
    const server = await serve({
      answers: { '/other.json': send(list) },
    });
    const { page, complaints } = await openPage(get(), server.url, {
      alone: true,
      prepare: (opening) =>
        opening.evaluateOnNewDocument(() => {
          globalThis.codes = [];
          addEventListener('lookup-error', ({ code }) => globalThis.codes.push(code));
        }),
    });
    await settled(page);
    const setList = (address) =>
      page.evaluate((to) => document.querySelector('entity-lookup').setAttribute('snapshot-src', to), address);
    await setList('other.json');
    await inState(page, 'ready');
    assert.ok((await check(page, 'Megvii')).total > 0);
    await setList('none.json');
    await inState(page, 'error');
    assert.deepEqual(await page.evaluate(() => globalThis.codes), ['snapshot_unreachable']);
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
    server.close();
  });

  if (name === 'chromium') {
    test('Opened from a folder, where browsers start no modules, the site names the file that works', async () => {
      const { page } = await openPage(get(), new URL('../../build/site/index.html', import.meta.url));
      const text = await page.evaluate(() => document.querySelector('entity-lookup').innerText);
      assert.match(text, /open entity-lookup\.html instead/);
      await page.close();
    });
  }
});
