// The npm package as others use it: packed, installed without a network, bundled by Vite and by esbuild, and run in Node.js.
/* eslint-disable no-unsanitized/method -- What is imported was just installed here, or lies in web/node_modules. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openEngine } from '../../web/engine/engine.js';
import {
  golden,
  inEachBrowser,
  openPage,
  project,
  readProject,
  requireFromWeb,
  serve,
  settled,
  textOf,
  timeless,
} from './setup.js';

const path = (name) => fileURLToPath(new URL(name, project));
const built = JSON.parse(String(readProject('build/site/build.json')));
const chinese = JSON.parse(String(readProject('web/i18n/zh.json')));
const described = JSON.parse(String(readProject('build/package/package.json')));
/** What a bundler that does not know of them must be told to copy, as the README has it. */
const [, globs] = /&& cp (.+) \.\.\/\.\.\/dist\)/.exec(String(readProject('README.md')));
const beside = new RegExp(`^(${globs.replaceAll('*', '.*').split(' ').join('|')})$`);

const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-package-'));
const installed = join(folder, 'node_modules/entity-lookup');
const inFolder = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
let tarball;
before(() => {
  const said = execFileSync('npm', ['pack', '--json', '--pack-destination', folder, path('build/package')], inFolder);
  tarball = join(folder, JSON.parse(said)[0].filename);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'intranet', private: true, type: 'module' }));
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], inFolder);
});
after(() => rmSync(folder, { recursive: true }));

/** The pages of somebody who uses the package. */
const sources = {
  'element.html': '<entity-lookup others-src=""></entity-lookup><script type="module" src="./element.js"></script>',
  'element.js': `import { LookupError } from 'entity-lookup/element';
    globalThis.LookupError = LookupError;`,
  'chinese.html':
    '<entity-lookup lang="zh" others-src=""></entity-lookup><script type="module" src="./element.js"></script>',
  'engine.html': '<script type="module" src="./engine.js"></script>',
  'engine.js': `import { open, screen } from 'entity-lookup';
    globalThis.outcome = (async () => {
      const engine = await open();
      const { threaded } = engine;
      const [first] = await screen(engine, ['Megvii']);
      return { threaded, name: first.matches[0].name, lists: first.lists.length };
    })();`,
};
const head = '<!doctype html><html lang="en"><title>Intranet</title><link rel="icon" href="data:,"><body>';

/** The site of one bundler, in a folder of its own. */
const bundlers = {
  Vite: (root) => {
    const config = `export default { logLevel: 'warn', build: { rollupOptions: { input: ['element.html', 'chinese.html', 'engine.html'] } } };`;
    writeFileSync(join(root, 'vite.config.js'), config);
    const vite = path('web/node_modules/vite/bin/vite.js');
    const said = execFileSync(process.execPath, [vite, 'build'], { ...inFolder, cwd: root });
    assert.doesNotMatch(said, /warn|externalized/i);
    return join(root, 'dist');
  },
  esbuild: (root) => {
    const dist = join(root, 'dist');
    requireFromWeb('esbuild').buildSync({
      absWorkingDir: root,
      entryPoints: ['element.js', 'engine.js'],
      bundle: true,
      minify: true,
      format: 'esm',
      outdir: dist,
      logLevel: 'error',
    });
    for (const name of ['element.html', 'chinese.html', 'engine.html']) cpSync(join(root, name), join(dist, name));
    for (const name of readdirSync(installed).filter((each) => beside.test(each)))
      cpSync(join(installed, name), join(dist, name));
    return dist;
  },
};

test('The package holds what its description says, and nothing that only developers need', () => {
  const listed = String(execFileSync('tar', ['-tzf', tarball]))
    .trim()
    .split('\n');
  const names = listed.map((name) => name.replace(/^package\//, '')).sort();
  assert.deepEqual(names, [...built.package].sort());
  for (const key of ['private', 'scripts', 'devDependencies', 'dependencies']) assert.equal(described[key], undefined);
  const targets = Object.values(described.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  for (const target of targets) assert.ok(names.includes(target.replace('./', '')), target);
  for (const name of names.filter((each) => beside.test(each))) assert.ok(targets.includes(`./${name}`), name);
});

test('publint finds nothing to say', async () => {
  const { publint } = await import(pathToFileURL(requireFromWeb.resolve('publint')));
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  assert.deepEqual(messages, []);
});

test('Are the types wrong? Not for anybody who can load modules', async () => {
  const { Package, checkPackage } = await import(pathToFileURL(requireFromWeb.resolve('@arethetypeswrong/core')));
  // Core and lists have no types, and are too long for it.
  const files = readdirSync(installed)
    .filter((name) => !/\.wasm$|^(entity|other)-lists?\.json$/.test(name))
    .map((name) => [`/node_modules/entity-lookup/${name}`, readFileSync(join(installed, name), 'utf8')]);
  const { problems } = await checkPackage(new Package(Object.fromEntries(files), described.name, described.version), {
    entrypoints: ['.', './element'],
  });
  // `require` of a package of modules is refused by Node.js itself.
  const told = problems.filter(({ kind }) => kind !== 'CJSResolvesToESM');
  assert.deepEqual(told, []);
});

test('A program in TypeScript knows the element, its methods and its events', () => {
  writeFileSync(
    join(folder, 'page.ts'),
    `import { open, screen, type Answer, type Engine } from 'entity-lookup';
    import { EntityLookupElement, LookupError } from 'entity-lookup/element';
    const element = document.querySelector('entity-lookup')!;
    const same: EntityLookupElement = element;
    element.addEventListener('lookup-result', ({ answer, checkedAt }) => {
      const total: number = answer.total;
      const at: Date | undefined = checkedAt;
      console.log(total, at);
    });
    element.addEventListener('lookup-decision', ({ decision: { decision } }) => console.log(decision === 'same_party'));
    element.addEventListener('lookup-error', ({ code }) => console.log(code === 'timed_out'));
    const engine: Engine = await open();
    const answer: Answer | null = await same.check();
    for (const each of await screen(engine, ['Megvii'])) if ('error' in each) console.log(each.error instanceof LookupError);
    // @ts-expect-error There is no such code.
    element.addEventListener('lookup-error', ({ code }) => console.log(code === 'no_such_code'));
    console.log(answer?.matches[0].name);`,
  );
  const tsc = path('web/node_modules/typescript/bin/tsc');
  for (const resolution of ['NodeNext', 'Bundler']) {
    const compilerOptions = {
      ...{ noEmit: true, strict: true, types: [], target: 'ES2022', lib: ['ES2022', 'DOM'] },
      ...{ module: resolution === 'Bundler' ? 'ESNext' : resolution, moduleResolution: resolution },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['page.ts'] }));
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], inFolder);
    assert.equal(status, 0, stdout);
  }
});

test('In Node.js `open()` finds its files, and gives the numbers of the golden queries over all lists', async () => {
  const program = `import { open, screen } from 'entity-lookup';
    const engine = await open();
    const answers = await screen(engine, ${JSON.stringify(golden.map(({ name }) => name))});
    process.stdout.write(JSON.stringify({ answers, threaded: engine.threaded }));`;
  writeFileSync(join(folder, 'program.js'), program);
  const said = execFileSync(process.execPath, ['program.js'], { ...inFolder, maxBuffer: 1 << 28 });
  const { answers, threaded } = JSON.parse(said);
  assert.equal(threaded, false);
  const engine = await openEngine({
    wasm: readProject('build/wasm/lookup.wasm'),
    snapshot: readProject('data/entity-list.json'),
    others: readProject('data/other-lists.json'),
  });
  await engine.othersSettled;
  for (const [index, { name }] of golden.entries()) {
    const expected = JSON.parse(JSON.stringify(timeless(await engine.check({ name }))));
    assert.deepEqual(timeless(answers[index]), expected, name);
  }
  engine.close();
});

test('In Node.js a list of one’s own may lie anywhere, and a file that is missing has its code', async () => {
  const { open } = await import(pathToFileURL(join(installed, 'node.js')));
  const snapshot = new URL('tests/fixtures/entity-list-small.json', project);
  const engine = await open({ snapshot });
  assert.deepEqual(
    engine.lists.map(({ code, as_of: asOf }) => [code, asOf]),
    [['EL', '2026-01-31']],
  );
  assert.equal(engine.others.state, 'none');
  engine.close();
  for (const [options, code] of [
    [{ snapshot: new URL('none.json', project) }, 'snapshot_unreachable'],
    [{ wasm: new URL('none.wasm', project).href }, 'wasm_unreachable'],
  ]) {
    await assert.rejects(open(options), (error) => error.name === 'LookupError' && error.code === code);
  }
});

for (const [bundler, build] of Object.entries(bundlers)) {
  describe(`Bundled by ${bundler}`, () => {
    let dist;
    let server;
    before(async () => {
      const root = join(folder, bundler);
      mkdirSync(root);
      for (const [name, text] of Object.entries(sources))
        writeFileSync(join(root, name), name.endsWith('.html') ? head + text : text);
      dist = build(root);
      server = await serve({ folder: pathToFileURL(`${dist}/`) });
    });
    after(() => server?.close());

    inEachBrowser((_name, get) => {
      test(`The element, bundled by ${bundler}, checks a name under the strict policy, and its panel opens`, async () => {
        const { page, complaints, elsewhere } = await openPage(get(), `${server.url}element.html`);
        const { total, threaded } = await page.evaluate(async () => {
          const element = document.querySelector('entity-lookup');
          element.value = 'Megvii';
          const answer = await element.check();
          return { total: answer.total, threaded: element.engine.threaded };
        });
        assert.ok(total > 0);
        assert.equal(threaded, true);
        await page.evaluate(() => {
          document.querySelector('entity-lookup').shadowRoot.querySelector('.update').open = true;
        });
        await page.waitForFunction(() =>
          document.querySelector('entity-lookup').shadowRoot.querySelector('#list-file'),
        );
        assert.deepEqual([await complaints(), elsewhere], [[], []]);
        await page.close();
      });

      test(`The element, bundled by ${bundler}, speaks Chinese where it is told to`, async () => {
        const { page, complaints, elsewhere } = await openPage(get(), `${server.url}chinese.html`);
        await settled(page);
        assert.equal(await textOf(page, 'label[for=name]'), chinese['form.name']);
        assert.equal(await textOf(page, '.notice'), '');
        assert.deepEqual([await complaints(), elsewhere], [[], []]);
        await page.close();
      });

      test(`The engine, bundled by ${bundler}, opens without being told where its files are`, async () => {
        const { page, complaints, elsewhere } = await openPage(get(), `${server.url}engine.html`);
        assert.deepEqual(await page.evaluate(() => globalThis.outcome), {
          threaded: true,
          name: 'Megvii Technology',
          lists: 12,
        });
        assert.deepEqual([await complaints(), elsewhere], [[], []]);
        await page.close();
      });
    });
  });
}

inEachBrowser(
  (_name, get) => {
    test('What tools read of the element is what it is', async () => {
      const manifest = JSON.parse(String(readProject('build/package/custom-elements.json')));
      const [{ attributes, members, events, slots, cssParts, cssProperties, tagName }] =
        manifest.modules[0].declarations;
      const server = await serve();
      const { page } = await openPage(get(), server.url, { alone: true });
      const real = await page.evaluate(async () => {
        const module = await import('./entity-lookup.js');
        const { EntityLookupElement: Own } = module;
        const owners = [];
        for (let each = Own.prototype; each !== HTMLElement.prototype; each = Object.getPrototypeOf(each))
          owners.push(each);
        const members = owners.flatMap((owner) =>
          Object.entries(Object.getOwnPropertyDescriptors(owner)).map(([name, { get, set, value }]) => ({
            name,
            kind: get || set ? 'field' : 'method',
            readonly: Boolean(get) && !set,
            value: typeof value,
          })),
        );
        const element = document.querySelector('entity-lookup');
        const rules = [...element.shadowRoot.adoptedStyleSheets[0].cssRules];
        return {
          attributes: Own.observedAttributes,
          members,
          slots: [...element.shadowRoot.querySelectorAll('slot')].map(({ name }) => name),
          properties: rules
            .filter(({ selectorText }) => selectorText?.split(', ').includes(':host'))
            .flatMap(({ style }) => [...style].filter((name) => name.startsWith('--'))),
          events: Object.entries(module)
            .filter(([, each]) => each.prototype instanceof Event)
            .map(([name]) => name),
          isFormAssociated: Own.formAssociated,
        };
      });
      assert.equal(tagName, 'entity-lookup');
      assert.equal(real.isFormAssociated, true);
      const sorted = (values) => [...values].sort();
      assert.deepEqual(sorted(attributes.map(({ name }) => name)), sorted(real.attributes));
      const isCallback = ({ name }) => /Callback$|^constructor$/.test(name);
      assert.deepEqual(
        sorted(members.map(({ name, kind, readonly = false }) => `${kind} ${name} ${readonly}`)),
        sorted(
          real.members
            .filter((member) => !isCallback(member))
            .map(({ name, kind, readonly }) => `${kind} ${name} ${readonly}`),
        ),
      );
      assert.deepEqual(sorted(events.map(({ type }) => type.text)), sorted(real.events));
      assert.deepEqual(sorted(slots.map(({ name }) => name).filter(Boolean)), sorted(real.slots));
      assert.deepEqual(sorted(cssProperties.map(({ name }) => name)), sorted(real.properties));
      const sources = readdirSync(new URL('web/element/', project))
        .filter((name) => name.endsWith('.js'))
        .map((name) => String(readProject(`web/element/${name}`)))
        .join('\n');
      const parts = new Set([...sources.matchAll(/\bpart: '([\w-]+)'/g)].map(([, part]) => part));
      assert.deepEqual(sorted(cssParts.map(({ name }) => name)), sorted(parts));
      await page.close();
      server.close();
    });
  },
  ['chromium'],
);
