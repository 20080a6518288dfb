import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { folderListener, listen } from '../../web/serve.mjs';
import {
  allSettled,
  check,
  inEachBrowser,
  inState,
  openPage,
  readProject,
  serve,
  settled,
  singleFile,
  site,
  type,
} from './setup.js';
import { allSeen, atHash, focused, follow, hashOf, inView, openAt, seen, untilSeen, views } from './shell-page.js';

const headings = {
  check: 'Check a name',
  list: 'Browse the lists',
  lists: 'Dates and changes',
  score: 'How a score is made',
  privacy: 'What you type stays here',
  keys: 'Keys',
};
const entry = '#entry=EL/73dfd6d855816858f3e39518446d69fc0fe89c94';

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

inEachBrowser((name, get) => {
  for (const [way, url] of [
    ['the served site', () => server.url],
    ['the single file', () => singleFile],
  ]) {
    test(`In ${way} each view has its address, its heading, its title and its place in the navigation`, async () => {
      for (const view of views) {
        const { page, elsewhere, complaints } = await openAt(get(), url(), view === 'check' ? '' : `#${view}`, {
          alone: true,
        });
        await allSettled(page);
        await inView(page, view);
        assert.equal(await seen(page, '.view:not([hidden]) h1'), headings[view]);
        assert.equal(await page.title(), `${headings[view]} – Entity List Lookup`);
        assert.equal((await allSeen(page, 'nav [aria-current=page]')).length, 1);
        assert.equal(await page.evaluate(() => document.querySelector('[aria-current=page]').hash), await hashOf(page));
        const shown = await seen(page, 'body');
        assert.doesNotMatch(
          shown,
          /(^|\s)(page|nav|browse|chart|lists|score|privacy|keys|list|match|age|others)\.[a-z]/,
        );
        assert.deepEqual(
          [await complaints(), elsewhere.filter((address) => !address.startsWith(String(url())))],
          [[], []],
        );
        await page.close();
      }
    });

    test(`In ${way} an address with a name asks for it, and one with an entry shows it whole`, async () => {
      const asked = await openAt(get(), url(), '#q=Hikvision&country=CN', { alone: true });
      await inState(asked.page, 'matches');
      const { value, country, named } = await asked.page.evaluate(() => {
        const lookup = document.querySelector('entity-lookup');
        return { value: lookup.value, country: lookup.answer.query.country, named: lookup.answer.matches[0].name };
      });
      assert.deepEqual([value, country], ['Hikvision', 'CN']);
      assert.match(named, /Hikvision/);
      assert.deepEqual(await asked.complaints(), []);
      await asked.page.close();

      const { page, complaints } = await openAt(get(), url(), entry, { alone: true });
      await untilSeen(page, '[data-view=entry] h1', 'Joint Stock Company Volsk Mechanical Plant');
      assert.match(await page.title(), /^Joint Stock Company Volsk Mechanical Plant – /);
      const text = await seen(page, '.entry');
      for (const part of [
        'Entity List (EL)',
        '89 FR 68548',
        '27 August 2024',
        'JSC Volsk Mechanical Plant',
        '10 Vidim Town',
      ]) {
        assert.ok(text.includes(part), part);
      }
      assert.deepEqual(await complaints(), []);
      await page.close();
    });

    test(`In ${way} typing rewrites the address, a check is a step, and the way back leads to each`, async () => {
      const { page, complaints } = await openAt(get(), url(), '', { alone: true });
      await settled(page);
      const steps = await page.evaluate(() => history.length);
      await type(page, 'Megvii');
      await atHash(page, '#q=Megvii');
      assert.equal(await page.evaluate(() => history.length), steps, 'no step for a key');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => history.state?.checked);
      assert.equal(await page.evaluate(() => history.length), steps);
      await page.evaluate(() => {
        document.querySelector('entity-lookup').value = '';
      });
      await type(page, 'Huawei');
      await atHash(page, '#q=Huawei');
      assert.equal(await page.evaluate(() => history.length), steps + 1, 'what was checked stays a step');
      await follow(page, 'Keys');
      await inView(page, 'keys');
      assert.equal(await focused(page), 'h1 Keys');

      await page.goBack();
      await inView(page, 'check');
      assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').value), 'Huawei');
      await page.goBack();
      await atHash(page, '#q=Megvii');
      await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.name === 'Megvii');
      await page.goForward();
      await atHash(page, '#q=Huawei');
      await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.name === 'Huawei');
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }

  test('The navigation leads from view to view, and back to the check with what was asked there', async () => {
    const { page, complaints } = await openAt(get(), server.url);
    await allSettled(page);
    await check(page, 'Hikvision');
    for (const view of [...views.slice(1), 'check']) {
      await page.evaluate((to) => {
        const links = [...document.querySelectorAll('nav[aria-label=Pages] a')];
        links.find((link) => link.innerText === to).click();
      }, { list: 'Browse the lists', lists: 'Dates and changes', score: 'Scores', privacy: 'Privacy', keys: 'Keys', check: 'Check a name' }[view]);
      await inView(page, view);
      assert.equal(await focused(page), `h1 ${headings[view]}`);
      assert.equal(await page.evaluate(() => scrollY), 0);
    }
    assert.equal(await hashOf(page), '#q=Hikvision');
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').answer.query.name), 'Hikvision');
    await page.evaluate(() => document.querySelector('.brand').click());
    await inState(page, 'ready');
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').value), '', 'a new start');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('An answer that other lists complete while another view is shown leaves that view and its address alone', async () => {
    let release;
    const others = readProject('build/site/other-lists.json');
    const late = await serve({
      answers: {
        '/other-lists.json': (_request, response) => {
          release = () => response.writeHead(200, { 'content-type': 'application/json' }).end(others);
        },
      },
    });
    const { page, complaints } = await openPage(get(), late.url, {});
    await settled(page);
    await check(page, 'Hikvision');
    await follow(page, 'Keys');
    await inView(page, 'keys');
    await page.evaluate(() => {
      globalThis.completed = new Promise((resolve) => addEventListener('lookup-result', resolve, { once: true }));
    });
    release();
    // What is still to be written into the address is written with the next click at the latest.
    await page.evaluate(async () => {
      await globalThis.completed;
      document.body.click();
    });
    assert.equal(await hashOf(page), '#keys');
    await inView(page, 'keys');
    assert.deepEqual(await complaints(), []);
    await page.close();
    late.close();
  });

  test('A country that was chosen by hand gives way to that of the address, and comes into it', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#q=Hikvision&country=CN', { alone: true });
    await inState(page, 'matches');
    const choose = (code) =>
      page.evaluate((chosen) => {
        const select = document.querySelector('entity-lookup').shadowRoot.querySelector('#country');
        select.value = chosen;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, code);
    const country = () =>
      page.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelector('#country').value);
    await choose('RU');
    await atHash(page, '#q=Hikvision&country=RU');
    for (const [hash, expected] of [
      ['#q=Huawei&country=CN', 'CN'],
      ['#q=Huawei', ''],
      ['#q=Huawei&country=CN', 'CN'],
    ]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await page.waitForFunction(
        (wanted) => document.querySelector('entity-lookup').answer?.query.country === wanted,
        {},
        expected || null,
      );
      assert.equal(await country(), expected, hash);
      await choose('RU');
      await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.country === 'RU');
    }
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('An address that says nothing known leads to the check, with a sentence that goes with the first answer', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#fo%6F=<b>1', { alone: true });
    await settled(page);
    await inView(page, 'check');
    assert.match(await seen(page, '[data-view=check] > .notice'), /does not know .*“#”: #fo%6F=(<|%3C)b(>|%3E)1\./);
    await type(page, 'Megvii');
    await atHash(page, '#q=Megvii');
    assert.equal(await seen(page, '[data-view=check] > .notice'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('What stands in the address after # is in no request, whatever view it opens', async () => {
    const heard = [];
    const usual = folderListener(site);
    const own = createServer((request, response) => {
      heard.push(`${request.url} ${JSON.stringify(request.headers)}`);
      void usual(request, response);
    });
    const url = `http://127.0.0.1:${await listen(own, 0)}/`;
    const hashes = ['#q=Zanzibar%20Trading', '#list&text=Zanzibar', '#entry=EL/Zanzibar', '#Zanzibar'];
    for (const hash of hashes) {
      const { page, elsewhere } = await openAt(get(), url, hash, { alone: true });
      await settled(page);
      await follow(page, 'Keys');
      await inView(page, 'keys');
      assert.deepEqual(elsewhere, []);
      await page.close();
    }
    own.closeAllConnections();
    own.close();
    assert.ok(heard.length >= 4 * hashes.length, 'page, scripts, style sheet and worker of each');
    assert.deepEqual(
      heard.filter((text) => /zanzibar/i.test(text)),
      [],
    );
  });

  test('The key / leads to the field of the name from every view, is typed in fields, and can be turned off', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#q=Hikvision', { alone: true });
    await inState(page, 'matches');
    const inName = () =>
      page.evaluate(() => document.querySelector('entity-lookup').shadowRoot.activeElement?.id === 'name');
    await follow(page, 'Scores');
    await inView(page, 'score');
    await page.keyboard.press('/');
    await inView(page, 'check');
    assert.equal(await inName(), true);
    assert.equal(await hashOf(page), '#q=Hikvision');
    await page.keyboard.press('End');
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').value), 'Hikvision/');
    await follow(page, 'Keys');
    await inView(page, 'keys');
    await page.click('#slash');
    await page.evaluate(() => document.activeElement.blur());
    if (name === 'chromium') await page.keyboard.press('/'); // Firefox opens its own search then.
    await inView(page, 'keys');
    await page.click('#slash');
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('/');
    await inView(page, 'check');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Who skips to the content is past the navigation, and every heading that takes the focus shows it', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#keys', { alone: true });
    await settled(page);
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /^button Skip to the content/);
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'h1 Keys');
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'input slash');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The way back to a list leads to the entry that was opened, where it stood', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#list', { alone: true });
    await allSettled(page);
    await inView(page, 'list');
    await page.waitForSelector('.entries');
    const [, , , , , , , , , , , opened] = await page.$$('.entries tbody th a');
    const text = await opened.evaluate((link) => link.innerText);
    await opened.focus();
    const scroll = await page.evaluate(() => scrollY);
    assert.ok(scroll > 0);
    await page.keyboard.press('Enter');
    await inView(page, 'entry');
    await untilSeen(page, '[data-view=entry] h1', text);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
    await page.goBack();
    await inView(page, 'list');
    assert.match(await focused(page), new RegExp(`^a ${text.slice(0, 10)}`));
    assert.equal(await page.evaluate(() => scrollY), scroll);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });
});
