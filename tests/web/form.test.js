// The element in a form of somebody else's: the decision, what is sent, and what a form asks of its fields.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allOpen, openCounting, serveWith } from './element-page.js';
import { browserSays } from './lists-page.js';
import { inEachBrowser, openPage, readProject, textOf } from './setup.js';

const order = `<form id="order"><label>Order <input name="number" value="7"></label>
  <fieldset><legend>Buyer</legend><entity-lookup name="party" required>
    <h2 slot="heading">Who buys?</h2><p slot="help">Ask compliance.</p><p slot="after-results">Keep it.</p>
  </entity-lookup></fieldset><button>Send</button></form>`;
const gone = (_request, response) => response.writeHead(404).end();

let server;
let lacking;
before(async () => {
  const pages = {
    '/order.html': order,
    '/alone.html': '<entity-lookup></entity-lookup>',
    '/decisions.html': '<entity-lookup decisions></entity-lookup>',
  };
  server = await serveWith(pages);
  lacking = await serveWith(pages, { '/other-lists.json': gone });
});
after(() => {
  server.close();
  lacking.close();
});

const ask = (page, name) =>
  page.evaluate((asked) => {
    const element = document.querySelector('entity-lookup');
    element.value = asked;
    return element.check().then((answer) => answer && answer.total);
  }, name);

/** Chooses one of the decisions, writes a note where there is one to write, and records it. */
const decide = (page, decision, note) =>
  page.evaluate(
    (value, text) => {
      const { shadowRoot } = document.querySelector('entity-lookup');
      if (text) shadowRoot.querySelector('#decision-note').value = text;
      shadowRoot.querySelector(`#decision-${value}`).click();
      shadowRoot.querySelector('.decided-by').click();
    },
    decision,
    note,
  );

const sent = (page) => page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('#order'))));
const lack = (page) =>
  page.evaluate(() => {
    const { validationMessage, validity } = document.querySelector('entity-lookup');
    return validity.valid === (validationMessage === '') && validationMessage;
  });

inEachBrowser((name, get) => {
  async function open(path, from = server) {
    const opened = await openCounting(get(), from.url + path);
    await allOpen(opened.page);
    return opened;
  }

  test('The record of a check and the decision are sent with the form, once there are any', async () => {
    const { page, complaints } = await open('order.html');
    assert.deepEqual(await sent(page), { number: '7' });
    const total = await ask(page, 'Megvii');
    await decide(page, 'same_party', 'Same address.');
    const { 'party.record': json, ...fields } = await sent(page);
    const record = JSON.parse(json);
    const [first] = record.matches;
    assert.deepEqual(fields, {
      number: '7',
      'party.name': 'Megvii',
      'party.checked_at': '2026-08-05T09:30:00.000Z',
      'party.outcome': 'matches',
      'party.total': String(total),
      'party.decision': 'same_party',
      'party.entry': first.entry,
      'party.note': 'Same address.',
      'party.decided_at': '2026-08-05T09:30:00.000Z',
    });
    assert.match(first.entry, /^[A-Z-]+\/\S+$/);
    assert.equal(record.lists.length, 12);
    assert.ok(record.lists.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)));
    assert.equal(record.whole, true);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A record is only added to: each decision stands below those before it, and is told as an event', async () => {
    const { page, complaints } = await open('decisions.html');
    await page.evaluate(() => {
      globalThis.told = [];
      addEventListener('lookup-decision', ({ decision, record }) =>
        globalThis.told.push([decision.decision, record.decisions.length, record]),
      );
    });
    await ask(page, 'Megvii');
    const before = await page.evaluateHandle(() => document.querySelector('entity-lookup').record);
    await decide(page, 'not_same_party', 'Another country.');
    await decide(page, 'same_party');
    const told = await page.evaluate((record) => {
      const same = document.querySelector('entity-lookup').record === globalThis.told[1][2];
      return [globalThis.told.map(([decision, count]) => [decision, count]), record.decisions.length, same];
    }, before);
    assert.deepEqual(told, [
      [
        ['not_same_party', 1],
        ['same_party', 2],
      ],
      0,
      true,
    ]);
    const log = await textOf(page, '.decided');
    assert.match(
      log,
      /Not the same party as any of these – Another country\.\s+5 August 2026.*The same party as Megvii/s,
    );
    assert.doesNotMatch(await textOf(page, '.decision'), /clear|safe|approv/i);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Moving through the choices, or writing a note, is no decision: recording is', async () => {
    const { page } = await open('decisions.html');
    await ask(page, 'Huawei');
    await page.evaluate(() =>
      document.querySelector('entity-lookup').shadowRoot.querySelector('#decision-undecided').focus(),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The second one.');
    const decisions = () => page.evaluate(() => document.querySelector('entity-lookup').record.decisions);
    assert.deepEqual(await decisions(), []);
    assert.equal(await textOf(page, '.decided'), '');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const second = await page.evaluate(() => document.querySelector('entity-lookup').record.matches[1].entry);
    const [{ decision, entry, note }, ...more] = await decisions();
    assert.deepEqual([decision, entry, note, more], ['same_party', second, 'The second one.', []]);
    await page.close();
  });

  test('The same checked again keeps what was decided, and asks on where there is more to decide about', async () => {
    const { page, complaints } = await open('order.html');
    await page.evaluate(() => document.querySelector('entity-lookup').setAttribute('max-matches', '1'));
    assert.ok((await ask(page, 'Huawei')) > 1);
    await decide(page, 'not_same_party', 'Another country.');
    assert.match(await lack(page), /^Not all possible matches are shown/);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('entity-lookup');
      const all = [...shadowRoot.querySelectorAll('.results button')].find(({ innerText }) =>
        innerText.startsWith('Show'),
      );
      all.click();
    });
    await page.waitForFunction(() => {
      const { answer } = document.querySelector('entity-lookup');
      return answer && answer.matches.length === answer.total;
    });
    assert.match(await lack(page), /^Decide first/, 'it was about one of them');
    assert.match(await textOf(page, '.decided'), /Another country\./);
    assert.deepEqual(JSON.parse((await sent(page))['party.record']).decisions.length, 1);
    await decide(page, 'not_same_party');
    assert.equal(await lack(page), '');
    const { decisions, total } = JSON.parse((await sent(page))['party.record']);
    assert.deepEqual(
      decisions.map(({ shown }) => shown),
      [1, total],
    );
    await ask(page, 'Megvii');
    assert.deepEqual(JSON.parse((await sent(page))['party.record']).decisions, [], 'another party, another record');
    assert.equal(await textOf(page, '.decided'), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A decision is asked for only where it is of use, for a check that found someone, and not while typing', async () => {
    const { page } = await open('alone.html');
    await ask(page, 'Megvii');
    assert.equal(await textOf(page, '.decision'), '');
    await page.close();
    const { page: own } = await open('decisions.html');
    assert.equal(await ask(own, 'Coca-Cola'), 0);
    assert.equal(await textOf(own, '.decision'), '');
    await ask(own, 'Megvii');
    assert.match(await textOf(own, '.decision'), /^Your decision/);
    await own.evaluate(() => {
      document.querySelector('entity-lookup').value = 'Hikvision';
    });
    await own.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.name === 'Hikvision');
    assert.equal(await textOf(own, '.decision'), '');
    assert.equal(await own.evaluate(() => document.querySelector('entity-lookup').record), null);
    await own.close();
  });

  test('Required, it holds the form back until there is a check, and a decision where it found someone', async () => {
    const { page, complaints } = await open('order.html');
    assert.match(await lack(page), /^Check the name first/);
    await ask(page, 'Megvii');
    assert.match(await lack(page), /^Decide first/);
    await decide(page, 'not_same_party');
    assert.equal(await lack(page), '');
    await decide(page, 'undecided');
    assert.match(await lack(page), /^Decide first/);
    await decide(page, 'same_party');
    assert.equal(await lack(page), '');
    await page.evaluate(() => {
      document.querySelector('entity-lookup').value = 'Coca-Cola';
    });
    assert.match(await lack(page), /^Check the name first/, 'typing is no check');
    await ask(page, 'Coca-Cola');
    assert.equal(await lack(page), '');
    assert.equal((await sent(page))['party.outcome'], 'no-match');
    assert.equal(await page.evaluate(() => document.querySelector('#order').checkValidity()), true);
    await page.evaluate(() => document.querySelector('entity-lookup').removeAttribute('required'));
    await page.evaluate(() => {
      document.querySelector('entity-lookup').value = '';
    });
    assert.equal(await lack(page), '');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A check that could not search everything is not enough for a form that requires one', async () => {
    const { page, complaints } = await open('order.html', lacking);
    await ask(page, 'Coca-Cola');
    assert.match(await lack(page), /^The last check was not whole/);
    assert.equal((await sent(page))['party.outcome'], 'incomplete');
    await ask(page, 'Megvii');
    await decide(page, 'not_same_party');
    assert.match(await lack(page), /^The last check was not whole/);
    await decide(page, 'same_party');
    assert.equal(await lack(page), '', 'who is found is found');
    assert.deepEqual(JSON.parse((await sent(page))['party.record']).missing.length, 11);
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
  });

  test('Send without a decision: the browser says what is missing, at the decision', async () => {
    const { page } = await open('order.html');
    await ask(page, 'Megvii');
    await page.evaluate(() => document.querySelector('#order').requestSubmit());
    const focused = await page.evaluate(() => document.querySelector('entity-lookup').shadowRoot.activeElement?.id);
    assert.equal(focused, 'decision-undecided');
    assert.equal(new URL(page.url()).search, '');
    await page.close();
  });

  test('Reset, disabled and restored as any field of a form', async () => {
    const { page, complaints } = await open('order.html');
    await ask(page, 'Megvii');
    await page.evaluate(() => {
      document.querySelector('fieldset').disabled = true;
    });
    const state = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('entity-lookup');
        return [shadowRoot.querySelector('.form').inert, shadowRoot.querySelector('.decision').disabled];
      });
    assert.deepEqual(await state(), [true, true]);
    assert.deepEqual(await sent(page), { number: '7' });
    await page.evaluate(() => {
      document.querySelector('fieldset').disabled = false;
    });
    assert.deepEqual(await state(), [false, false]);
    const chooses = () =>
      page.evaluate(() =>
        ['list-SDN', 'kind-vessel'].map(
          (id) => document.querySelector('entity-lookup').shadowRoot.querySelector(`#${id}`).checked,
        ),
      );
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('entity-lookup');
      for (const id of ['list-SDN', 'kind-vessel']) shadowRoot.querySelector(`#${id}`).click();
    });
    assert.deepEqual(await chooses(), [false, false]);
    await page.evaluate(() => document.querySelector('#order').reset());
    assert.deepEqual(await chooses(), [true, true]);
    await page.waitForFunction(() => document.querySelector('entity-lookup').state === 'ready');
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').value), '');
    assert.match(await lack(page), /^Check the name first/);
    await page.evaluate(() => document.querySelector('entity-lookup').formStateRestoreCallback('Megvii', 'restore'));
    await page.waitForFunction(() => document.querySelector('entity-lookup').state === 'matches');
    assert.equal(await page.evaluate(() => document.querySelector('entity-lookup').record), null, 'which is no check');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Slots: a heading above the form, help below it, and what belongs after the results', async () => {
    const { page, complaints } = await open('order.html');
    await ask(page, 'Coca-Cola');
    const order = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('entity-lookup');
      const top = (element) => element.getBoundingClientRect().top;
      const slotted = (slot) => top(document.querySelector(`[slot=${slot}]`));
      const [form, results] = ['.form', '.results'].map((selector) => top(shadowRoot.querySelector(selector)));
      return [slotted('heading'), form, slotted('help'), results, slotted('after-results')];
    });
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  if (name === 'chromium') {
    test('axe finds nothing wrong with a decision, light and dark, and 320 px are enough', async () => {
      const { page } = await openPage(get(), `${server.url}order.html`, { width: 320 });
      await allOpen(page);
      await ask(page, 'Megvii');
      await decide(page, 'same_party', 'A note.');
      await page.evaluate(String(readProject('web/node_modules/axe-core/axe.min.js')));
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const wrong = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document.querySelector('entity-lookup'));
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
        assert.deepEqual(wrong, [], scheme);
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await page.close();
    });
  }
});
