import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { engineErrorCodes } from '../../web/engine/errors.js';
import { project } from './setup.js';

const web = new URL('web/', project);
const messages = JSON.parse(readFileSync(new URL('i18n/en.json', web), 'utf8'));
const sources = ['app', 'element', 'engine'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, web))
    .filter((name) => /\.(js|html)$/.test(name))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, web), 'utf8')),
);
const text = sources.join('\n');
const slots = ['build', 'policy', 'styles', 'scripts'];

/** A message with forms for numbers stands under its bare key for whoever asks for it. */
const bare = (key) => key.replace(/\.(zero|one|two|few|many|other)$/, '');
const known = new Set(Object.keys(messages).flatMap((key) => [key, bare(key)]));

/** Keys that are written out, and the beginnings of those that are put together from a code. */
const written = [...text.matchAll(/'([a-z]+\.[a-z_.]+)'/g), ...text.matchAll(/\{\{([\w.]+)\}\}/g)]
  .map(([, key]) => key)
  .filter((key) => !slots.includes(key));
const beginnings = [...text.matchAll(/`([a-z]+\.[a-z_]*)\$\{/g)].map(([, beginning]) => beginning);

test('Every sentence that is asked for is there', () => {
  assert.deepEqual(
    written.filter((key) => !known.has(key)),
    [],
  );
});

test('Every sentence that is there is asked for', () => {
  const used = (key) =>
    written.includes(key) || written.includes(bare(key)) || beginnings.some((start) => key.startsWith(start));
  assert.deepEqual(
    Object.keys(messages).filter((key) => !used(key)),
    [],
  );
});

test('Every error code of the engine has its sentence, and no sentence is without a code', () => {
  const described = Object.keys(messages)
    .filter((key) => key.startsWith('error.'))
    .map((key) => key.slice('error.'.length));
  assert.deepEqual(described.sort(), [...engineErrorCodes].sort());
});

test('No sentence says what no list can say', () => {
  for (const [key, sentence] of Object.entries(messages))
    assert.doesNotMatch(sentence, /\b(cleared|safe|approved)\b/i, key);
});
