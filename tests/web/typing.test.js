import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, inEachBrowser, inState, openPage as open, press, serve, settled, textOf, type } from './setup.js';

/** The Entity List alone: what more lists do stands in lists.test.js. */
const openPage = (browser, url, options) => open(browser, url, { alone: true, ...options });

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

inEachBrowser((_name, get) => {
  test('The list, its date, its age and its count stand there before the first key', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    assert.equal(await settled(page), 'ready');
    const line = await textOf(page, '.open-lists > summary');
    assert.match(line, /^Entity List \(EL\) · 3,420 entries · as of 31 July 2026 · 5 days old$/);
    assert.equal(await textOf(page, '.notice'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Matches appear while one types, and the words that agree are marked', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    await type(page, 'Megvii');
    await inState(page, 'matches');
    assert.match(await textOf(page, 'h2'), /^\d+ possible match(es)? at or above 70$/);
    assert.equal(await textOf(page, '.match h3'), 'Megvii Technology');
    assert.equal(await textOf(page, '.match h3 mark'), 'Megvii');
    assert.equal(await textOf(page, '.record'), '', 'typing alone makes no record');
    assert.equal(await textOf(page, '[role=status]'), '', 'nothing is announced while typing');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Words in letters that no listed name has are said not to be searched, on the page and in the record', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    const answer = await check(page, 'หัวเหว่ย Kraftwerk');
    assert.deepEqual(answer.foreign_words, ['หัวเหว่ย']);
    assert.match(await textOf(page, 'h2'), /^No match at or above 70, but not all of the name could be searched$/);
    assert.match(await textOf(page, '.results .notice'), /^Not searched: หัวเหว่ย\. /);
    assert.match(await textOf(page, '.record'), /Words not searched/);
    assert.match(await textOf(page, '[role=status]'), /not all of the name could be searched/);
    await check(page, 'หัวเหว่ย');
    assert.equal(await textOf(page, 'h2'), 'Nothing was checked');
    assert.match(await textOf(page, '.record'), /Nothing: not searched/);
    assert.match(await textOf(page, '[role=status]'), /^Nothing was checked\.$/);
    assert.equal(await textOf(page, '.none'), '');
    await check(page, 'Kraftwerk');
    assert.equal(await textOf(page, '.results .notice'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Lines that are pasted or assigned are several names, and no mark turns a name around unseen', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    const fieldAfter = (act) =>
      page.evaluate((text) => {
        const element = document.querySelector('entity-lookup');
        const field = element.shadowRoot.querySelector('#name');
        field.value = '';
        if (text.assigned) element.value = text.assigned;
        else {
          // Firefox takes no clipboard in the event's constructor.
          const event = new Event('paste', { cancelable: true, bubbles: true });
          Object.defineProperty(event, 'clipboardData', {
            value: { getData: () => text.pasted },
          });
          field.dispatchEvent(event);
        }
        return field.value;
      }, act);
    assert.equal(await fieldAfter({ assigned: 'Hikvision\nDahua Technology\r\n' }), 'Hikvision; Dahua Technology');
    assert.equal(await fieldAfter({ assigned: '\u202EMegvii\u202C' }), 'Megvii');
    assert.equal(await fieldAfter({ pasted: 'Hikvision\n\nDahua Technology' }), 'Hikvision; Dahua Technology');
    await inState(page, 'matches');
    assert.match(await page.$eval('entity-lookup', (element) => element.shadowRoot.textContent), /Dahua Technology/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('An answer is never shown as current beside another name', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    await page.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      globalThis.stale = [];
      globalThis.seen = 0;
      const look = () => {
        const { answer, value } = element;
        if (answer) globalThis.seen += 1;
        if (answer && answer.query.name !== value) globalThis.stale.push(`${answer.query.name} beside ${value}`);
        requestAnimationFrame(look);
      };
      look();
      element.addEventListener('lookup-result', look);
    });
    for (const key of 'Hikvision ') await type(page, key, { delay: 30 });
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Backspace');
    await type(page, 'ion Digital', { delay: 95 });
    await inState(page, 'matches');
    const { stale, seen, shown } = await page.evaluate(() => ({
      stale: globalThis.stale,
      seen: globalThis.seen,
      shown: document.querySelector('entity-lookup').answer.query.name,
    }));
    assert.deepEqual(stale, []);
    assert.ok(seen > 0);
    assert.equal(shown, 'Hikvision Digital');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A thousand keystrokes in a second end with the answer to the last', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    const answer = await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      for (let i = 0; i < 1000; i += 1) {
        element.value = `Hikvision ${i}`;
        if (i % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 45));
        if (i % 100 === 0) void element.check();
      }
      return new Promise((resolve) => {
        element.addEventListener('lookup-result', (event) => resolve(event.answer));
      });
    });
    assert.equal(answer.query.name, 'Hikvision 999');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Enter makes it a check: announced, and with a record of what, when, list, count, hash, program and score', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    await type(page, 'Hikvision');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('entity-lookup').shadowRoot.querySelector('.record'));
    const record = await textOf(page, '.record');
    for (const part of [
      '“Hikvision”',
      'Any country',
      '70',
      '5 August 2026',
      'Entity List (EL), as of 31 July 2026, 3,420 entries',
      'possible match',
      'Entity List Lookup 0.1.0',
    ]) {
      assert.ok(record.includes(part), `${part} in ${record}`);
    }
    assert.match(record, /[0-9a-f]{64}/);
    assert.match(
      await textOf(page, '[role=status]'),
      /possible match.* at or above 70 in the Entity List .*First: Hangzhou Hikvision/,
    );
    await type(page, ' Digital');
    await page.waitForFunction(() => !document.querySelector('entity-lookup').shadowRoot.querySelector('.record'));
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('On paper the record is whole: what is folded on the screen is unfolded while it is printed', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    const { matches } = await check(page, 'Huawei');
    assert.ok(matches.length > 3);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('entity-lookup');
      globalThis.foldedNow = () =>
        [...shadowRoot.querySelectorAll('.below, .addresses')].filter((part) => !part.checkVisibility()).length;
      addEventListener('beforeprint', () => {
        globalThis.foldedOnPaper = globalThis.foldedNow();
      });
      [...shadowRoot.querySelectorAll('details')].at(-1).open = true;
    });
    const folded = () => page.evaluate(() => globalThis.foldedNow());
    const before = await folded();
    assert.ok(before > 0);
    await page.pdf({ timeout: 60_000 });
    assert.equal(await page.evaluate(() => globalThis.foldedOnPaper), 0);
    assert.equal(await folded(), before, 'and as it was afterwards');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('No match is said with score, list, count and date, and never as a clearance', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    await type(page, 'Coca-Cola');
    await page.keyboard.press('Enter');
    await inState(page, 'no-match');
    assert.equal(
      await textOf(page, '[role=status]'),
      'No match at or above 70 in the Entity List (3,420 entries), as of 31 July 2026.',
    );
    assert.equal(await textOf(page, 'h2'), 'No match at or above 70');
    assert.doesNotMatch(await textOf(page, '.lookup'), /cleared|\bsafe\b|approved/i);
    assert.match(await textOf(page, '.record'), /No match/);
    await press(page, 'Look for weaker');
    await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.min_score === 50);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Nothing is cut silently: the number that is left out is said, with the way to see it', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await page.evaluate(() => document.querySelector('entity-lookup').setAttribute('max-matches', '2'));
    await settled(page);
    const { total, matches } = await check(page, 'Huawei');
    assert.ok(total > 2);
    assert.equal(matches.length, 2);
    assert.equal(await textOf(page, '.rest'), `Showing 2 of ${total}. Show all ${total}`);
    await press(page, 'Show all');
    await page.waitForFunction(
      (all) => document.querySelector('entity-lookup').answer?.matches.length === all,
      {},
      total,
    );
    assert.equal(await textOf(page, '.rest'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The country is compared and hides nothing', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await page.evaluate(() => document.querySelector('entity-lookup').setAttribute('country', 'JP'));
    await settled(page);
    const { matches, query } = await check(page, 'Megvii');
    assert.equal(query.country, 'JP');
    assert.equal(matches[0].country, 'differs');
    assert.match(await textOf(page, '.why'), /Japan, is not among those of the entry/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The lowest score moves with slider and number, in words too', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('entity-lookup');
      const slider = shadowRoot.querySelector('[type=range]');
      slider.value = '100';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const number = await page.evaluate(
      () => document.querySelector('entity-lookup').shadowRoot.querySelector('[type=number]').value,
    );
    assert.equal(number, '100');
    assert.equal(await textOf(page, '.reach'), 'only the same name');
    const { total, query } = await check(page, 'Megvii Tech');
    assert.equal(query.min_score, 100);
    assert.equal(total, 0);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('The form does not move while one types', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    const places = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('entity-lookup');
        return ['.form', '.loaded', '.results'].map(
          (part) => shadowRoot.querySelector(part).getBoundingClientRect().top,
        );
      });
    const before = await places();
    await type(page, 'Huawei');
    await inState(page, 'matches');
    assert.deepEqual(await places(), before);
    await type(page, ' zzqqzz xxyyxx');
    await page.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.name.endsWith('xxyyxx'));
    assert.deepEqual(await places(), before);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('What is typed before the list is there is answered when it comes', async () => {
    const { page, complaints } = await openPage(get(), server.url, {
      prepare: (opening) =>
        opening.evaluateOnNewDocument(() => {
          addEventListener('DOMContentLoaded', () => {
            document.querySelector('entity-lookup').value = 'Kindroid';
          });
        }),
    });
    await inState(page, 'matches');
    assert.equal(await textOf(page, '.match h3'), 'Kindroid');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Taken out and put back while loading, the element works; taken out for good, it lets go of its worker', async () => {
    const { page, complaints } = await openPage(get(), server.url);
    await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      const place = element.parentNode;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      place.prepend(element);
      place.append(element);
    });
    await settled(page);
    const { total } = await check(page, 'Megvii');
    assert.ok(total > 0);
    const state = await page.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      await element.check();
      return element.state;
    });
    assert.equal(state, 'matches', 'nothing is asked once it is gone');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  for (const { now, says, kind } of [
    { now: '2026-08-30T12:00:00Z', says: '', kind: 'fresh' },
    {
      now: '2026-09-05T12:00:00Z',
      says: /^The list is 36 days old\./,
      kind: 'old',
    },
    {
      now: '2026-11-22T12:00:00Z',
      says: /^Warning: the list is 114 days old\. Parties added since 31 July 2026/,
      kind: 'stale',
    },
    {
      now: '2026-07-01T12:00:00Z',
      says: /^Warning: this computer’s clock says 1 July 2026/,
      kind: 'future',
    },
  ]) {
    test(`On ${now.slice(0, 10)} the age of the list is ${kind}, and said in words where it matters`, async () => {
      const { page, complaints } = await openPage(get(), server.url, { now });
      await settled(page);
      const notice = await textOf(page, '.notice');
      if (says) assert.match(notice, says);
      else assert.equal(notice, '');
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }
});
