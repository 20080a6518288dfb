// Browsing the lists natively and through the WebAssembly ABI. Needs both builds (web/run --no-serve).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../web/engine/engine.js';

const project = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, project));
const files = ['data/entity-list.json', 'data/other-lists.json'];

let engine;
before(async () => {
  const [snapshot, others] = files.map(read);
  engine = await openEngine({ wasm: read('build/wasm/lookup.wasm'), snapshot, others });
  assert.equal((await engine.othersSettled).state, 'ready');
});
after(() => engine.close());

function natively(...args) {
  const { stdout, stderr } = spawnSync(
    fileURLToPath(new URL('build/release/entity-lookup', project)),
    [...args, '--json', ...files.flatMap((file) => ['--list', fileURLToPath(new URL(file, project))])],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

test('a page is the same natively and through the ABI', async () => {
  const rows = [
    [{}, []],
    [{ order: 'newest', count: 500 }, ['--order', 'newest', '--max', '500']],
    [{ from: '2021-07-12', to: '2021-07-12' }, ['--from', '2021-07-12', '--to', '2021-07-12']],
    [
      { countries: ['IR', 'SY'], policy: 'none_published' },
      ['--country', 'IR', '--country', 'SY', '--policy', 'none_published'],
    ],
    [{ notice: '86 FR 36496', offset: 30 }, ['--notice', '86 FR 36496', '--skip', '30']],
    [{ lists: ['SDN'], text: 'العربية' }, ['--only', 'SDN', 'العربية']],
    [{ text: 'institute 13' }, ['institute 13']],
  ];
  for (const [filter, args] of rows) assert.deepEqual(await engine.browse(filter), natively('browse', ...args));
});

test('an entry is the same natively and through the ABI', async () => {
  const { entries } = await engine.browse({ text: 'hikvision' });
  assert.deepEqual(
    entries.map(({ list }) => list),
    ['EL', 'CMIC'],
  );
  for (const { list, id } of entries) assert.deepEqual(await engine.entry({ list, id }), natively('entry', list, id));
});
