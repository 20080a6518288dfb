// The same matches and scores natively and through the WebAssembly ABI. Needs both builds (web/run --no-serve).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../web/engine/engine.js';

const project = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, project));

/** The Entity List alone, and all lists. */
const alone = ['data/entity-list.json'];
const all = [...alone, 'data/other-lists.json'];
const engines = new Map();
before(async () => {
  const wasm = read('build/wasm/lookup.wasm');
  for (const files of [alone, all]) {
    const [snapshot, others] = files.map(read);
    const engine = await openEngine({ wasm, snapshot, others });
    assert.notEqual((await engine.othersSettled).state, 'failed');
    engines.set(files, engine);
  }
});
after(() => engines.forEach((engine) => engine.close()));

/** What `screen` prints for each query. */
function natively(queries, files) {
  const lists = files.flatMap((file) => ['--list', fileURLToPath(new URL(file, project))]);
  const { stdout, stderr } = spawnSync(
    fileURLToPath(new URL('build/release/entity-lookup', project)),
    ['screen', '--min-score', '0', '--max', '20', ...lists],
    { input: queries.map((query) => `${query}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  assert.equal(stderr, '');
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** The same through the ABI, in the same shape: further listings of a party follow the best. */
async function throughTheAbi(query, files) {
  try {
    const answer = await engines.get(files).check({ name: query, min_score: 0, max_matches: 20 });
    const { foreign_words: words, unsearched_numbers: numbers, searched, total, matches, at_address: apart, at_address_total } = answer;
    return {
      query,
      ...(words && { foreign_words: words }),
      ...(numbers && { unsearched_numbers: numbers }),
      ...(searched === false && { searched }),
      total,
      matches: matches
        .flatMap((match) => [match, ...(match.also ?? [])])
        .map(({ list, id, name, matched_name, score }) => ({ list, id, name, matched_name, score })),
      ...(apart && {
        at_address: apart.map(({ list, id, name, matched_name: address, score }) => ({ list, id, name, address, score })),
        at_address_total,
      }),
    };
  } catch ({ code }) {
    return { query, code };
  }
}

async function sameEverywhere(queries, files) {
  const native = natively(queries, files);
  assert.equal(native.length, queries.length);
  for (const [index, query] of queries.entries()) {
    const { error, ...answer } = native[index];
    const expected = error ? { query, code: error.code } : answer;
    assert.deepEqual(await throughTheAbi(query, files), expected);
  }
}

/** Drops a letter, doubles another and swaps two: misspelt, but the same each time. */
function misspell(name, seed) {
  const letters = [...name];
  letters.splice(seed % letters.length, 1);
  const at = (seed * 7) % Math.max(1, letters.length - 1);
  [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
  return letters.join('');
}

/** Every so manieth of the names that a file lists, misspelt. */
function misspeltNames(file, step) {
  const { entries } = JSON.parse(read(file));
  const names = entries.flatMap(({ published_name, aliases = [] }) => [published_name, ...aliases]);
  return names.filter((_, index) => index % step === 0).map((name, index) => misspell(name, index));
}

test('Listed names, misspelt, give the same matches and scores natively and in WebAssembly', async () => {
  await sameEverywhere(misspeltNames('data/entity-list.json', 19), alone);
});

test('So do they in all lists, where a party on several is one match', async () => {
  await sameEverywhere(
    all.flatMap((file) => misspeltNames(file, 397)),
    all,
  );
});

const evaluation = ['cases', 'clean'].map((name) => new URL(`../shared/eval/${name}.tsv`, project));
test(
  'The queries of the evaluation set, where it lies beside the project, do so too',
  { skip: !evaluation.every((file) => existsSync(file)) && 'not there' },
  async () => {
    const queries = evaluation.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(1));
    await sameEverywhere(
      queries.map((line) => line.split('\t')[1]),
      alone,
    );
  },
);
