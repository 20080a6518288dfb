// Bundles scripts and style sheets.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { minify } from 'terser';

const web = new URL('./', import.meta.url);

/** @param {string} name Below `web`. */
const path = (name) => fileURLToPath(new URL(name, web));

/** Who brings in messages, and how their keys begin; `element/messages.js` has all others. */
const messageParts = /** @type {Record<string, string[]>} */ ({
  'update-messages.js': ['update', 'kept', 'change', 'entry'],
  'page-messages.js': ['page', 'nav', 'browse', 'chart', 'score', 'privacy', 'keys', 'lists', 'offline', 'frame'],
});

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

/**
 * @param {string} file How its path ends.
 * @param {string} address
 * @returns {esbuild.Plugin}
 */
const loadedFrom = (file, address) => ({
  name: 'loaded-from',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path: wanted }) =>
      wanted.endsWith(`/${file}`) ? { path: address, external: true } : undefined,
    );
  },
});

/** @param {string} file */
async function minifiedCss(file) {
  const { code } = await esbuild.transform(await readFile(file, 'utf8'), { loader: 'css', minify: true });
  return code;
}

/**
 * A style sheet with all that it imports.
 * @param {string} entry Below `web`.
 */
export async function styleSheet(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path(entry)],
    bundle: true,
    minify: true,
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * A script that is no module, with all that it imports.
 * @param {string} entry Below `web`.
 * @param {Record<string, unknown>} define
 * @param {Record<string, string>} [elsewhere] What is not brought in but loaded from an address, by how its path ends.
 * @returns {Promise<string>}
 */
export async function classicScript(entry, define, elsewhere = {}) {
  const apart = Object.entries(elsewhere).map(([file, address]) => loadedFrom(file, address));
  const options = scriptOptions(define);
  const { outputFiles = [] } = await esbuild.build({
    ...options,
    plugins: [...apart, ...(options.plugins ?? [])],
    entryPoints: [path(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  });
  return minified(outputFiles[0].text, { module: false });
}

/**
 * A script that the bundler has made small, made smaller: 2 % as a server sends it.
 * @param {string} text
 * @param {{module: boolean}} options
 */
export async function minified(text, { module }) {
  const { code } = await minify(text, { module, ecma: 2020, compress: { passes: 2 } });
  return /** @type {string} */ (code);
}

/**
 * What all scripts are built with.
 * @param {Record<string, unknown>} define
 * @returns {esbuild.BuildOptions}
 */
export const scriptOptions = (define) => ({
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
export async function packageModules(entries, define) {
  const { outputFiles = [] } = await esbuild.build({
    ...scriptOptions(define),
    entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: path(entry), out })),
    bundle: true,
    splitting: true,
    write: false,
    outdir: path('./'),
    chunkNames: '[name]-[hash]',
    format: 'esm',
    external: ['node:*'],
  });
  return Object.fromEntries(outputFiles.map(({ path: file, text }) => [basename(file), text]));
}
