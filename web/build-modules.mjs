// The site's modules: the element, which all others share, and what is loaded beside or after it.
import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { minified } from './build-scripts.mjs';

const web = fileURLToPath(new URL('./', import.meta.url));
/** Stands for a module of the element until the name of the file that has it is known. */
const placeholder = './element-module/';

/**
 * The element in one module, named by what is in it, and other modules that take from it what they have in common with it. So
 * nothing is there twice, whatever address the element was loaded from, and no cache mixes two builds.
 * @param {object} options
 * @param {string} options.entry Of the element, below `web`; `name`.js gives what it exports.
 * @param {string} options.name
 * @param {Record<string, string>} options.others Their entries below `web` by name.
 * @param {string} options.query Of all their addresses: it names the build.
 * @param {esbuild.BuildOptions} options.build
 * @returns {Promise<{scripts: Record<string, string>, element: string}>} All scripts by name, and the name of the element's.
 */
export async function siteModules({ entry, name, others, query, build }) {
  const entries = { [name]: entry, ...others };
  const addresses = new Map(Object.entries(entries).map(([own, file]) => [resolve(web, file), `./${own}.js${query}`]));
  /** @type {esbuild.Plugin} */
  const apart = {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir, kind, importer }) => {
        const isOwn = kind === 'entry-point' || importer === '<stdin>';
        const address = isOwn ? undefined : addresses.get(resolve(resolveDir, path));
        return address ? { path: address, external: true } : undefined;
      });
    },
  };
  /**
   * @param {esbuild.BuildOptions} own
   * @param {esbuild.Plugin[]} [plugins]
   */
  const run = async (own, plugins = [apart]) => {
    const { outputFiles, metafile } = await esbuild.build({
      ...build,
      ...own,
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      absWorkingDir: web,
      plugins: [...plugins, ...(build.plugins ?? [])],
    });
    return { text: await minified(outputFiles[0].text, { module: true }), inputs: Object.keys(metafile.inputs) };
  };
  const { inputs } = await run({ entryPoints: [entry] });
  const shared = new Set(inputs.map((file) => resolve(web, file)));
  /** @type {esbuild.Plugin} */
  const fromElement = {
    name: 'from-element',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir, kind }) => {
        const file = resolve(resolveDir, path);
        if (kind === 'entry-point' || !shared.has(file)) return undefined;
        return { path: placeholder + relative(web, file), external: true };
      });
    },
  };
  const texts = await Promise.all(
    Object.entries(others).map(async ([own, file]) => {
      const made = await run({ entryPoints: [file] }, [apart, fromElement]);
      return /** @type {const} */ ([own, made.text]);
    }),
  );
  const wanted = wantedNames(texts.map(([, text]) => text));
  const { text } = await run({ stdin: { contents: exportsOf(entry, wanted), resolveDir: web } });
  const element = `element-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`;
  // One address for all who take from it, of the build as all others.
  const address = `./${element}${query}`;
  const own = await run({ stdin: { contents: `export * from '${address}';` }, external: [address] });
  const named = texts.map(([other, script]) => [
    `${other}.js`,
    script.replace(new RegExp(`(["'])${placeholder}[^"']*\\1`, 'g'), `"${address}"`),
  ]);
  return { element, scripts: { [`${name}.js`]: own.text, [element]: text, ...Object.fromEntries(named) } };
}

/**
 * What modules take from the element's.
 * @param {string[]} texts
 * @returns {Map<string, Set<string>>} Names by module.
 */
function wantedNames(texts) {
  const wanted = new Map();
  for (const text of texts) {
    const imports = text.matchAll(new RegExp(`(.{0,400}?)["']${placeholder}([^"']*)["']`, 'g'));
    for (const [, before, module] of imports) {
      const [, names] = /\{([^{}]*)\}\s*from\s*$/.exec(before) ?? [];
      if (names === undefined) throw new Error(`${module} of the element is not taken by names`);
      const known = wanted.get(module) ?? new Set();
      for (const name of names.split(',')) known.add(name.trim().split(/\s+as\s+/)[0]);
      wanted.set(module, known);
    }
  }
  return wanted;
}

/**
 * @param {string} entry
 * @param {Map<string, Set<string>>} wanted
 */
function exportsOf(entry, wanted) {
  const names = [...wanted.values()].flatMap((own) => [...own]);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two modules of the element export ${twice}`);
  return [
    `export * from './${entry}';`,
    ...[...wanted].map(([module, own]) => `export { ${[...own].join(', ')} } from './${module}';`),
  ].join('\n');
}
