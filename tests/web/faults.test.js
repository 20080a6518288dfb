import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  check,
  inEachBrowser,
  inState,
  openPage as open,
  press,
  readProject,
  serve,
  settled,
  textOf,
} from './setup.js';

/** The Entity List alone: what becomes of the others stands in lists.test.js. */
const openPage = (browser, url, options) => open(browser, url, { alone: true, ...options });

const html = '<!doctype html><title>Not found</title><p>Not found';
const gone = (_request, response) => response.writeHead(404, { 'content-type': 'text/html' }).end(html);
const page200 = (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html);
const send = (type, body) => (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);

const wasm = readProject('build/site/lookup.wasm');
const list = readProject('build/site/entity-list.json');
const unstamped = readProject('build/wasm/lookup.wasm');
const changed = Buffer.from(String(list).replace('Hikvision', 'Hikvizion'));
const policyWithoutWasm =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'";
/** What browsers say by themselves of a file that is not there, and of a policy that forbids. */
const browserSays = /Failed to load resource|status of 404|WebAssembly|wasm-unsafe-eval|unsafe-eval|policy: /;

const faults = [
  {
    what: 'The program is not there',
    answers: { '/lookup.wasm': gone },
    code: 'wasm_unreachable',
  },
  {
    what: 'A web page comes in place of the program',
    answers: { '/lookup.wasm': page200 },
    code: 'wasm_not_wasm',
  },
  {
    what: 'A web page comes as if it were the program',
    answers: { '/lookup.wasm': send('application/wasm', html) },
    code: 'wasm_not_wasm',
  },
  {
    what: 'The program is cut short',
    answers: {
      '/lookup.wasm': send('application/wasm', wasm.subarray(0, 9000)),
    },
    code: 'wasm_damaged',
  },
  {
    what: 'The program is of another build',
    answers: { '/lookup.wasm': send('application/wasm', unstamped) },
    code: 'build_mixed',
  },
  {
    what: 'The policy forbids WebAssembly',
    policy: policyWithoutWasm,
    code: 'wasm_refused',
  },
  {
    what: 'The list is not there',
    answers: { '/entity-list.json': gone },
    code: 'snapshot_unreachable',
  },
  {
    what: 'The connection breaks in the middle of the list',
    answers: {
      '/entity-list.json': (_request, response) => {
        response.writeHead(200, { 'content-length': list.length });
        response.write(list.subarray(0, 1000), () => response.destroy());
      },
    },
    code: 'snapshot_unreachable',
  },
  {
    what: 'A web page comes in place of the list',
    answers: { '/entity-list.json': page200 },
    code: 'snapshot_not_json',
  },
  {
    what: 'The list is cut short',
    answers: {
      '/entity-list.json': send('application/json', list.subarray(0, list.length >> 1)),
    },
    code: 'snapshot_truncated',
  },
  {
    what: 'The list was changed',
    answers: { '/entity-list.json': send('application/json', changed) },
    code: 'snapshot_wrong_hash',
  },
];

/** The page, with every error code that the element fires kept. */
const withCodes = (opening) =>
  opening.evaluateOnNewDocument(() => {
    globalThis.codes = [];
    addEventListener('lookup-error', ({ code }) => globalThis.codes.push(code));
    addEventListener('lookup-ready', ({ threaded }) => {
      globalThis.threaded = threaded;
    });
  });

inEachBrowser((_name, get) => {
  for (const { what, code, ...options } of faults) {
    test(`${what}: a plain sentence, a way on, an event, and nothing that looks like no match`, async () => {
      const server = await serve(options);
      const { page, complaints } = await openPage(get(), server.url, {
        prepare: withCodes,
      });
      assert.equal(await settled(page), 'error');
      assert.deepEqual(await page.evaluate(() => globalThis.codes), [code]);
      assert.equal(await textOf(page, '.failure h2'), 'Nothing was checked');
      assert.equal(await textOf(page, '.list'), 'No list is loaded.');
      assert.match(await textOf(page, '.sentence'), /^[A-Z].+\.$/);
      assert.match(await textOf(page, '[role=status]'), /^Nothing was checked\. /);
      assert.match(await textOf(page, '.failure button'), /^(Try again|Load the page anew)$/);
      assert.doesNotMatch(await textOf(page, '.results'), /no match at/i);
      assert.deepEqual(await complaints(browserSays), []);
      await page.close();
      server.close();
    });
  }

  test('“Try again” works once the fault is mended, and answers what was typed', async () => {
    const answers = { '/lookup.wasm': gone };
    const server = await serve({ answers });
    const { page, complaints } = await openPage(get(), server.url);
    assert.equal(await settled(page), 'error');
    delete answers['/lookup.wasm'];
    await page.evaluate(() => {
      document.querySelector('entity-lookup').value = 'Megvii';
    });
    await press(page, 'Try again');
    await inState(page, 'matches');
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
    server.close();
  });

  test('A server that sends the program with a wrong type is no fault', async () => {
    const server = await serve({
      types: { '.wasm': 'application/octet-stream' },
    });
    const { page, complaints } = await openPage(get(), server.url);
    assert.equal(await settled(page), 'ready');
    assert.ok((await check(page, 'Megvii')).total > 0);
    assert.deepEqual(await complaints(), []);
    await page.close();
    server.close();
  });

  for (const [why, worker] of [
    ['is not there', gone],
    ['is a web page', page200],
    ['throws', send('text/javascript', 'throw new Error("worker")')],
  ]) {
    test(`A worker that ${why} is done without: the page does the work itself`, async () => {
      const server = await serve({ answers: { '/lookup-worker.js': worker } });
      const { page, complaints } = await openPage(get(), server.url, {
        prepare: withCodes,
      });
      assert.equal(await settled(page), 'ready');
      assert.equal(await page.evaluate(() => globalThis.threaded), false);
      assert.ok((await check(page, 'Megvii')).total > 0);
      assert.deepEqual(await complaints(/Failed to load resource|status of 404|worker|MIME/i), []);
      await page.close();
      server.close();
    });
  }

  test('A worker that never greets is done without after five seconds', async () => {
    const server = await serve({
      answers: { '/lookup-worker.js': send('text/javascript', '') },
    });
    const { page, complaints } = await openPage(get(), server.url, {
      prepare: withCodes,
    });
    assert.equal(await settled(page), 'ready');
    assert.equal(await page.evaluate(() => globalThis.threaded), false);
    assert.deepEqual(await complaints(), []);
    await page.close();
    server.close();
  });

  test('A worker of another build is refused, with the way to load the page anew', async () => {
    const other = 'postMessage({ kind: "hello", build: "another" })';
    const server = await serve({
      answers: { '/lookup-worker.js': send('text/javascript', other) },
    });
    const { page, complaints } = await openPage(get(), server.url, {
      prepare: withCodes,
    });
    assert.equal(await settled(page), 'error');
    assert.deepEqual(await page.evaluate(() => globalThis.codes), ['build_mixed']);
    assert.equal(await textOf(page, '.failure button'), 'Load the page anew');
    assert.deepEqual(await complaints(), []);
    await page.close();
    server.close();
  });

  test('A worker that dies in the middle of a question: an error at once, and “Try again” brings it back', async () => {
    const script = String(readProject('build/site/lookup-worker.js'));
    const dying = `addEventListener('message', ({ data }) => {
      if (data.request?.name === 'die') setTimeout(() => { throw new Error('the worker dies'); });
    });
    addEventListener('message', (event) => { if (event.data.request?.name === 'die') event.stopImmediatePropagation(); });
    ${script}`;
    const server = await serve({
      answers: { '/lookup-worker.js': send('text/javascript', dying) },
    });
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    assert.deepEqual(await check(page, 'die'), { code: 'worker_failed' });
    assert.equal(await textOf(page, '.failure h2'), 'Nothing was checked');
    await page.evaluate(() => {
      document.querySelector('entity-lookup').value = 'Megvii';
    });
    await press(page, 'Try again');
    await inState(page, 'matches');
    assert.deepEqual(await complaints(/the worker dies/), []);
    await page.close();
    server.close();
  });

  test('A question that cannot be asked is an error of its own, and the next one is answered', async () => {
    const server = await serve();
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    for (const [asked, code] of [
      ['', /^name_missing$/],
      ['   ', /^name_(missing|without_letters)$/],
      ['—', /^name_without_letters$/],
      ['\u200b\u202e', /^name_(missing|without_letters)$/],
      ['x'.repeat(10_000), /^name_too_long$/],
    ]) {
      const outcome = await check(page, asked);
      assert.match(outcome.code, code);
      assert.equal(await textOf(page, '.failure h2'), 'Nothing was checked');
      assert.equal(await textOf(page, '.failure button'), '', 'trying again would not help');
      const invalid = await page.evaluate(() =>
        document.querySelector('entity-lookup').shadowRoot.querySelector('#name').getAttribute('aria-invalid'),
      );
      assert.equal(invalid, 'true');
    }
    const half = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const element = document.querySelector('entity-lookup');
          element.addEventListener('lookup-error', ({ code }) => resolve(code), { once: true });
          element.value = `Hik${String.fromCharCode(0xd83d)}vision`;
          element.check();
        }),
    );
    assert.equal(half, 'name_not_text');
    assert.ok((await check(page, 'Megvii')).total > 0);
    assert.deepEqual(await complaints(), []);
    await page.close();
    server.close();
  });

  test('The field that is wrong is marked, no other, and none once it is right', async () => {
    const server = await serve();
    const { page, complaints } = await openPage(get(), server.url);
    await settled(page);
    const marked = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('entity-lookup');
        return [...shadowRoot.querySelectorAll('[aria-invalid]')].map(({ id }) => id);
      });
    for (const [attribute, value, name, field, code] of [
      ['country', 'QQ', 'Megvii', ['country'], 'country_unknown'],
      ['min-score', '150', 'Megvii', ['score'], 'score_out_of_range'],
      ['max-matches', '0', 'Megvii', [], 'count_out_of_range'],
      ['country', 'CN', '—', ['name'], 'name_without_letters'],
    ]) {
      await page.evaluate((key, to) => document.querySelector('entity-lookup').setAttribute(key, to), attribute, value);
      assert.deepEqual(await check(page, name), { code });
      assert.deepEqual(await marked(), field, code);
      await page.evaluate((key) => document.querySelector('entity-lookup').removeAttribute(key), attribute);
      assert.ok((await check(page, 'Megvii')).total > 0);
      assert.deepEqual(await marked(), []);
    }
    await page.evaluate(() => {
      const element = document.querySelector('entity-lookup');
      element.value = `Hik${String.fromCharCode(0xd83d)}vision`;
      element.check();
    });
    await inState(page, 'error');
    assert.deepEqual(await marked(), ['name'], 'half a character');
    assert.deepEqual(await complaints(), []);
    await page.close();
    server.close();
  });

  test('A fault of a list in a field called “name” marks nothing in the form', async () => {
    const nameless = Buffer.from(String(list).replace(/"name":/, '"nome":'));
    const server = await serve({ answers: { '/entity-list.json': send('application/json', nameless) } });
    const { page, complaints } = await openPage(get(), server.url);
    assert.equal(await settled(page), 'error');
    const count = await page.evaluate(
      () => document.querySelector('entity-lookup').shadowRoot.querySelectorAll('[aria-invalid]').length,
    );
    assert.equal(count, 0);
    assert.deepEqual(await complaints(), []);
    await page.close();
    server.close();
  });

  test('A lowest score that was set while the list loads, or before “Try again”, stays', async () => {
    const answers = { '/lookup.wasm': gone };
    const server = await serve({ answers });
    const { page, complaints } = await openPage(get(), server.url);
    assert.equal(await settled(page), 'error');
    const score = () =>
      page.evaluate(() => document.querySelector('entity-lookup').shadowRoot.querySelector('#score').value);
    assert.equal(await score(), '', 'only the core knows the default');
    await page.evaluate(() => {
      const field = document.querySelector('entity-lookup').shadowRoot.querySelector('#score');
      field.value = '85';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    delete answers['/lookup.wasm'];
    await press(page, 'Try again');
    await inState(page, 'ready');
    assert.equal(await score(), '85');
    await page.evaluate(() => {
      document.querySelector('entity-lookup').minScore = 60;
      document.querySelector('entity-lookup').minScore = null;
    });
    const byDefault = await page.evaluate(async () => {
      const { openEngine } = await import('/entity-lookup.js');
      const engine = await openEngine({ wasm: 'lookup.wasm', snapshot: 'entity-list.json' });
      return engine.about.defaults.min_score;
    });
    assert.equal(await score(), String(byDefault));
    assert.deepEqual(await complaints(browserSays), []);
    await page.close();
    server.close();
  });
});
