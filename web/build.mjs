// Builds the site folder and the single file: `node web/build.mjs`. Does nothing when no input has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { openEngine } from './engine/engine.js';

const web = new URL('./', import.meta.url);
const project = new URL('../', web);
const site = new URL('build/site/', project);
const singleFile = new URL('build/entity-lookup.html', project);
/** Says what was built; written last. */
const stamp = new URL('build.json', site);
const inputs = {
  wasm: new URL('build/wasm/lookup.wasm', project),
  snapshot: new URL('data/entity-list.json', project),
  others: new URL('data/other-lists.json', project),
  licence: new URL('LICENSE', project),
  importWasm: new URL('build/wasm/lookup-import.wasm', project),
};
const sourceFolders = ['app', 'element', 'engine', 'i18n'];

/** @param {URL} url */
const path = (url) => fileURLToPath(url);

/** @param {string | Uint8Array} data */
const sha256 = (data) => createHash('sha256').update(data);

/** One id for everything that belongs together: a hash over all inputs, sources and tools. */
function buildId() {
  const files = [...Object.values(inputs), new URL('build.mjs', web), new URL('package-lock.json', web)];
  for (const folder of sourceFolders) {
    for (const name of readdirSync(new URL(`${folder}/`, web)).sort()) files.push(new URL(`${folder}/${name}`, web));
  }
  const hash = createHash('sha256');
  for (const file of files) hash.update(sha256(readFileSync(file)).digest());
  return hash.digest('hex').slice(0, 16);
}

/**
 * The module with a custom section that names its build. Custom sections may stand anywhere, so it goes to the end.
 * @param {Uint8Array} wasm
 * @param {string} build
 */
function stamped(wasm, build) {
  /** @param {string} text */
  const counted = (text) => [text.length, ...Buffer.from(text)];
  const content = [...counted('entity_lookup_build'), ...Buffer.from(build)];
  // Lengths below 128 are one byte in LEB128.
  return Buffer.concat([wasm, Uint8Array.of(0, content.length, ...content)]);
}

/** @type {esbuild.Plugin} */
const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => ({ contents: await minifiedCss(file), loader: 'text' }));
  },
};

/** @param {string} file */
async function minifiedCss(file) {
  const { code } = await esbuild.transform(await readFile(file, 'utf8'), { loader: 'css', minify: true });
  return code;
}

/**
 * A style sheet with all that it imports.
 * @param {string} entry Below `web`.
 */
async function styleSheet(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path(new URL(entry, web))],
    bundle: true,
    minify: true,
    write: false,
  });
  return outputFiles[0].text;
}

/** Messages that only the page around the element shows. */
const ofPage = /^(page|nav|browse|chart|lists|score|privacy|keys)\./;
/** Messages of the element that the page shows too. */
const ofBoth = /^(age|band|error|failure|form|kind|list|match|others|record)\./;

/**
 * The messages that a part shows, and no others: the page and the element are two files, and neither carries the other's.
 * @param {(key: string) => boolean} isOwn
 * @returns {esbuild.Plugin}
 */
const messagesOf = (isOwn) => ({
  name: 'messages-of',
  setup({ onLoad }) {
    onLoad({ filter: /\/i18n\/\w+\.json$/ }, async ({ path: file }) => {
      const all = Object.entries(JSON.parse(await readFile(file, 'utf8')));
      return { contents: JSON.stringify(Object.fromEntries(all.filter(([key]) => isOwn(key)))), loader: 'json' };
    });
  },
});

/**
 * @param {string} entry Below `web`.
 * @param {{format: 'esm' | 'iife', define: Record<string, unknown>, plugins?: esbuild.Plugin[]}} options
 * @returns {Promise<string>}
 */
async function bundle(entry, { format, define, plugins = [] }) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path(new URL(entry, web))],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2022',
    legalComments: 'none',
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    plugins: [cssAsText, ...plugins],
  });
  return outputFiles[0].text;
}

/**
 * The page with its slots filled: messages by key, and what differs between site and single file.
 * @param {Record<string, string>} slots
 */
async function page(slots) {
  const messages = JSON.parse(await readFile(new URL('i18n/en.json', web), 'utf8'));
  const template = await readFile(new URL('app/index.html', web), 'utf8');
  return template.replace(/\{\{([\w.]+)\}\}/g, (_, key) => {
    const text = slots[key] ?? messages[key];
    if (text === undefined) throw new Error(`app/index.html asks for ${key}, which is neither a slot nor a message`);
    return text;
  });
}

/** @param {string} text */
const cspHash = (text) => `'sha256-${sha256(text).digest('base64')}'`;

/**
 * @param {string} id
 * @param {Uint8Array} data
 */
const dataBlock = (id, data) =>
  `<script type="application/octet-stream;base64" id="${id}">${gzipSync(data, { level: 9 }).toString('base64')}</script>`;

/**
 * Everything in one page, under a policy that lets nothing out.
 * @param {{build: string, script: string, css: string, wasm: Uint8Array, snapshot: Uint8Array, others: Uint8Array,
 *   licence: string, importWasm: Uint8Array}} parts
 */
async function singlePage({ build, script, css, wasm, snapshot, others, licence, importWasm }) {
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its own element');
  const policy = [
    "default-src 'none'",
    `script-src ${cspHash(script)} 'wasm-unsafe-eval'`,
    `style-src ${cspHash(css)}`,
    'worker-src blob:',
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const html = await page({
    build,
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    styles: `<style>${css}</style>`,
    scripts: [
      dataBlock('lookup-wasm', wasm),
      dataBlock('entity-list', snapshot),
      dataBlock('other-lists', others),
      dataBlock('lookup-import-wasm', importWasm),
      `<script>${script}</script>`,
    ].join('\n'),
  });
  return html.replace('<!doctype html>', () => `<!doctype html>\n<!--\n${licence}-->`);
}

/**
 * Whether the outputs are those of this build, and all there.
 * @param {string} build
 */
function isBuilt(build) {
  try {
    const built = JSON.parse(readFileSync(stamp, 'utf8'));
    const files = built.files.map((/** @type {string} */ name) => new URL(name, site));
    return built.build === build && [singleFile, ...files].every((file) => existsSync(file));
  } catch {
    return false;
  }
}

/**
 * What the core says of the snapshots; throws where it refuses one.
 * @param {{wasm: Uint8Array, snapshot: Uint8Array, others: Uint8Array}} files
 */
async function said(files) {
  const engine = await openEngine(files);
  const [{ sha256, as_of: asOf }] = engine.lists;
  const { state, error } = await engine.othersSettled;
  if (state !== 'ready') throw new Error(`${path(inputs.others)}: ${error?.message}`, { cause: error });
  const more = engine.lists.filter((list) => list.sha256 !== sha256);
  const [othersAsOf] = more.map(({ as_of }) => as_of).sort();
  const lists = more.map(({ code, title }) => ({ code, title }));
  const othersStamp = { sha256: more[0].sha256, asOf: othersAsOf, lists };
  return { sha256, asOf, othersStamp, version: engine.about.version };
}

async function run() {
  for (const input of Object.values(inputs)) {
    if (!existsSync(input)) throw new Error(`${path(input)} is missing: run ./web/run, which builds it`);
  }
  const build = buildId();
  if (isBuilt(build)) {
    console.log(`web: build ${build} is up to date`);
    return;
  }

  const [wasm, snapshot, others, licence, importWasm] = await Promise.all(
    Object.values(inputs).map((input) => readFile(input)),
  );
  // A list that the core refuses must stop the build, not the user.
  const { sha256: snapshotHash, asOf, othersStamp, version } = await said({ wasm, snapshot, others });
  const define = {
    LOOKUP_BUILD: build,
    LOOKUP_SNAPSHOT: snapshotHash,
    LOOKUP_OTHERS: othersStamp,
    LOOKUP_AS_OF: asOf,
  };
  /** @type {esbuild.Plugin} */
  const elementApart = {
    name: 'element-apart',
    setup({ onResolve }) {
      onResolve({ filter: /\/element\/define\.js$/ }, () => ({
        path: `./entity-lookup.js?build=${build}`,
        external: true,
      }));
    },
  };
  const [worker, importWorker, element, app, css] = await Promise.all([
    bundle('engine/worker.js', { format: 'iife', define }),
    bundle('engine/import-worker.js', { format: 'iife', define }),
    bundle('element/define.js', { format: 'esm', define, plugins: [messagesOf((key) => !ofPage.test(key))] }),
    bundle('app/app.js', {
      format: 'esm',
      define,
      plugins: [elementApart, messagesOf((key) => ofPage.test(key) || ofBoth.test(key))],
    }),
    styleSheet('app/app.css'),
  ]);
  const workers = { LOOKUP_WORKER: worker, LOOKUP_IMPORT_WORKER: importWorker };
  const script = await bundle('app/single-file.js', { format: 'iife', define: { ...define, ...workers } });
  const ownWasm = stamped(wasm, build);
  const ownImportWasm = stamped(importWasm, build);

  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  const html = await page({
    build,
    policy: '',
    styles: `<link rel="stylesheet" href="app.css?build=${build}" />`,
    scripts: `<script type="module" src="app.js?build=${build}"></script>`,
  });
  /** @type {Record<string, string | Uint8Array>} */
  const files = {
    'index.html': html,
    'app.css': css,
    'app.js': app,
    'entity-lookup.js': element,
    'lookup-worker.js': worker,
    'lookup.wasm': ownWasm,
    'lookup-import-worker.js': importWorker,
    'lookup-import.wasm': ownImportWasm,
    'entity-list.json': snapshot,
    'other-lists.json': others,
    'LICENSE.txt': licence,
  };
  await Promise.all(Object.entries(files).map(([name, data]) => writeFile(new URL(name, site), data)));
  const parts = {
    build,
    script,
    css,
    wasm: ownWasm,
    snapshot,
    others,
    licence: String(licence),
    importWasm: ownImportWasm,
  };
  await writeFile(singleFile, await singlePage(parts));
  const hashes = { snapshot: snapshotHash, others: othersStamp.sha256 };
  const built = { build, ...hashes, version, files: Object.keys(files) };
  await writeFile(stamp, `${JSON.stringify(built)}\n`);
  console.log(`web: built ${path(site)} and ${path(singleFile)} (build ${build})`);
}

await run();
