// Fills the pages: the site's, the frame's and the single file.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { toBase85 } from './app/base85.js';
import { framePolicy } from './serve.mjs';

const web = new URL('./', import.meta.url);

/**
 * @param {string} language
 * @returns {Promise<Record<string, string>>}
 */
export const readMessages = async (language) =>
  JSON.parse(await readFile(new URL(`i18n/${language}.json`, web), 'utf8'));

/** @param {string} name */
const readTemplate = (name) => readFile(new URL(`app/${name}`, web), 'utf8');

/**
 * A page with its slots filled: messages by key, and what differs between site, frame and single file.
 * @param {string} name
 * @param {Record<string, string>} slots
 */
async function filled(name, slots) {
  const messages = await readMessages('en');
  const template = (await readTemplate(name)).replace('{{head}}', await readTemplate('head.html'));
  // What is a message and nothing else says so, to be shown in other languages too.
  const marked = template.replace(/>\{\{(\w+\.\w+)\}\}</g, ' data-message="$1">{{$1}}<');
  return marked.replace(/\{\{([\w.]+)\}\}/g, (_, key) => {
    const text = slots[key] ?? messages[key];
    if (text === undefined) throw new Error(`app/${name} asks for ${key}, which is neither a slot nor a message`);
    return text;
  });
}

/**
 * The page of the site.
 * @param {{build: string, icon: string, links: string, modules: string[]}} about `links`: lines of the head. `modules`: those
 *     that are asked for at once, and not only when the script that needs them has come.
 */
export function sitePage({ build, icon, links, modules }) {
  const preloads = modules.map((name) => `<link rel="modulepreload" href="${name}?build=${build}" />`);
  return filled('index.html', {
    build,
    policy: '',
    icon,
    styles: [links, `<link rel="stylesheet" href="app.css?build=${build}" />`, ...preloads].join('\n    '),
    scripts: [
      `<script src="wanted-language.js?build=${build}"></script>`,
      `<script type="module" src="app.js?build=${build}"></script>`,
    ].join('\n    '),
  });
}

/**
 * The element alone, for a frame on another page. Its own policy holds also where the server sends none.
 * @param {{build: string, icon: string}} about
 */
export function framePage({ build, icon }) {
  const ofMeta = `${framePolicy.replace(/; manifest-src [^;]+/, '')}; form-action 'none'; base-uri 'none'`;
  return filled('embed.html', {
    build,
    icon,
    policy: policyTag(ofMeta),
    styles: `<link rel="stylesheet" href="embed.css?build=${build}" />`,
    scripts: [
      `<script src="wanted-language.js?build=${build}"></script>`,
      `<script src="embed-inside.js?build=${build}"></script>`,
    ].join('\n    '),
  });
}

/** @param {string} policy */
const policyTag = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;

/** @param {string} text */
const cspHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

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
export function inlinedParts(parts) {
  const texts = Object.entries(parts).map(([id, data]) => [id, packed(data)]);
  return `globalThis.entityLookupParts=${JSON.stringify(Object.fromEntries(texts))};\n`;
}

/**
 * Everything in one page, under a policy that lets nothing out.
 * @param {{build: string, script: string, css: string, inlined: Record<string, Uint8Array>, licence: string}} parts
 */
export async function singlePage({ build, script, css, inlined, licence }) {
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
  const html = await filled('index.html', {
    build,
    // A script's hash would let the same script be fetched from anywhere: this second policy has all scripts stand in the page.
    policy: [policy, "script-src-elem 'unsafe-inline'"].map(policyTag).join('\n'),
    icon: '<link rel="icon" href="data:," />',
    styles: `<style>${css}</style>`,
    scripts: [...Object.entries(inlined).map(([id, data]) => dataBlock(id, data)), `<script>${script}</script>`].join(
      '\n',
    ),
  });
  return html.replace('<!doctype html>', () => `<!doctype html>\n<!--\n${licence}-->`);
}
