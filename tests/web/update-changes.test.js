// What a file would change, by the lists that the page really has: searched, saved, and the official file of 2022.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inEachBrowser, press, serve, textOf } from './setup.js';
import { bring, choose, files, official, openAlone, shown, write } from './update-page.js';

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

/** What the page saves when a button is pressed. */
function savedBy(page, text) {
  return page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          URL.createObjectURL = make;
          void blob.text().then((content) => resolve({ content, type: blob.type }));
          return make.call(URL, blob);
        };
        const buttons = [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('button')];
        buttons.find((button) => button.textContent.startsWith(wanted)).click();
      }),
    text,
  );
}

/** Waits until it says that so many changes are found. */
const found = (page, said) =>
  page.waitForFunction(
    (wanted) =>
      new RegExp(wanted).test(document.querySelector('entity-lookup').shadowRoot.querySelector('.count').textContent),
    {},
    said.source,
  );

inEachBrowser((name, get) => {
  const page = () => openAlone(get(), server.url);

  test('The changes are searched by text, list and kind, and saved as CSV and JSON', async () => {
    const { page: tab, complaints, close } = await page();
    await bring(tab, files.formula);
    const rows = () =>
      tab.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.change').length);
    assert.equal(await rows(), 200);
    await press(tab, 'Show 200 more');
    assert.equal(await rows(), 400);
    await write(tab, '#change-list', 'EL');
    await write(tab, '#change-kind', 'added');
    await found(tab, /^1 change/);
    assert.equal(await rows(), 1);
    const table = await savedBy(tab, 'Save this 1 as CSV');
    assert.match(table.type, /^text\/csv/);
    const [header, row, end] = table.content.replace(/^\ufeff/, '').split('\r\n');
    assert.match(header, /^kind,list,name,countries,id,/);
    assert.match(row, /^added,EL,"'=HYPERLINK\(1\)",CN,0a14,/);
    assert.equal(end, '');
    const [change] = JSON.parse((await savedBy(tab, 'Save this 1 as JSON')).content);
    assert.deepEqual([change.kind, change.name], ['added', '=HYPERLINK(1)']);
    await write(tab, '#change-kind', 'removed');
    await write(tab, '#change-text', 'hikVISIÓN');
    await found(tab, /^[1-9]\d? changes?/);
    assert.match(await textOf(tab, '.change'), /Hikvision/);
    await write(tab, '#change-text', 'nobody of this name');
    await found(tab, /^0 changes/);
    assert.equal(await rows(), 0);
    assert.deepEqual(await complaints(), []);
    await close();
  });

  if (existsSync(official)) {
    test('The official file of 2022 is read whole, and its counts by list are those of the core', async (context) => {
      const { page: tab, close } = await page();
      await choose(tab, fileURLToPath(official));
      await shown(tab, '.dating');
      const began = await tab.evaluate(() => performance.now());
      await press(tab, 'Check the file');
      await shown(tab, '.review', 60_000);
      const took = (await tab.evaluate(() => performance.now())) - began;
      context.diagnostic(`${name}: ${Math.round(took)} ms from the date to the review`);
      const row = await tab.evaluate(() =>
        [...document.querySelector('entity-lookup').shadowRoot.querySelectorAll('.counts tbody tr')][0].innerText
          .split(/\s*\t\s*/)
          .map((text) => text.trim()),
      );
      assert.deepEqual(row.slice(0, 4), ['Entity List (EL)', '3,420 → 2,001', '77', '1,496']);
      assert.match(await textOf(tab, '.count'), /^24,592 changes/);
      await close();
    });
  }
});
