// Builds the site folder, the single file and the package: `node web/build.mjs`. Does nothing when no input has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { toBase85 } from './app/base85.js';
import { siteModules } from './build-modules.mjs';
import { packageFiles } from './build-package.mjs';
import { locales } from './element/languages.js';
import { openEngine } from './engine/engine.js';
import { installable } from './installable.mjs';
import { framePolicy } from './serve.mjs';

const web = new URL('./', import.meta.url);
const project = new URL('../', web);
const site = new URL('build/site/', project);
const singleFile = new URL('build/entity-lookup.html', project);
const packageFolder = new URL('build/package/', project);
/** Says what was built; written last. */
const stamp = new URL('build.json', site);
const inputs = {
  wasm: new URL('build/wasm/lookup.wasm', project),
  snapshot: new URL('data/entity-list.json', project),
  others: new URL('data/other-lists.json', project),
  licence: new URL('LICENSE', project),
  importWasm: new URL('build/wasm/lookup-import.wasm', project),
};
const sourceFolders = ['app', 'element', 'engine', 'i18n', 'types'];
const looseSources = [
  'build.mjs',
  'build-modules.mjs',
  'build-package.mjs',
  'icon.mjs',
  'installable.mjs',
  'serve.mjs',
  'package.json',
  'package-lock.json',
  'custom-elements.json',
];

/** Who brings in messages, and how their keys begin; `element/messages.js` has all others. */
const messageParts = /** @type {Record<string, string[]>} */ ({
  'update-messages.js': ['update', 'kept', 'change', 'entry'],
  'page-messages.js': ['page', 'nav', 'browse', 'chart', 'score', 'privacy', 'keys', 'lists', 'offline', 'frame'],
});

/** @param {URL} url */
const path = (url) => fileURLToPath(url);

/** @param {string | Uint8Array} data */
const sha256 = (data) => createHash('sha256').update(data);

/** One id for everything that belongs together: a hash over all inputs, sources and tools. */
function buildId() {
  const files = [...Object.values(inputs), ...looseSources.map((name) => new URL(name, web))];
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

/**
 * Leaves in the messages what belongs to whoever imports them.
 * @type {esbuild.Plugin}
 */
const messagesByPart = {
  name: 'messages-by-part',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\/i18n\/\w+\.json$/ }, ({ path: file, resolveDir, importer }) => ({
      path: resolve(resolveDir, file),
      namespace: 'messages',
      suffix: `?${basename(importer)}`,
    }));
    onLoad({ filter: /./, namespace: 'messages' }, async ({ path: file, suffix }) => {
      const own = messageParts[suffix.slice(1)];
      const others = Object.values(messageParts).flat();
      const isOwn = (/** @type {string} */ key) => {
        const [prefix] = key.split('.');
        return own ? own.includes(prefix) : !others.includes(prefix);
      };
      const all = Object.entries(JSON.parse(await readFile(file, 'utf8')));
      const contents = JSON.stringify(Object.fromEntries(all.filter(([key]) => isOwn(key))));
      return { contents, loader: 'json', watchFiles: [file] };
    });
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

/**
 * @param {string} entry Below `web`.
 * @param {{format: 'esm' | 'iife', define: Record<string, unknown>, plugins?: esbuild.Plugin[]}} options
 * @returns {Promise<string>}
 */
async function bundle(entry, { format, define, plugins = [] }) {
  const options = moduleOptions(define);
  const { outputFiles = [] } = await esbuild.build({
    ...options,
    plugins: [...plugins, ...(options.plugins ?? [])],
    entryPoints: [path(new URL(entry, web))],
    bundle: true,
    minify: true,
    write: false,
    format,
  });
  return outputFiles[0].text;
}

/** @returns {Promise<Record<string, string>>} */
const readMessages = async () => JSON.parse(await readFile(new URL('i18n/en.json', web), 'utf8'));

/**
 * The messages in other languages, by the names of their files, without what is there for people who read them.
 * @returns {Promise<Record<string, Uint8Array>>}
 */
async function readTranslations() {
  const languages = Object.keys(locales).filter((language) => language !== 'en');
  const files = languages.map(async (language) => {
    const text = await readFile(new URL(`i18n/${language}.json`, web), 'utf8');
    return [`messages-${language}.json`, Buffer.from(JSON.stringify(JSON.parse(text)))];
  });
  return Object.fromEntries(await Promise.all(files));
}

/**
 * What all scripts are built with.
 * @param {Record<string, unknown>} define
 * @returns {esbuild.BuildOptions}
 */
const moduleOptions = (define) => ({
  target: 'es2022',
  legalComments: 'none',
  // `sideEffects` in package.json speaks of what is built, not of the sources.
  ignoreAnnotations: true,
  define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  plugins: [cssAsText, messagesByPart],
});

/**
 * The modules of the package, for bundlers: what they share stands in further modules.
 * @param {Record<string, string>} entries What is below `web`, by the name that it gets.
 * @param {Record<string, unknown>} define
 * @returns {Promise<Record<string, string>>} Their texts by name.
 */
async function packageModules(entries, define) {
  const { outputFiles = [] } = await esbuild.build({
    ...moduleOptions(define),
    entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: path(new URL(entry, web)), out })),
    bundle: true,
    splitting: true,
    write: false,
    outdir: path(packageFolder),
    chunkNames: '[name]-[hash]',
    format: 'esm',
    external: ['node:*'],
  });
  return Object.fromEntries(outputFiles.map(({ path: file, text }) => [basename(file), text]));
}

/**
 * The page with its slots filled: messages by key, and what differs between site and single file.
 * @param {Record<string, string>} slots
 * @param {string} [name] Of the page.
 */
async function page(slots, name = 'index.html') {
  const messages = await readMessages();
  const template = await readFile(new URL(`app/${name}`, web), 'utf8');
  // What is a message and nothing else says so, to be shown in other languages too.
  const marked = template.replace(/>\{\{(\w+\.\w+)\}\}</g, ' data-message="$1">{{$1}}<');
  return marked.replace(/\{\{([\w.]+)\}\}/g, (_, key) => {
    const text = slots[key] ?? messages[key];
    if (text === undefined) throw new Error(`app/${name} asks for ${key}, which is neither a slot nor a message`);
    return text;
  });
}

/**
 * The element alone, for a frame on another page. Its own policy holds also where the server sends none.
 * @param {{build: string, icon: string}} about
 */
function framePage({ build, icon }) {
  const ofMeta = `${framePolicy.replace(/; manifest-src [^;]+/, '')}; form-action 'none'; base-uri 'none'`;
  const slots = {
    build,
    icon,
    policy: `<meta http-equiv="Content-Security-Policy" content="${ofMeta}" />`,
    styles: `<link rel="stylesheet" href="embed.css?build=${build}" />`,
    scripts: [
      `<script src="wanted-language.js?build=${build}"></script>`,
      `<script src="embed-inside.js?build=${build}"></script>`,
    ].join('\n    '),
  };
  return page(slots, 'embed.html');
}

/**
 * The service worker, with the checksums of all that it keeps.
 * @param {string} build
 * @param {Record<string, string | Uint8Array>} files
 */
function serviceWorker(build, files) {
  const checksums = Object.entries(files).map(([name, data]) => [name, sha256(data).digest('base64')]);
  const define = { LOOKUP_BUILD: build, LOOKUP_FILES: Object.fromEntries(checksums) };
  return bundle('app/service-worker.js', { format: 'iife', define });
}

/** @param {string} text */
const cspHash = (text) => `'sha256-${sha256(text).digest('base64')}'`;

/** @param {Uint8Array} data */
const packed = (data) => toBase85(gzipSync(data, { level: 9 }));

/**
 * @param {string} id
 * @param {Uint8Array} data
 */
const dataBlock = (id, data) => `<script type="application/octet-stream;base85" id="${id}">${packed(data)}</script>`;

/**
 * The same as a script, for a frame that can load nothing else.
 * @param {Record<string, Uint8Array>} parts By their ids.
 */
function inlinedParts(parts) {
  const texts = Object.entries(parts).map(([id, data]) => [id, packed(data)]);
  return `globalThis.entityLookupParts=${JSON.stringify(Object.fromEntries(texts))};\n`;
}

/**
 * Everything in one page, under a policy that lets nothing out.
 * @param {{build: string, script: string, css: string, inlined: Record<string, Uint8Array>, licence: string}} parts
 */
async function singlePage({ build, script, css, inlined, licence }) {
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
    icon: '<link rel="icon" href="data:," />',
    styles: `<style>${css}</style>`,
    scripts: [...Object.entries(inlined).map(([id, data]) => dataBlock(id, data)), `<script>${script}</script>`].join(
      '\n',
    ),
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
    const packed = built.package.map((/** @type {string} */ name) => new URL(name, packageFolder));
    return built.build === build && [singleFile, ...files, ...packed].every((file) => existsSync(file));
  } catch {
    return false;
  }
}

/**
 * @param {URL} folder
 * @param {Record<string, string | Uint8Array>} files By name.
 */
async function writeAll(folder, files) {
  await Promise.all(Object.entries(files).map(([name, data]) => writeFile(new URL(name, folder), data)));
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
    // Words about the program are no part of a build.
    await copyFile(new URL('README.md', project), new URL('README.md', packageFolder));
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
  const messages = await readMessages();
  const translations = await readTranslations();
  const ofFrame = Object.entries(messages).filter(([key]) => key.startsWith('frame.'));
  const frameDefine = { LOOKUP_FRAME_TEXTS: Object.fromEntries(ofFrame) };
  const [worker, importWorker, { scripts, element }, modules, css, embedCss, embed, embedInside, wantedLanguage] =
    await Promise.all([
      bundle('engine/worker.js', { format: 'iife', define }),
      bundle('engine/import-worker.js', { format: 'iife', define }),
      siteModules({
        entry: 'element/define.js',
        name: 'entity-lookup',
        others: {
          app: 'app/app.js',
          'entity-lookup-update': 'element/update-part.js',
          'entity-lookup-core': 'engine/open-core.js',
        },
        query: `?build=${build}`,
        build: { ...moduleOptions(define), minify: true },
      }),
      packageModules(
        {
          index: 'engine/open.js',
          node: 'engine/open-node.js',
          element: 'element/define.js',
          'entity-lookup-update': 'element/update-part.js',
        },
        define,
      ),
      styleSheet('app/app.css'),
      minifiedCss(path(new URL('app/embed.css', web))),
      bundle('app/embed.js', { format: 'iife', define: frameDefine }),
      bundle('app/embed-inside.js', { format: 'iife', define, plugins: [elementApart] }),
      bundle('app/wanted-language.js', { format: 'iife', define }),
    ]);
  const workers = { LOOKUP_WORKER: worker, LOOKUP_IMPORT_WORKER: importWorker };
  const whole = { format: /** @type {const} */ ('iife'), define: { ...define, ...workers } };
  const script = await bundle('app/single-file.js', whole);
  const embedWhole = await bundle('app/embed-whole.js', whole);
  const ownWasm = stamped(wasm, build);
  const ownImportWasm = stamped(importWasm, build);

  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  const tokens = await readFile(new URL('element/tokens.css', web), 'utf8');
  const { icon, links, files: installFiles } = installable({ build, messages, tokens });
  // Asked for at once, and not only when the module that needs them has come.
  const preloads = ['entity-lookup.js', element].map(
    (name) => `<link rel="modulepreload" href="${name}?build=${build}" />`,
  );
  const html = await page({
    build,
    policy: '',
    icon,
    styles: [links, `<link rel="stylesheet" href="app.css?build=${build}" />`, ...preloads].join('\n    '),
    scripts: [
      `<script src="wanted-language.js?build=${build}"></script>`,
      `<script type="module" src="app.js?build=${build}"></script>`,
    ].join('\n    '),
  });
  /** @type {Record<string, string | Uint8Array>} */
  const keptFiles = {
    'index.html': html,
    'app.css': css,
    ...scripts,
    'lookup-worker.js': worker,
    'lookup.wasm': ownWasm,
    'lookup-import-worker.js': importWorker,
    'lookup-import.wasm': ownImportWasm,
    'entity-list.json': snapshot,
    'other-lists.json': others,
    'wanted-language.js': wantedLanguage,
    ...translations,
    'embed.html': await framePage({ build, icon }),
    'embed.css': embedCss,
    'embed.js': embed,
    'embed-inside.js': embedInside,
    ...installFiles,
    'LICENSE.txt': licence,
  };
  const inlined = {
    'lookup-wasm': ownWasm,
    'entity-list': snapshot,
    'other-lists': others,
    'lookup-import-wasm': ownImportWasm,
    ...Object.fromEntries(Object.entries(translations).map(([name, text]) => [name.replace('.json', ''), text])),
  };
  /** @type {Record<string, string | Uint8Array>} */
  const files = {
    ...keptFiles,
    // For frames without an origin, which no service worker serves.
    'embed-whole.js': `${inlinedParts(inlined)}${embedWhole}`,
    'service-worker.js': await serviceWorker(build, keptFiles),
  };
  await writeAll(site, files);
  const unpacked = await packageFiles({
    modules,
    files: {
      'lookup-worker.js': worker,
      'lookup.wasm': ownWasm,
      'lookup-import-worker.js': importWorker,
      'lookup-import.wasm': ownImportWasm,
      'entity-list.json': snapshot,
      'other-lists.json': others,
      ...translations,
    },
    tokens,
    licence,
  });
  await rm(packageFolder, { recursive: true, force: true });
  await mkdir(packageFolder, { recursive: true });
  await writeAll(packageFolder, unpacked);
  await writeFile(singleFile, await singlePage({ build, script, css, inlined, licence: String(licence) }));
  const hashes = { snapshot: snapshotHash, others: othersStamp.sha256 };
  const built = { build, ...hashes, version, files: Object.keys(files), package: Object.keys(unpacked) };
  await writeFile(stamp, `${JSON.stringify(built)}\n`);
  console.log(`web: built ${path(site)}, ${path(singleFile)} and ${path(packageFolder)} (build ${build})`);
}

await run();
