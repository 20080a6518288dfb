import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inEachBrowser, readProject, serve, settled } from './setup.js';
import { allSeen, atHash, focused, hashOf, inView, openAt, seen, untilSeen } from './shell-page.js';

const { entries } = JSON.parse(String(readProject('data/entity-list.json')));
const inYear = (year) => entries.filter((entry) => entry.start_date?.startsWith(year)).length;
const inCountry = (code) => entries.filter(({ countries }) => countries?.includes(code)).length;

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

async function openList(browser, rest = '', options = {}) {
  const opened = await openAt(browser, server.url, `#list${rest}`, { alone: true, width: 1200, ...options });
  await settled(opened.page);
  await inView(opened.page, 'list');
  await opened.page.waitForSelector('.bars a');
  return opened;
}

/** The drawn length of the bar of a key, and the room that it could take. */
const drawn = (page, key, side) =>
  page.evaluate(
    (wanted, way) => {
      const svg = document.querySelector(`.bars [data-key="${wanted}"] svg`);
      return svg.querySelector('rect').getBoundingClientRect()[way];
    },
    key,
    side,
  );

inEachBrowser((name, get) => {
  test('Every year has a bar as long as its number, and is named for who does not see it', async () => {
    const { page, complaints } = await openList(get());
    const years = await page.evaluate(() =>
      [...document.querySelectorAll('.years .unseen')].map((spoken) => spoken.textContent),
    );
    assert.equal(years.length, 2025 - 1997 + 1);
    assert.equal(years[0], `1997: ${inYear('1997')} entries`);
    assert.equal(years.at(-1), `2025: ${inYear('2025')} entries`);
    const [low, high] = [await drawn(page, '2021', 'height'), await drawn(page, '2024', 'height')];
    assert.ok(Math.abs(low / high - inYear('2021') / inYear('2024')) < 0.02, `${low} of ${high}`);
    const [russia, china] = [await drawn(page, 'RU', 'width'), await drawn(page, 'CN', 'width')];
    assert.ok(Math.abs(russia / china - inCountry('RU') / inCountry('CN')) < 0.02, `${russia} of ${china}`);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A picture is one stop of the Tab key; arrows, Home and End move in it, and Enter narrows the list and shows the days', async () => {
    const { page, complaints } = await openList(get());
    await page.evaluate(() => document.querySelector('.picture summary').focus());
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'a 1997');
    await page.keyboard.press('End');
    assert.equal(await focused(page), 'a 2025');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), 'a 2021');
    await page.keyboard.press('Enter');
    await atHash(page, '#list&from=2021-01-01&to=2021-12-31');
    await untilSeen(page, '.listed h2', `${inYear('2021')} entries`);
    assert.equal(await focused(page), 'a 2021', 'the focus stays');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'true');
    assert.deepEqual((await allSeen(page, '.days .label bdi')).slice(0, 2), ['14 January 2021', '86 FR 4864']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await atHash(page, '#list&from=2021-03-04&to=2021-03-04');
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-current') === 'true');
    await page.keyboard.press('Enter');
    await atHash(page, '#list&from=2021-01-01&to=2021-12-31');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    assert.equal(await focused(page), 'a 2021', 'one stop, at the year that is chosen');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), 'a 1997', 'the first stays the first');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A country narrows the list by a click, and a second click takes it back', async () => {
    const { page, complaints } = await openList(get());
    const countries = await allSeen(page, '.countries .label');
    assert.equal(countries.length, 16, 'fifteen and the others');
    assert.equal(countries[0], 'China');
    assert.equal(await seen(page, '.countries .value'), inCountry('CN').toLocaleString('en-GB'));
    assert.match(countries[15], /^\d+ countries more$/);
    await page.click('.countries [data-key=HK]');
    await atHash(page, '#list&country=HK');
    await untilSeen(page, '.listed h2', `${inCountry('HK')} entries`);
    assert.equal((await allSeen(page, '.countries li')).length, 16, 'the others stay to be chosen');
    await page.click('.countries [data-key=HK]');
    await atHash(page, '#list');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Behind each picture there is a table with the same numbers, which leads on too', async () => {
    const { page, complaints } = await openList(get());
    for (const [index, caption] of ['Entries by the year they were listed', 'Entries by country'].entries()) {
      const [, toggle] = [index, (await page.$$('.picture .ways button'))[index]];
      await toggle.click();
      assert.equal(await toggle.evaluate((own) => own.innerText), 'Show as a picture');
      const { named, drawnToo } = await page.evaluate((at) => {
        const picture = document.querySelectorAll('.picture')[at];
        return {
          named: picture.querySelector('caption').textContent,
          drawnToo: picture.querySelector('.drawn').checkVisibility(),
        };
      }, index);
      assert.deepEqual([named, drawnToo], [caption, false]);
    }
    const rows = await allSeen(page, '.behind tbody tr');
    assert.ok(rows.some((row) => new RegExp(`^2021\\s+${inYear('2021')}\\s+\\d+$`).test(row)));
    assert.ok(rows.some((row) => new RegExp(`\\(HK\\)\\s+${inCountry('HK')}$`).test(row)));
    await page.click('.behind tbody tr:last-child a');
    await page.waitForFunction(() => location.hash.includes('from='));
    assert.match(await hashOf(page), /^#list&from=2025-01-01&to=2025-12-31$/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('From right to left the bars grow to the left, and the arrow keys go with them', async () => {
    const prepare = (page) =>
      page.evaluateOnNewDocument(() =>
        addEventListener('DOMContentLoaded', () => {
          document.documentElement.dir = 'rtl';
        }),
      );
    const { page, complaints } = await openList(get(), '', { prepare });
    const ends = await page.evaluate(() => {
      const svg = document.querySelector('.countries [data-key=RU] svg');
      return [svg.getBoundingClientRect().right, svg.querySelector('rect').getBoundingClientRect().right];
    });
    assert.ok(Math.abs(ends[0] - ends[1]) < 1, ends.join());
    await page.focus('.years a');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), 'a 1998');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'a 1997');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A narrow window folds the pictures, and unfolded they stand as rows with room for a finger', async () => {
    const { page, complaints } = await openList(get(), '&from=2021-01-01&to=2021-12-31', { width: 320, height: 640 });
    assert.equal(await seen(page, '.years'), '');
    await page.evaluate(() => {
      for (const picture of document.querySelectorAll('.picture')) picture.open = true;
    });
    const { wide, small } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      small: [...document.querySelectorAll('.bars a')]
        .map((item) => item.getBoundingClientRect())
        .filter(({ width, height }) => width < 200 || height < 24).length,
    }));
    assert.deepEqual([wide, small], [false, 0]);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  if (name === 'chromium') {
    test('Where colours are forced, bars and what is chosen are still told apart', async () => {
      const { page, complaints } = await openList(get(), '&country=RU');
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      const fills = await page.evaluate(() =>
        ['RU', 'CN'].map((code) => getComputedStyle(document.querySelector(`.countries [data-key=${code}] rect`)).fill),
      );
      assert.equal(
        new Set([...fills, await page.evaluate(() => getComputedStyle(document.body).backgroundColor)]).size,
        3,
      );
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }
});
