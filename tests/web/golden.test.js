import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openEngine } from '../../web/engine/engine.js';
import { check, golden, inEachBrowser, openPage, readProject, serve, settled, singleFile, timeless } from './setup.js';

const expected = new Map();
let server;
before(async () => {
  const engine = await openEngine({
    wasm: readProject('build/wasm/lookup.wasm'),
    snapshot: readProject('data/entity-list.json'),
  });
  for (const { name } of golden) expected.set(name, timeless(await engine.check({ name })));
  server = await serve();
});
after(() => server.close());

inEachBrowser((_name, get) => {
  for (const [way, url] of [
    ['the served site', () => server.url],
    ['the single file', () => singleFile],
  ]) {
    test(`From ${way} each golden query gives the answer that Node gives, from a worker`, async () => {
      const { page, complaints } = await openPage(get(), url(), {
        alone: true,
        prepare: (opening) =>
          opening.evaluateOnNewDocument(() => {
            addEventListener('lookup-ready', ({ threaded }) => {
              globalThis.threaded = threaded;
            });
          }),
      });
      assert.equal(await settled(page), 'ready');
      assert.equal(await page.evaluate(() => globalThis.threaded), true);
      for (const [name, answer] of expected) assert.deepEqual(timeless(await check(page, name)), answer);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }
});
