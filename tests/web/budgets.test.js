// How much a page loads, on the built files, as a server sends them packed (gzip, level 9).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { allSettled, check, elementModule, inEachBrowser, openPage, readProject, serve } from './setup.js';

const kilobyte = 1024;
const text = (name) => String(readProject(`build/site/${name}`));
const packed = (data) => gzipSync(data, { level: 9 }).length;

/** A string of JavaScript, in any of its quotes. */
const string = /(["'`])(?:(?!\1)[^\\]|\\.)*?\1/gs;
/** A script apart: its code, the style sheets that it has as texts, and its messages. */
function apart(script) {
  const sheets = [];
  const withoutSheets = script.replace(string, (literal) => {
    const isSheet = literal.length > 300 && /[{};]/.test(literal) && /:[^;{}]+[;}]/.test(literal);
    if (isSheet) sheets.push(literal.slice(1, -1));
    return isSheet ? '""' : literal;
  });
  const messages = [];
  const code = withoutSheets.replace(
    /"[a-z]+\.[\w.]+":(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`),?/g,
    (message) => {
      messages.push(message);
      return '';
    },
  );
  return { code, sheets: sheets.join('\n'), messages: messages.join('\n') };
}

const element = apart(text(elementModule()));
const page = apart(text('app.js'));

const budgets = [
  [
    'the code of element and engine, with the worker',
    element.code + text('lookup-worker.js') + text('entity-lookup.js'),
    25,
  ],
  ['the code of the page on top', page.code, 30],
  ['the texts in one language', element.messages + page.messages, 12],
  ['the style sheets of page and element', element.sheets + text('app.css'), 10],
  ['the element as it is loaded, with its styles and texts', text(elementModule()), 33],
];
for (const [what, files, limit] of budgets) {
  test(`Packed, ${what}: at most ${limit} KB`, () => {
    const length = packed(files);
    assert.ok(length > 0 && length <= limit * kilobyte, `${length} bytes`);
  });
}

test('What is told apart is all there: nothing escapes the budgets', () => {
  assert.ok(element.sheets.includes('--lookup-ink') && element.sheets.includes('.match'));
  assert.ok(element.messages.includes('form.name_hint') && !/[a-z]\.[a-z_]+":/.test(element.code));
  assert.ok(!element.code.includes('--lookup-ink'));
});

inEachBrowser((_name, get) => {
  let server;
  before(async () => {
    server = await serve();
  });
  after(() => server.close());

  test('A page that checks a name loads the element, the core and the lists, and nothing that it does not need', async () => {
    server.requests.length = 0;
    const { page: tab, elsewhere } = await openPage(get(), server.url);
    await allSettled(tab);
    await check(tab, 'Huawei');
    const expected = [
      ...['/', '/app.css', '/wanted-language.js', '/app.js', '/entity-lookup.js', `/${elementModule()}`],
      ...['/lookup-worker.js', '/lookup.wasm', '/entity-list.json', '/other-lists.json'],
    ];
    // Pictures and the manifest are asked for by the browser when it likes.
    const asked = server.requests.filter((path) => !/icon|manifest/.test(path));
    assert.deepEqual(asked.sort(), expected.sort());
    assert.deepEqual(elsewhere, []);
    await tab.close();
  });
});
