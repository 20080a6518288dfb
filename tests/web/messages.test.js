import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { changeKinds } from '../../web/element/changes.js';
import { coreErrorCodes, engineErrorCodes } from '../../web/engine/errors.js';
import { project, readProject } from './setup.js';

const web = new URL('web/', project);
const messages = JSON.parse(readFileSync(new URL('i18n/en.json', web), 'utf8'));
const sources = ['app', 'element', 'engine'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, web))
    .filter((name) => /\.(js|html)$/.test(name))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, web), 'utf8')),
);
const text = sources.join('\n');
const slots = ['build', 'head', 'policy', 'icon', 'styles', 'scripts'];

/** A message with forms for numbers stands under its bare key for whoever asks for it. */
const bare = (key) => key.replace(/\.(zero|one|two|few|many|other)$/, '');
const known = new Set(Object.keys(messages).flatMap((key) => [key, bare(key)]));

const agreements = ['agrees', 'differs', 'unknown'];
const findings = ['future', 'predates', 'older', 'vanished', 'shrank', 'uncompared'];
const fields = ['address', 'born', 'item'];
/** The codes that a key is put together from, in the order in which they stand in it. */
const families = {
  'age.*_*': [
    ['one', 'many', 'some'],
    ['old', 'stale', 'future'],
  ],
  'band.*': [['exact', 'strong', 'possible', 'weak', 'same_address', 'same_building']],
  'browse.order_*': [['name', 'newest', 'oldest']],
  'change.*': [['requirement', 'policy']],
  'change.kind_*': [changeKinds],
  'change.one_*': [changeKinds],
  'decision.*': [['undecided', 'not_same_party', 'same_party']],
  'kept.*': [['refused', 'outdated']],
  'kept.which_*': [['all', 'entityList', 'others']],
  'kind.*': [['individual', 'entity', 'vessel', 'aircraft']],
  'match.address_*': [agreements],
  'match.born_*': [agreements],
  'match.by_*': [['name', 'published_name', 'alias', 'acronym', 'address', 'identifier']],
  'match.country_*': [agreements],
  'match.standard_order_*': [['Y', 'N']],
  'more.*': [fields],
  'more.*_hint': [fields],
  'offline.*': [['unavailable', 'declined', 'keeping', 'kept', 'not_kept']],
  'nav.*': [['check', 'list', 'lists', 'score', 'privacy', 'keys']],
  'record.missing_*': [['loading', 'failed', 'absent']],
  'score.band_*': [['exact', 'strong', 'possible', 'weak']],
  'state.*': [['loading', 'chosen']],
  'threshold.*': [['exact', 'strong', 'possible', 'weak']],
  'update.*': [[...findings, 'same_date']],
  'update.*_list': [['future', 'predates', 'older', 'vanished', 'shrank', 'same_date']],
  'update.accept_*': [['older', 'vanished', 'shrank', 'uncompared']],
  'update.step_*': [['reading', 'unpacking', 'starting', 'comparing', 'checking']],
};
/** Families that other languages have and English leaves to the core: see languages.test.js. */
const ofCore = ['phrase.*', 'list_title.*', 'list_means.*'];
/** Families of which a member may be missing: what is asked for then is asked in another way. */
const loose = {
  'browse.policy_*': [
    'denial',
    'presumption_of_denial',
    'case_by_case',
    'presumption_of_approval',
    'per_section',
    'unknown',
    'none_published',
  ],
  'entry.*': [...String(readProject('wasm/src/difference.cpp')).matchAll(/"([a-z_]+)"/g)].map(([, field]) => field),
  'error.*': engineErrorCodes,
  'failure.address_*': [...coreErrorCodes, ...engineErrorCodes],
};

/**
 * Each key of a family: every code in the place of the first star, and so on.
 * @param {string} family
 * @param {readonly (readonly string[])[]} codes
 * @returns {string[]}
 */
function membersOf(family, [first, ...rest]) {
  if (!first) return [family];
  return first.flatMap((code) => membersOf(family.replace('*', code), rest));
}
const expected = Object.entries(families).flatMap(([family, codes]) => membersOf(family, codes));
const possible = Object.entries(loose).flatMap(([family, codes]) => membersOf(family, [codes]));

/** Keys that are written out, and the families of those that are put together from codes. */
const written = [...text.matchAll(/'([a-z_]+\.[a-z_.]+)'/g), ...text.matchAll(/\{\{([\w.]+)\}\}/g)]
  .map(([, key]) => key)
  .filter((key) => !slots.includes(key) && !ofCore.includes(key.replace(/\.\w+$/, '.*')));
const built = [...text.matchAll(/`([a-z_]+\.[a-z_]*\$\{[^`]*)`/g)].map(([, key]) => key.replace(/\$\{[^}]*\}/g, '*'));

test('Every key that is put together is of a family whose codes are known, and every family is used', () => {
  assert.deepEqual([...new Set(built)].sort(), [...Object.keys(families), ...Object.keys(loose), ...ofCore].sort());
});

test('Every sentence that is asked for is there', () => {
  assert.deepEqual(
    [...written, ...expected].filter((key) => !known.has(key)),
    [],
  );
});

test('Every sentence that is there is asked for', () => {
  const used = new Set([...written, ...expected, ...possible]);
  assert.deepEqual(
    Object.keys(messages).filter((key) => !used.has(key) && !used.has(bare(key))),
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
