// The pages of text: scores, dates and changes, privacy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contentSecurityPolicy } from '../../web/serve.mjs';
import { gone } from './lists-page.js';
import { allSettled, inEachBrowser, inState, readProject, serve, settled, singleFile } from './setup.js';
import { allSeen, follow, hashOf, inView, openAt, seen } from './shell-page.js';

const sentences = JSON.parse(String(readProject('web/i18n/en.json')));

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

inEachBrowser((_name, get) => {
  test('The score’s example is worked out by the search, and its bands are the core’s', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#score');
    await allSettled(page);
    await page.waitForSelector('.worked dl');
    assert.match(await seen(page, '.worked'), /Wuhan Raycus Fiber Laser Technologies Co\., Ltd\./);
    const { score, about } = await page.evaluate(async () => {
      const { engine } = document.querySelector('entity-lookup');
      const { matches } = await engine.check({ name: 'Wuhan Raycus' });
      return { score: matches[0].score, about: engine.about };
    });
    assert.ok((await seen(page, '.worked')).includes(String(score)));
    assert.deepEqual(
      await allSeen(page, '[data-view=score] table td:nth-child(2)'),
      about.bands.map(({ from }) => String(from)),
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('What is said of the example is said of the entry that it is about, and of no other', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#score', { alone: true });
    await settled(page);
    await page.waitForSelector('.worked dl');
    const words = sentences['score.example_text'];
    assert.ok((await seen(page, '.worked')).includes(words));
    await page.evaluate(() => {
      const { engine } = document.querySelector('entity-lookup');
      const { check } = engine;
      engine.check = async (...asked) => {
        const { matches, ...answer } = await check.apply(engine, asked);
        return { ...answer, matches: matches.map((match) => ({ ...match, matched_name: 'Wuhan Raycus Optics' })) };
      };
    });
    await follow(page, 'Keys');
    await inView(page, 'keys');
    await follow(page, 'Scores');
    await page.waitForFunction(() => document.querySelector('.worked').innerText.includes('Wuhan Raycus Optics'));
    assert.ok(!(await seen(page, '.worked')).includes(words));
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('“Bring in a newer list” unfolds the way to do so, and what was asked stays', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#q=Hikvision', { alone: true });
    await inState(page, 'matches');
    await follow(page, 'Dates and changes');
    await inView(page, 'lists');
    await page.click('[data-view=lists] .ways button');
    await inView(page, 'check');
    assert.equal(await hashOf(page), '#q=Hikvision');
    const { open, focus, name } = await page.evaluate(() => {
      const { shadowRoot, value } = document.querySelector('entity-lookup');
      const fold = shadowRoot.querySelector('.update');
      return { open: fold.open, focus: shadowRoot.activeElement?.textContent, name: value };
    });
    assert.deepEqual([open, focus, name], [true, sentences['bring.title'], 'Hikvision']);
    await page.waitForFunction(() => document.querySelector('entity-lookup').shadowRoot.querySelector('#list-file'));
    await page.goBack();
    await inView(page, 'lists');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Where no list can be opened the way to the check keeps what was asked', async () => {
    const broken = await serve({ answers: { '/lookup.wasm': gone } });
    const { page, complaints } = await openAt(get(), broken.url, '#q=Hikvision');
    await settled(page);
    await follow(page, 'Browse the lists');
    await inView(page, 'list');
    await page.click('[data-view=list] .notice a');
    await inView(page, 'check');
    assert.equal(await hashOf(page), '#q=Hikvision');
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').value), 'Hikvision');
    assert.deepEqual(await complaints(/Failed to load resource/), []);
    await page.close();
    broken.close();
  });

  test('Each list tells its date, age and law, and the newest entries lead to their day', async () => {
    const { page, complaints } = await openAt(get(), server.url, '#lists');
    await allSettled(page);
    await page.waitForSelector('[data-view=lists] table');
    await page.waitForFunction(() => document.querySelectorAll('.issue').length === 12);
    const text = await seen(page, '.issue[data-code=EL]');
    for (const part of ['as of 31 July 2026', '5 days old', '3,420 entries', 'Supplement No. 4 to Part 744']) {
      assert.ok(text.includes(part), part);
    }
    const day = await seen(page, '[data-view=lists] tbody th');
    const [count] = await allSeen(page, '[data-view=lists] tbody td');
    await follow(page, day);
    await inView(page, 'list');
    await page.waitForSelector('.tag');
    assert.equal(await seen(page, '.listed h2'), `${count} entries`);
    assert.equal(await seen(page, '.tag bdi'), `listed on ${day}`);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The served page asks its server for the policy only when told to, and says honestly what it is worth', async () => {
    const open = await serve({ policy: null });
    const leaky = await serve({ policy: contentSecurityPolicy.replace("img-src 'self'", 'img-src *') });
    for (const [own, verdict] of [
      [server, /has the browser refuse every request to anywhere but the server itself/],
      [leaky, /sends a policy, but not one that forbids requests elsewhere/],
      [open, /sends no policy/],
    ]) {
      const { page, elsewhere, complaints } = await openAt(get(), own.url, '#privacy', { alone: true });
      await settled(page);
      await inView(page, 'privacy');
      const asked = own.requests.length;
      assert.ok((await seen(page, '[data-view=privacy]')).includes(sentences['privacy.stored_site']));
      assert.match(await seen(page, '[data-view=privacy]'), /\d requests, all of them to http:\/\/127\.0\.0\.1/);
      assert.equal(own.requests.length, asked);
      await page.click('.proof button');
      await page.waitForSelector('.said');
      assert.match(await seen(page, '.said'), verdict);
      assert.equal(own.requests.length, asked + 1);
      assert.deepEqual([elsewhere, await complaints()], [[], []]);
      await page.close();
    }
    open.close();
    leaky.close();
  });

  test('The single file tries to send a request elsewhere when told to, and shows that the browser refuses it', async () => {
    const { page, complaints } = await openAt(get(), singleFile, '#privacy');
    await allSettled(page);
    await inView(page, 'privacy');
    assert.match(await seen(page, '[data-view=privacy]'), /Requests that this page has made\s+None\./);
    assert.ok((await seen(page, '[data-view=privacy]')).includes(sentences['privacy.stored_file']));
    assert.match(await seen(page, '.proof pre'), /default-src 'none'/);
    await page.click('.proof button');
    await page.waitForSelector('.said');
    assert.match(await seen(page, '.said'), /^Refused\. .* connect-src\.$/);
    assert.deepEqual(await complaints(/entity-lookup\.invalid/), []);
    await page.close();
  });
});
