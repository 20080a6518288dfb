// The page in other languages than English: as its address, the element, the browser and the user say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { locales } from '../../web/element/languages.js';
import { serveWith } from './element-page.js';
import { gone } from './lists-page.js';
import {
  allSettled,
  check,
  inEachBrowser,
  inState,
  openPage,
  readProject,
  settled,
  singleFile,
  textOf,
} from './setup.js';
import { allSeen, hashOf, inView, openAt, seen } from './shell-page.js';

const texts = Object.fromEntries(
  Object.keys(locales).map((language) => [language, JSON.parse(String(readProject(`web/i18n/${language}.json`)))]),
);
const { en, zh, es, de } = texts;
const label = (page) => textOf(page, 'label[for=name]');
const languageOf = (page) => page.evaluate(() => document.documentElement.lang);

/** A browser whose user likes these languages, the most liked first. */
const liking =
  (...languages) =>
  (page) =>
    page.evaluateOnNewDocument((tags) => {
      Object.defineProperty(Navigator.prototype, 'languages', { get: () => tags });
    }, languages);

let server;
before(async () => {
  server = await serveWith({ '/german.html': '<entity-lookup lang="de-AT" others-src=""></entity-lookup>' });
});
after(() => server.close());

inEachBrowser((_name, get) => {
  for (const [way, url] of [
    ['the served site', () => server.url],
    ['the single file', () => singleFile],
  ]) {
    test(`In ${way} the address asks for Chinese, and all that stands around the names is Chinese`, async () => {
      const { page, complaints } = await openAt(get(), `${url()}?lang=zh`, '#score', { alone: true });
      await settled(page);
      await page.waitForSelector('.worked dl');
      assert.equal(await languageOf(page), 'zh');
      assert.equal(await seen(page, '.view:not([hidden]) h1'), zh['score.heading']);
      assert.equal(await page.title(), `${zh['score.heading']} – ${zh['page.title']}`);
      assert.ok((await allSeen(page, 'nav li')).includes(zh['nav.privacy']));
      const reasons = await allSeen(page, '.worked li');
      assert.ok(reasons.length > 0);
      for (const reason of reasons) assert.match(reason, /\p{sc=Han}/u);
      await page.evaluate(() => {
        location.hash = '';
      });
      await inView(page, 'check');
      assert.equal(await label(page), zh['form.name']);
      await check(page, 'Hikvision');
      assert.equal(await textOf(page, '.matches .consequence'), zh['list_means.EL']);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });

    test(`In ${way} who chooses another language keeps what was typed and taken out`, async () => {
      const { page, complaints } = await openAt(get(), `${url()}?lang=en`, '#q=Hikvision&country=CN');
      await allSettled(page);
      await page.evaluate(() => {
        const form = document.querySelector('entity-lookup').shadowRoot;
        form.getElementById('address').value = '555 Qianmo Road';
        for (const id of ['list-SDN', 'kind-vessel']) form.getElementById(id).click();
      });
      await Promise.all([page.waitForNavigation(), page.select('#language', 'es')]);
      await allSettled(page);
      await inState(page, 'matches');
      assert.equal(await languageOf(page), 'es');
      assert.equal(await label(page), es['form.name']);
      assert.equal(await hashOf(page), '#q=Hikvision&country=CN');
      assert.equal(await page.evaluate(() => document.querySelector('#language').value), 'es');
      const { query, address, boxes, kept } = await page.evaluate(() => {
        const { answer, shadowRoot: form } = document.querySelector('entity-lookup');
        return {
          query: answer.query,
          address: form.getElementById('address').value,
          boxes: [...form.querySelectorAll('form input[type=checkbox]:not(:checked)')].map(({ id }) => id),
          kept: sessionStorage.length,
        };
      });
      assert.deepEqual([query.name, query.country, query.address], ['Hikvision', 'CN', '555 Qianmo Road']);
      assert.equal(address, '555 Qianmo Road');
      assert.deepEqual(boxes, ['list-SDN', 'kind-vessel']);
      assert.ok(!query.lists.includes('SDN'));
      assert.equal(kept, 0);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }

  test('Without a word in the address the page is in the first language that the browser prefers and that there is', async () => {
    const { page, complaints } = await openAt(get(), server.url, '', {
      alone: true,
      prepare: liking('fr-CA', 'de-CH', 'es'),
    });
    await settled(page);
    assert.equal(await languageOf(page), 'de');
    assert.equal(await seen(page, '.view:not([hidden]) h1'), de['page.check_heading']);
    assert.deepEqual(await allSeen(page, '#language option'), ['English', '中文', 'Español', 'Deutsch']);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('An element on another page is in the language of its own `lang`', async () => {
    const { page, complaints } = await openPage(get(), `${server.url}german.html`);
    await settled(page);
    assert.equal(await label(page), de['form.name']);
    assert.equal(await languageOf(page), 'en', 'the page itself is left alone');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Where the texts of a language cannot be had the page is English, says so, and works', async () => {
    const broken = await serveWith({}, { '/messages-zh.json': gone });
    const { page, complaints } = await openAt(get(), `${broken.url}?lang=zh`, '#q=Hikvision', { alone: true });
    await inState(page, 'matches');
    assert.equal(await languageOf(page), 'en');
    assert.equal(await label(page), en['form.name']);
    assert.equal(await textOf(page, '.lookup > .notice'), en['language.missing'].replace('{name}', 'Chinese'));
    assert.deepEqual(await complaints(/Failed to load resource/), []);
    await page.close();
    broken.close();
  });
});
