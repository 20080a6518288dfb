// Builds the site folder, the single file and the package: `node web/build.mjs`. Does nothing when no input has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { siteModules } from './build-modules.mjs';
import { packageFiles } from './build-package.mjs';
import { framePage, inlinedParts, readMessages, singlePage, sitePage } from './build-pages.mjs';
import { classicScript, packageModules, scriptOptions, styleSheet } from './build-scripts.mjs';
import { locales } from './element/languages.js';
import { openEngine } from './engine/engine.js';
import { installable } from './installable.mjs';

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
const sourceFolders = ['./', 'app/', 'element/', 'engine/', 'i18n/', 'types/'];

/** @param {URL} url */
const path = (url) => fileURLToPath(url);

/** @param {string | Uint8Array} data */
const sha256 = (data) => createHash('sha256').update(data);

/** One id for everything that belongs together: a hash over all inputs, sources and tools. */
function buildId() {
  const files = Object.values(inputs);
  for (const folder of sourceFolders) {
    const names = readdirSync(new URL(folder, web), { withFileTypes: true }).filter((each) => each.isFile());
    for (const name of names.map((each) => each.name).sort()) files.push(new URL(folder + name, web));
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

/**
 * The messages of all languages.
 * @returns {Promise<Record<string, Record<string, string>>>}
 */
async function allMessages() {
  const read = Object.keys(locales).map(async (language) => [language, await readMessages(language)]);
  return Object.fromEntries(await Promise.all(read));
}

/**
 * The messages in other languages than the code's, by the names of their files.
 * @param {Record<string, Record<string, string>>} messages
 */
function translationsIn({ en: _, ...others }) {
  const files = Object.entries(others).map(([language, messages]) => [
    `messages-${language}.json`,
    Buffer.from(JSON.stringify(messages)),
  ]);
  return Object.fromEntries(files);
}

/**
 * What is said around a frame, in all languages.
 * @param {Record<string, Record<string, string>>} messages
 */
function frameTexts(messages) {
  const texts = Object.entries(messages).map(([language, own]) => [
    language,
    Object.fromEntries(Object.entries(own).filter(([key]) => key.startsWith('frame.'))),
  ]);
  return Object.fromEntries(texts);
}

/**
 * All scripts of site and single file but the service worker, which knows what is in all others.
 * @param {string} build
 * @param {Record<string, unknown>} define
 * @param {Record<string, Record<string, string>>} messages By language.
 */
async function allScripts(build, define, messages) {
  const query = `?build=${build}`;
  const [worker, importWorker, { scripts: modules, element }, embed, embedInside, wantedLanguage] = await Promise.all([
    classicScript('engine/worker.js', define),
    classicScript('engine/import-worker.js', define),
    siteModules({
      entry: 'element/define.js',
      name: 'entity-lookup',
      others: {
        app: 'app/app.js',
        'entity-lookup-update': 'element/update-part.js',
        'entity-lookup-core': 'engine/open-core.js',
      },
      query,
      build: { ...scriptOptions(define), minify: true },
    }),
    classicScript('app/embed.js', { LOOKUP_FRAME_TEXTS: frameTexts(messages) }),
    classicScript('app/embed-inside.js', define, { 'element/define.js': `./entity-lookup.js${query}` }),
    classicScript('app/wanted-language.js', define),
  ]);
  const whole = { ...define, LOOKUP_WORKER: worker, LOOKUP_IMPORT_WORKER: importWorker };
  const [singleFile, embedWhole] = await Promise.all([
    classicScript('app/single-file.js', whole),
    classicScript('app/embed-whole.js', whole),
  ]);
  return { worker, importWorker, modules, element, embed, embedInside, wantedLanguage, singleFile, embedWhole };
}

/**
 * The service worker, with the checksums of all that it keeps.
 * @param {string} build
 * @param {Record<string, string | Uint8Array>} files
 */
function serviceWorker(build, files) {
  const checksums = Object.entries(files).map(([name, data]) => [name, sha256(data).digest('base64')]);
  const define = { LOOKUP_BUILD: build, LOOKUP_FILES: Object.fromEntries(checksums) };
  return classicScript('app/service-worker.js', define);
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
 * The folder with these files and no others.
 * @param {URL} folder
 * @param {Record<string, string | Uint8Array>} files By name.
 */
async function writeFolder(folder, files) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
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
  const messages = await allMessages();
  const translations = translationsIn(messages);
  const [tokens, scripts] = await Promise.all([
    readFile(new URL('element/tokens.css', web), 'utf8'),
    allScripts(build, define, messages),
  ]);
  /** What site and package have in common. */
  const shared = {
    'lookup-worker.js': scripts.worker,
    'lookup.wasm': stamped(wasm, build),
    'lookup-import-worker.js': scripts.importWorker,
    'lookup-import.wasm': stamped(importWasm, build),
    'entity-list.json': snapshot,
    'other-lists.json': others,
    ...translations,
  };
  const inlined = {
    'lookup-wasm': shared['lookup.wasm'],
    'entity-list': snapshot,
    'other-lists': others,
    'lookup-import-wasm': shared['lookup-import.wasm'],
    ...Object.fromEntries(Object.entries(translations).map(([name, text]) => [name.replace('.json', ''), text])),
  };
  const css = await styleSheet('app/app.css');
  const { icon, links, files: installFiles } = installable({ build, messages: messages.en, tokens });
  /** @type {Record<string, string | Uint8Array>} */
  const keptFiles = {
    'index.html': await sitePage({ build, icon, links, modules: ['entity-lookup.js', scripts.element] }),
    'app.css': css,
    ...shared,
    ...scripts.modules,
    'wanted-language.js': scripts.wantedLanguage,
    'embed.html': await framePage({ build, icon }),
    'embed.css': await styleSheet('app/embed.css'),
    'embed.js': scripts.embed,
    'embed-inside.js': scripts.embedInside,
    ...installFiles,
    'LICENSE.txt': licence,
  };
  /** @type {Record<string, string | Uint8Array>} */
  const siteFiles = {
    ...keptFiles,
    // For frames without an origin, which no service worker serves.
    'embed-whole.js': `${inlinedParts(inlined)}${scripts.embedWhole}`,
    'service-worker.js': await serviceWorker(build, keptFiles),
  };
  const modules = await packageModules(
    {
      index: 'engine/open.js',
      node: 'engine/open-node.js',
      element: 'element/define.js',
      'entity-lookup-update': 'element/update-part.js',
    },
    define,
  );
  const ofPackage = await packageFiles({ modules, files: shared, tokens, licence });
  await writeFolder(site, siteFiles);
  await writeFolder(packageFolder, ofPackage);
  const whole = { build, script: scripts.singleFile, css, inlined, licence: String(licence) };
  await writeFile(singleFile, await singlePage(whole));
  const hashes = { snapshot: snapshotHash, others: othersStamp.sha256 };
  const built = { build, ...hashes, version, files: Object.keys(siteFiles), package: Object.keys(ofPackage) };
  await writeFile(stamp, `${JSON.stringify(built)}\n`);
  console.log(`web: built ${path(site)}, ${path(singleFile)} and ${path(packageFolder)} (build ${build})`);
}

await run();
