// The look-up in a frame on another page: `embed.js` outside, `embed.html` inside, and what goes between them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { faultsIn } from './axe.js';
import { contentSecurityPolicy, framePolicy } from '../../web/serve.mjs';
import {
  allSettled,
  check,
  inEachBrowser,
  openPage,
  press,
  readProject,
  serve,
  settled,
  textOf,
  typeIn,
} from './setup.js';

const html = (body) => (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);

/** In the page around: keeps what is told. */
const keeping = `globalThis.told = [];
  for (const kind of ['ready', 'result', 'error']) {
    addEventListener('lookup-' + kind, ({ target, detail }) => told.push({ ...detail, frame: target.id || target.title }));
  }`;
const around = (body, head = '') =>
  html(
    `<!doctype html><title>order</title><link rel="icon" href="data:,">${head}<script>${keeping}</script><h1>Order</h1>${body}`,
  );

/** In the page around: whoever waits for a time limit need not. */
const atOnce = '<script>const later = setTimeout; setTimeout = (work) => later(work);</script>';

let site;
let strict;
let host;
const answers = {};
before(async () => {
  site = await serve();
  strict = await serve({ policy: contentSecurityPolicy.replace('script-src', "frame-ancestors 'none'; script-src") });
  // The page around is of another origin.
  host = await serve({ policy: null, answers });
  const script = (data = '') => `<script src="${site.url}embed.js" ${data}></script>`;
  const make = (options) => `<script>
    globalThis.made = (globalThis.made ?? []).concat(entityLookupFrame(${JSON.stringify(options)}));
    document.body.append(made.at(-1).element);
    made.at(-1).element.id = 'frame' + made.length;
  </script>`;
  Object.assign(answers, {
    '/plain.html': around(script('data-country="CN" data-min-score="80"')),
    '/sandbox.html': around(script('data-sandbox')),
    '/low.html': around(script('data-max-height="300"')),
    '/made.html': around(make({}), script()),
    '/made-sandboxed.html': around(make({ sandbox: '' }), script()),
    '/two.html': around(make({}) + make({ maxMatches: 1 }), script()),
    '/direct.html': around(
      `<script>addEventListener('message', ({ origin }) => told.push({ origin }));</script>
       <iframe src="${site.url}embed.html#origin=https%3A%2F%2Felsewhere.example&nonce=1"></iframe>
       <iframe src="${site.url}embed.html#origin=*&nonce=1" id="any"></iframe>
       <iframe id="right" src="${site.url}embed.html#origin=${encodeURIComponent(host.url.slice(0, -1))}&nonce=1"></iframe>`,
    ),
    '/refused.html': around(`${atOnce}<script src="${strict.url}embed.js"></script>`),
    '/refused-german.html': around(`${atOnce}<script src="${strict.url}embed.js" data-lang="de-AT"></script>`),
    '/spanish.html': around(`<script>document.documentElement.lang = 'es';</script>${script('data-sandbox')}`),
    '/liar.html': html(`<!doctype html><title>liar</title><link rel="icon" href="data:,"><script>
      const { port1, port2 } = new MessageChannel();
      parent.postMessage({ entity_lookup: 1, kind: 'hello', nonce: location.hash.slice(1) }, '*', [port2]);
      port1.onmessage = ({ data }) => parent.postMessage({ heard: data }, '*');
      port1.postMessage({ entity_lookup: 1, kind: 'result', state: 'no-match' });
    </script>`),
  });
});
after(() => {
  for (const server of [site, strict, host]) server.close();
});

const told = (page, kind) => page.evaluate((wanted) => globalThis.told.filter((each) => each.kind === wanted), kind);
const tells = (page, kind, count = 1) =>
  page.waitForFunction(
    (wanted, least) => globalThis.told.filter((each) => each.kind === wanted).length >= least,
    { timeout: 30_000 },
    kind,
    count,
  );
const frameOf = async (page, selector = 'iframe') => (await page.$(selector)).contentFrame();
const height = (page) => page.$eval('iframe', ({ offsetHeight }) => offsetHeight);
/** Whether the frame's own document has more than the frame shows. */
const scrolls = (frame) => frame.evaluate(() => document.documentElement.scrollHeight > innerHeight);
/** Waits until the frame is as high as what it shows, or as it may be. */
const fits = async (page, frame, most = 1200) => {
  await page.waitForFunction(() => document.querySelector('iframe').offsetHeight !== 480);
  await frame.waitForFunction(
    (limit) => Math.min(Math.ceil(document.body.getBoundingClientRect().height), limit) === innerHeight,
    {},
    most,
  );
};

test('The script for other pages is of 3 KB at most', () => {
  assert.ok(gzipSync(readProject('build/site/embed.js'), { level: 9 }).length <= 3_000);
});

test('The policy of the frame is that of the site, with workers made in it, and stands in the page too', async () => {
  assert.equal(framePolicy, contentSecurityPolicy.replace("worker-src 'self'", "worker-src 'self' blob:"));
  const response = await fetch(`${site.url}embed.html`);
  assert.equal(response.headers.get('content-security-policy'), framePolicy);
  const [, inPage] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(await response.text());
  const own = `${framePolicy.replace("manifest-src 'self'; ", '')}; form-action 'none'; base-uri 'none'`;
  assert.equal(inPage, own);
});

inEachBrowser((_name, get) => {
  test('What is typed into a frame cannot leave it for elsewhere, also where its server sends no policy', async () => {
    const open = await serve({ policy: null });
    for (const sandbox of ['', 'sandbox="allow-scripts"']) {
      answers['/open.html'] = around(`<iframe ${sandbox} src="${open.url}embed.html"></iframe>`);
      const { page } = await openPage(get(), `${host.url}open.html`);
      const frame = await frameOf(page);
      await settled(frame);
      const before = host.requests.length;
      const outcome = await frame.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => 'sent',
            () => 'refused',
          ),
        host.url,
      );
      assert.equal(outcome, 'refused');
      assert.equal(host.requests.length, before);
      await page.close();
    }
    open.close();
  });

  for (const [what, path] of [
    ['with an origin', '/plain.html'],
    ['with sandbox="allow-scripts"', '/sandbox.html'],
  ]) {
    test(`A frame ${what} checks in place, is as high as its content, and tells the page of checks, not of typing`, async () => {
      const { page, complaints, elsewhere } = await openPage(get(), host.url.slice(0, -1) + path);
      const frame = await frameOf(page);
      await settled(frame);
      await allSettled(frame);
      await tells(page, 'ready', 2);
      const [, { lists, others }] = await told(page, 'ready');
      assert.deepEqual([lists.length, others], [12, 'ready']);
      await fits(page, frame);
      const empty = await height(page);
      assert.equal(await scrolls(frame), false);
      await typeIn(frame, 'Megvii');
      await frame.waitForFunction(() => document.querySelector('entity-lookup').answer?.query.name === 'Megvii');
      assert.deepEqual(await told(page, 'result'), [], 'typing stays in the frame');
      await fits(page, frame);
      assert.ok((await height(page)) > empty);
      await page.keyboard.press('Enter');
      await tells(page, 'result');
      const [{ entity_lookup: version, state, answer, checked_at: at, frame: title }] = await told(page, 'result');
      assert.deepEqual([version, state, answer.query.name], [1, 'matches', 'Megvii']);
      assert.match(at, /^2026-08-05T/);
      assert.equal(answer.lists.length, 12);
      assert.equal(title, 'Entity List Lookup');
      if (path === '/plain.html') assert.deepEqual([answer.query.country, answer.query.min_score], ['CN', 80]);
      assert.deepEqual(await complaints(), []);
      assert.deepEqual(
        elsewhere.filter((url) => !url.startsWith(site.url)),
        [],
      );
      await page.close();
    });

    test(`A page asks a frame ${what}, and gets the whole answer, or an error with its code`, async () => {
      const made = path === '/plain.html' ? 'made.html' : 'made-sandboxed.html';
      const { page, complaints } = await openPage(get(), host.url + made);
      const outcomes = await page.evaluate(async () => {
        const [{ check }] = globalThis.made;
        const outcome = (name) =>
          check(name).then(
            ({ state, answer, id }) => [state, answer.query.name, answer.lists.length, id],
            ({ code }) => code,
          );
        return [await outcome('Hikvision'), await outcome(' '), await outcome('Kraftwerk Union Nord')];
      });
      assert.deepEqual(outcomes, [
        ['matches', 'Hikvision', 12, 1],
        'name_missing',
        ['no-match', 'Kraftwerk Union Nord', 12, 3],
      ]);
      const both = await page.evaluate(() => {
        const [{ check }] = globalThis.made;
        return Promise.allSettled([check('Megvii'), check('Dahua')]).then((all) =>
          all.map(({ reason, value }) => reason?.code ?? value.answer.query.name),
        );
      });
      // The first is given up, unless its answer was there before the second came.
      assert.match(both[0], /^(aborted|Megvii)$/);
      assert.equal(both[1], 'Dahua');
      assert.deepEqual(await complaints(), []);
      await page.close();
    });
  }

  test('An error that is not the check’s own is told beside its answer', async () => {
    const { page, complaints } = await openPage(get(), `${host.url}made.html`);
    const frame = await frameOf(page);
    await allSettled(frame);
    await frame.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      const { check } = element;
      element.check = () => {
        element.dispatchEvent(Object.assign(new Event('lookup-error'), { code: 'import_failed' }));
        return check.call(element);
      };
    });
    const name = await page.evaluate(() => globalThis.made[0].check('Dahua').then(({ answer }) => answer.query.name));
    assert.equal(name, 'Dahua');
    await tells(page, 'error');
    assert.deepEqual(
      (await told(page, 'error')).map(({ code, id }) => [code, id]),
      [['import_failed', undefined]],
    );
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('In a frame without an origin the search runs in a worker, where the policy lets it have one', async () => {
    const { page, complaints } = await openPage(get(), `${host.url}sandbox.html`);
    const frame = await frameOf(page);
    await allSettled(frame);
    assert.equal(await frame.evaluate(() => self.origin), 'null');
    const threaded = await frame.evaluate(
      () =>
        new Promise((resolve) => {
          const element = document.createElement('entity-lookup');
          element.addEventListener('lookup-ready', (event) => resolve(event.threaded));
          document.body.append(element);
        }),
    );
    assert.equal(threaded, true);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A frame grows no higher than it may, and scrolls then', async () => {
    const { page, complaints } = await openPage(get(), `${host.url}low.html`);
    const frame = await frameOf(page);
    await allSettled(frame);
    await typeIn(frame, 'Megvii');
    await page.keyboard.press('Enter');
    await tells(page, 'result');
    await fits(page, frame, 300);
    assert.equal(await height(page), 300);
    assert.equal(await scrolls(frame), true);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('axe finds nothing wrong in the frame', async () => {
    const { page, complaints } = await openPage(get(), `${site.url}embed.html`);
    await allSettled(page);
    assert.deepEqual(await faultsIn(page), []);
    await page.setViewport({ width: 320, height: 640 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('Two frames on a page tell which is which, and one that is loaded anew is heard again', async () => {
    const { page, complaints } = await openPage(get(), `${host.url}two.html`);
    const names = await page.evaluate(async () => {
      const [first, second] = globalThis.made;
      const answers = await Promise.all([first.check('Huawei'), second.check('Huawei Cloud')]);
      return answers.map(({ answer }) => [answer.query.name, answer.matches.length > 1]);
    });
    assert.deepEqual(names, [
      ['Huawei', true],
      ['Huawei Cloud', false],
    ]);
    const results = (await told(page, 'result')).filter(({ id }) => id !== undefined);
    const byFrame = Object.fromEntries(results.map(({ frame, answer }) => [frame, answer.query.name]));
    assert.deepEqual(byFrame, { frame1: 'Huawei', frame2: 'Huawei Cloud' });
    const frame = await frameOf(page, '#frame2');
    const before = (await told(page, 'ready')).length;
    await frame.evaluate(() => location.reload()).catch(() => {});
    await tells(page, 'ready', before + 1);
    const again = await page.evaluate(() => globalThis.made[1].check('Dahua').then(({ answer }) => answer.query.name));
    assert.equal(again, 'Dahua');
    assert.deepEqual(await complaints(), []);
    await page.close();
  });

  test('A frame tells nothing to a page of another origin than the one in its address, which must be one', async () => {
    const { page, complaints } = await openPage(get(), `${host.url}direct.html`);
    const frames = await Promise.all(['iframe', '#any', '#right'].map((selector) => frameOf(page, selector)));
    for (const frame of frames) await settled(frame);
    await page.waitForFunction(() => globalThis.told.length > 0);
    for (const wrong of frames.slice(0, 2)) {
      await typeIn(wrong, 'Megvii');
      await press(wrong, 'Check');
      await wrong.waitForFunction(() => document.querySelector('entity-lookup').state === 'matches');
    }
    assert.deepEqual(
      await page.evaluate(() => globalThis.told),
      [{ origin: site.url.slice(0, -1) }],
      'the right one’s hello',
    );
    // Chromium says by itself that it did not deliver.
    assert.deepEqual(await complaints(/postMessage/), []);
    await page.close();
  });

  test('A page listens to its own frame alone: not to another frame, another origin, or one that does not know the word', async () => {
    const { page, complaints } = await openPage(get(), `${host.url}made.html`);
    await tells(page, 'ready', 2);
    await page.evaluate(async () => {
      const [{ element }] = globalThis.made;
      const nonce = new URLSearchParams(new URL(element.src).hash.slice(1)).get('nonce');
      globalThis.tries = 0;
      globalThis.heard = [];
      addEventListener('message', ({ data }) =>
        data.heard ? globalThis.heard.push(data.heard) : (globalThis.tries += 1),
      );
      const own = element.src;
      // Another frame that even knows the word, and then the frame itself with another page in it, of this and of that origin.
      const other = document.createElement('iframe');
      other.src = `liar.html#${nonce}`;
      document.body.append(other);
      await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      element.src = `liar.html#${nonce}`;
      await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      element.src = own;
    });
    // What the liars have said would have been heard before this.
    await tells(page, 'ready', 3);
    assert.equal(await page.evaluate(() => globalThis.tries), 3);
    assert.deepEqual([await told(page, 'result'), await page.evaluate(() => globalThis.heard)], [[], []]);
    assert.deepEqual(await complaints(), []);
    await page.close();

    const sandboxed = await openPage(get(), `${host.url}made-sandboxed.html`);
    await tells(sandboxed.page, 'ready', 2);
    await sandboxed.page.evaluate(async () => {
      const [{ element }] = globalThis.made;
      const own = element.src;
      element.src = 'liar.html#guess'; // Without an origin too, as the frame is.
      await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      element.src = own;
    });
    await tells(sandboxed.page, 'ready', 3);
    assert.deepEqual(await told(sandboxed.page, 'result'), []);
    await sandboxed.page.close();
  });

  test('A page opened as a file has the look-up in its frame, and no word that it cannot be shown', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-frame-'));
    try {
      const file = join(folder, 'order.html');
      writeFileSync(
        file,
        `<!doctype html><title>order</title>${atOnce}<body><script src="${site.url}embed.js"></script>`,
      );
      const { page, complaints } = await openPage(get(), pathToFileURL(file));
      const frame = await frameOf(page);
      await allSettled(frame);
      assert.ok((await check(frame, 'Megvii')).total > 0);
      assert.equal(await page.$('iframe + p'), null);
      assert.deepEqual(await complaints(), []);
      await page.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('Where the server lets no page have it in a frame there is a sentence and a way to the look-up itself', async () => {
    const { page } = await openPage(get(), `${host.url}refused.html`);
    await page.waitForSelector('iframe + p a');
    const { text, href } = await page.$eval('iframe + p', (says) => ({
      text: says.innerText,
      href: says.querySelector('a').href,
    }));
    assert.equal(text, 'The look-up cannot be shown here. Open it in a page of its own');
    assert.equal(href, strict.url);
    await page.goto(`${host.url}refused-german.html`);
    await page.waitForSelector('iframe + p a');
    const german = JSON.parse(String(readProject('web/i18n/de.json')));
    const said = await page.$eval('iframe + p', (says) => says.innerText);
    assert.equal(said, `${german['frame.failed']} ${german['frame.open']}`);
    await page.close();
  });

  test('A frame speaks the language of the page around it', async () => {
    const { page } = await openPage(get(), `${host.url}spanish.html`);
    const frame = await frameOf(page);
    await allSettled(frame);
    const spanish = JSON.parse(String(readProject('web/i18n/es.json')));
    assert.equal(await textOf(frame, '.check'), spanish['form.check']);
    assert.equal(await page.$eval('iframe', ({ title }) => title), spanish['frame.title']);
    await page.close();
  });
});
