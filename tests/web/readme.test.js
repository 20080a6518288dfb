// The examples of the README, as they stand there, in a folder as somebody would have it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  allSettled,
  inEachBrowser,
  isBuilt,
  openPage,
  project,
  readProject,
  requireFromWeb,
  serve,
  typeIn,
} from './setup.js';

const path = (name) => fileURLToPath(new URL(name, project));
const examples = [...String(readProject('README.md')).matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language, text]) => ({ language, text }),
);
/** The one example in a language that has this in it. */
const example = (language, part) => {
  const found = examples.filter((each) => each.language === language && each.text.includes(part));
  assert.equal(found.length, 1, `one example in ${language} with ${part}`);
  return found[0].text;
};

const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-readme-'));
let server;
before(async () => {
  symlinkSync(path('build/site'), join(folder, 'lookup'));
  symlinkSync(path('build'), join(folder, 'build'));
  symlinkSync(path('data'), join(folder, 'data'));
  cpSync(path('build/package'), join(folder, 'node_modules/entity-lookup'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  server = await serve({ folder: pathToFileURL(`${folder}/`), policy: null });
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Intranet</title><link rel="icon" href="data:,"><body>';
const page = (name, body) =>
  writeFileSync(join(folder, name), head + body.replaceAll('https://intranet.example/', server.url));

inEachBrowser((_name, get) => {
  test('The element says what it found', async () => {
    page('element.html', example('html', '<entity-lookup min-score'));
    const { page: opened, complaints } = await openPage(get(), `${server.url}element.html`);
    await allSettled(opened);
    await typeIn(opened, 'Megvii\n');
    await opened.waitForFunction(() => document.querySelector('entity-lookup').record);
    const [said, ...more] = await complaints();
    assert.match(said, /^log: Megvii \d+ /);
    assert.deepEqual(more, []);
    await opened.close();
  });

  test('The frame tells its page of the check', async () => {
    page('frame.html', example('html', 'embed.js" data-country'));
    const { page: opened, complaints } = await openPage(get(), `${server.url}frame.html`);
    const told = opened.evaluate(
      () => new Promise((resolve) => addEventListener('lookup-result', () => resolve(), { once: true })),
    );
    const frame = await (await opened.$('iframe')).contentFrame();
    await allSettled(frame);
    await typeIn(frame, 'Megvii\n');
    await told;
    const [said, ...more] = await complaints();
    assert.match(said, /^log: matches Megvii \d+ \d{4}-/);
    assert.deepEqual(more, []);
    await opened.close();
  });

  test('The form sends the record', async () => {
    page(
      'form.html',
      `${example('html', 'name="buyer"')}<script type="module" src="lookup/entity-lookup.js"></script>`,
    );
    const { page: opened, complaints } = await openPage(get(), `${server.url}form.html`);
    await allSettled(opened);
    await typeIn(opened, 'Kraftwerk Union Nord\n');
    await opened.waitForFunction(() => document.querySelector('entity-lookup').record);
    const sent = await opened.evaluate(() => {
      const form = document.querySelector('form');
      return [form.checkValidity(), new FormData(form).get('buyer.outcome')];
    });
    assert.deepEqual(sent, [true, 'no-match']);
    assert.deepEqual(await complaints(), []);
    await opened.close();
  });

  test('Bundled by esbuild the element finds its files, which were copied as is said', async () => {
    writeFileSync(join(folder, 'page.js'), example('js', "'entity-lookup/element'"));
    mkdirSync(join(folder, 'dist'), { recursive: true });
    const bin = dirname(requireFromWeb.resolve('esbuild/bin/esbuild'));
    execFileSync('sh', ['-c', example('sh', 'esbuild page.js')], {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
      stdio: 'pipe',
    });
    page('dist/page.html', '<entity-lookup lang="de"></entity-lookup><script type="module" src="page.js"></script>');
    const { page: opened, complaints } = await openPage(get(), `${server.url}dist/page.html`);
    await allSettled(opened);
    const german = JSON.parse(String(readProject('web/i18n/de.json')));
    const [total, button] = await opened.evaluate(async () => {
      const element = document.querySelector('entity-lookup');
      element.value = 'Megvii';
      const answer = await element.check();
      return [answer.lists.length, element.shadowRoot.querySelector('.check').textContent];
    });
    assert.deepEqual([total, button], [12, german['form.check']]);
    assert.deepEqual(await complaints(), []);
    await opened.close();
  });
});

test('The engine in Node.js answers', () => {
  writeFileSync(
    join(folder, 'engine.js'),
    `${example('js', 'await open()')}
    console.log(JSON.stringify([answer.total > 0, answer.lists.length, answers.map(({ total }) => total > 0)]));`,
  );
  const said = execFileSync(process.execPath, ['engine.js'], { cwd: folder, encoding: 'utf8' });
  assert.deepEqual(JSON.parse(said), [true, 12, [true, false]]);
});

test('The score that is told is the one that is given', { skip: !isBuilt('build/release/entity-lookup') }, () => {
  const [, told] = /\*raycus\* agree: ([\d.]+),/.exec(String(readProject('README.md')));
  const { stdout } = spawnSync(path('build/release/entity-lookup'), ['check', 'Wuhan Raycus', '--json'], {
    encoding: 'utf8',
  });
  assert.equal(told, String(JSON.parse(stdout).matches[0].score));
});

test('The lines of the command line do what they say', { skip: !isBuilt('build/release/entity-lookup') }, () => {
  writeFileSync(join(folder, 'names.txt'), 'Megvii\nCoca-Cola\n');
  writeFileSync(join(folder, 'customers.csv'), '1,Megvii,Beijing\n2,Coca-Cola,Atlanta\n');
  copyFileSync(path('tests/fixtures/consolidated-lists.csv'), join(folder, 'consolidated.csv'));
  const lines = example('sh', 'screen names.txt').trim().split('\n');
  assert.ok(lines.length >= 6);
  for (const line of lines) {
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
    const isFound = /(check|screen|diff) /.test(line);
    assert.deepEqual([status, stderr], [isFound ? 1 : 0, ''], line);
  }
});
