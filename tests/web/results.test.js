// A result as it is read: its order, one party on several lists, rules in plain words, and what a hint does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fill, inside, openSmall, send, small } from './lists-page.js';
import { allSettled, check, inEachBrowser, openPage, serve, settled, textOf } from './setup.js';

const higher = 'It stands higher in the order for that; its score is the same.';
const lower = 'It stands lower in the order for that; its score is the same, and nothing is ruled out.';
const asBefore = 'Its place is as it was.';
/** What a match says of the country and the date of birth that were given, by the country. */
const person = {
  '': [],
  PA: [
    `The country you gave, Panama, is not among those of the entry. ${lower}`,
    `The date of birth you gave, 1956, is not that of the entry. ${lower}`,
  ],
  DE: [
    `The country you gave, Germany, is among those of the entry. ${higher}`,
    `The date of birth you gave, 1970, agrees with the entry. ${higher}`,
  ],
};
const vessel = {
  '': [],
  PA: [
    `The entry names no country to compare with Panama. ${asBefore}`,
    `The entry has no date of birth that tells for or against 1956. ${asBefore}`,
  ],
  DE: [
    `The entry names no country to compare with Germany. ${asBefore}`,
    `The entry has no date of birth that tells for or against 1970. ${asBefore}`,
  ],
};
const noAddress = `The entry has no address that tells for or against the one you gave. ${asBefore}`;

let server;
before(async () => {
  server = await serve({ answers: { '/small.json': send(small) } });
});
after(() => server.close());

inEachBrowser((name, get) => {
  test('On a page that is written from right to left a result stays as its language is written', async () => {
    const { page, complaints } = await openPage(get(), server.url, { alone: true });
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await settled(page);
    await check(page, 'Hikvision');
    const [first, second] = await page.evaluate(() => {
      const link = document.querySelector('entity-lookup').shadowRoot.querySelector('.stands a');
      const range = document.createRange();
      // Where “84” and “FR” of “84 FR 54002” stand.
      return [0, 3].map((at) => {
        range.setStart(link.firstChild, at);
        range.setEnd(link.firstChild, at + 2);
        return range.getBoundingClientRect().left;
      });
    });
    assert.ok(first < second, `${first}, ${second}`);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A result is read in order: how serious, on which list and what that means, who, why, what it asks, where it stands', async () => {
    const { page, complaints } = await openSmall(get(), server.url);
    await check(page, 'Erika Muster');
    const text = await textOf(page, '.match');
    const order = [
      'Same name',
      'Specially Designated Nationals and Blocked Persons List (SDN)',
      'U.S. persons may not deal with this party at all',
      'Erika MUSTER',
      'Individual · Minister of Made-Up Affairs · born',
      'Why',
      'What it means',
      'SDGT, NPWMD',
      'The party more closely',
      'Passport: C01X00T47',
      '(Linked To: NORDHAFEN WORKS)',
      'Where it stands',
      '31 CFR chapter V',
      'MUSTER, Erika',
    ].map((part) => text.indexOf(part));
    assert.ok(!order.includes(-1), `${order} in ${text}`);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    const { matches } = await check(page, 'IMO 9999999');
    assert.deepEqual([matches[0].matched_kind, matches[0].kind], ['identifier', 'vessel']);
    assert.equal(await textOf(page, '.band'), 'Same identifier', 'not “same name”');
    assert.match(await textOf(page, '.match'), /Matched by its identifier IMO 9999999/);
    assert.match(await textOf(page, '.party'), /Crude Oil Tanker[\s\S]*Panama[\s\S]*Made Up Shipping/);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('What is told besides moves the order and leaves the score, whatever was matched, and that is what it says', async () => {
    const { page, complaints } = await openSmall(get(), server.url);
    await fill(page, '#address', '12 Dalen Street, Nowhere');
    for (const [asked, sentences] of [
      ['Erika Muster', person],
      ['IMO 9999999', vessel],
      ['Passport C01X00T47', person],
    ]) {
      const scores = [];
      for (const [country, born] of [
        ['', ''],
        ['PA', '1956'],
        ['DE', '1970'],
      ]) {
        await page.evaluate((code) => document.querySelector('entity-lookup').setAttribute('country', code), country);
        await fill(page, '#born', born);
        const { matches } = await check(page, asked);
        scores.push(matches[0].score);
        const said = await inside(page, (root) =>
          [...root.querySelectorAll('.match:first-of-type .why li')]
            .map((item) => item.textContent)
            .filter((text) => /in the order|Its place/.test(text)),
        );
        assert.deepEqual(said, [...sentences[country], noAddress], `${asked} ${country}`);
      }
      assert.deepEqual(scores, Array(3).fill(scores[0]), asked);
    }
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  if (name === 'chromium') {
    test('A party on several lists is one result, with each further listing and its consequence below', async () => {
      const { page, complaints } = await openPage(get(), server.url);
      await allSettled(page);
      const { matches } = await check(page, 'Huawei Technologies Co., Ltd.');
      const index = matches.findIndex(({ also }) => also);
      const { id, also } = matches[index];
      const listing = await inside(
        page,
        (root, wanted) => {
          const match = root.querySelector(`.match[data-id="${wanted}"]`);
          const item = match.querySelector('.also li');
          const fold = item.querySelector('details');
          const folded = !fold.open;
          fold.open = true;
          return { line: match.querySelector('.on').innerText, list: item.dataset.list, folded, text: item.innerText };
        },
        id,
      );
      assert.match(listing.line, new RegExp(`listed under the same name also on ${also[0].list}`));
      assert.equal(listing.list, also[0].list);
      assert.ok(listing.folded);
      const [, consequence] = listing.text.split('\n').filter(Boolean);
      assert.match(consequence, /licence is needed|securities/);
      assert.match(listing.text, /Where it stands/);
      assert.deepEqual(await complaints(), []);
      await page.close();
    });

    test('Rules stand in plain words beside those published, with links to the sections that they cite', async () => {
      const { page, complaints } = await openPage(get(), server.url, { alone: true });
      await settled(page);
      const { matches } = await check(page, 'Huawei Technologies Co., Ltd. (Huawei)');
      const { requirement, policy } = matches[0];
      const shown = await inside(page, (root) => ({
        plain: root.querySelector('.rule .plain').innerText,
        published: [...root.querySelector('.match').querySelectorAll('.rule blockquote')].map(
          (quote) => quote.innerText,
        ),
        links: [...root.querySelector('.rule').querySelectorAll('.links a')].map(({ href, target, rel }) => [
          href,
          target,
          rel,
        ]),
      }));
      for (const sentence of requirement.plain) assert.ok(shown.plain.includes(sentence), sentence);
      assert.deepEqual(shown.published, [requirement.text, policy.text]);
      assert.ok(shown.links.length > 0);
      for (const [href, ...rest] of shown.links) {
        assert.match(href, /^https:\/\/www\.ecfr\.gov\//);
        assert.deepEqual(rest, ['_blank', 'noopener noreferrer']);
      }
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }
});
