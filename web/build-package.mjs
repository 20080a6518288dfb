// What goes into the npm package besides the built files: its description, its types, and what tools read of the element.
import { readFile } from 'node:fs/promises';
import { coreErrorCodes, engineErrorCodes } from './engine/errors.js';

const web = new URL('./', import.meta.url);

/** What only those who work on the project need. */
const ofDevelopment = ['private', 'scripts', 'devDependencies', 'overrides'];

/**
 * @param {object} built
 * @param {Record<string, string>} built.modules
 * @param {Record<string, string | Uint8Array>} built.files Core, lists and workers.
 * @param {string} built.tokens The style sheet.
 * @param {Uint8Array} built.licence
 * @returns {Promise<Record<string, string | Uint8Array>>} The package's files by name.
 */
export async function packageFiles({ modules, files, tokens, licence }) {
  const described = JSON.parse(await readFile(new URL('package.json', web), 'utf8'));
  for (const name of ofDevelopment) delete described[name];
  /** @param {string} name */
  const types = async (name) => (await readFile(new URL(`types/${name}`, web), 'utf8')).replaceAll('../engine/', './');
  return {
    ...modules,
    ...files,
    'package.json': `${JSON.stringify(described, null, 2)}\n`,
    'custom-elements.json': await elementManifest(tokens),
    'index.d.ts': await types('index.d.ts'),
    'element.d.ts': await types('element.d.ts'),
    'update.d.ts': await types('update.d.ts'),
    'errors.d.ts': [codes('coreErrorCodes', coreErrorCodes), codes('engineErrorCodes', engineErrorCodes)].join(''),
    'README.md': await readFile(new URL('../README.md', web)),
    LICENSE: licence,
  };
}

/**
 * What tools read of the element, with the custom properties as the tokens have them.
 * @param {string} tokens
 */
async function elementManifest(tokens) {
  const manifest = JSON.parse(await readFile(new URL('custom-elements.json', web), 'utf8'));
  // Of the first block: those after it are for more contrast.
  const [block] = /\{[^}]*\}/.exec(tokens) ?? [''];
  const properties = block.matchAll(/(--[\w-]+):\s*([^;]+);/g);
  const [element] = manifest.modules[0].declarations;
  element.cssProperties = Array.from(properties, ([, name, value]) => ({ name, default: value }));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * @param {string} name
 * @param {readonly string[]} values
 */
function codes(name, values) {
  return `export declare const ${name}: readonly ${JSON.stringify(values)};\n`;
}
