import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listen } from '../../web/serve.mjs';
import { project, readProject, requireFromWeb, site } from './setup.js';

const path = (name) => fileURLToPath(new URL(name, project));

test('Page, element, worker and program carry one build id, and the single file the same', () => {
  const { build } = JSON.parse(String(readProject('build/site/build.json')));
  for (const name of ['index.html', 'app.js', 'entity-lookup.js', 'lookup-worker.js', 'lookup.wasm']) {
    assert.ok(readProject(`build/site/${name}`).includes(build), name);
  }
  assert.ok(readProject('build/entity-lookup.html').includes(build));
});

test('The site holds what it is said to hold, and the list as it is', () => {
  assert.deepEqual(readdirSync(site).sort(), [
    'LICENSE.txt',
    'app.css',
    'app.js',
    'build.json',
    'entity-list.json',
    'entity-lookup.js',
    'index.html',
    'lookup-worker.js',
    'lookup.wasm',
  ]);
  assert.deepEqual(readProject('build/site/entity-list.json'), readProject('data/entity-list.json'));
});

test('The single file holds no address to load from', () => {
  const html = String(readProject('build/entity-lookup.html'));
  const page = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style>[\s\S]*?<\/style>/, '');
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  assert.deepEqual(addresses, ['data:,']);
});

test('A second build without changes takes no time and changes nothing', () => {
  const before = readProject('build/entity-lookup.html');
  assert.match(String(execFileSync(process.execPath, [path('web/build.mjs')])), /is up to date/);
  assert.deepEqual(readProject('build/entity-lookup.html'), before);
});

test('The server takes the next port when one is taken, and prints where everything is', async () => {
  const taken = createServer();
  const port = await listen(taken, 0);
  const child = spawn(process.execPath, [path('web/serve.mjs'), String(port)]);
  try {
    let said = '';
    child.stdout.setEncoding('utf8');
    for await (const part of child.stdout) {
      said += part;
      if (said.includes('entity-lookup.html')) break;
    }
    const [, address, own] = /(http:\/\/127\.0\.0\.1:(\d+)\/)/.exec(said);
    assert.ok(Number(own) > port);
    const response = await fetch(address);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-security-policy'), /^default-src 'none'/);
    assert.equal((await fetch(`${address}lookup.wasm`)).headers.get('content-type'), 'application/wasm');
    for (const outside of ['%2e%2e/entity-lookup.html', '..%2fentity-lookup.html', '..%5centity-lookup.html']) {
      assert.equal((await fetch(address + outside)).status, 404, outside);
    }
  } finally {
    child.kill();
    taken.close();
  }
});

test('The bundled list is what its schema says', () => {
  const Ajv = requireFromWeb('ajv/dist/2020').default;
  const ajv = new Ajv({ allErrors: false, strict: true });
  requireFromWeb('ajv-formats')(ajv);
  const valid = ajv.compile(JSON.parse(String(readProject('data/schema.json'))));
  assert.ok(valid(JSON.parse(String(readProject('data/entity-list.json')))), JSON.stringify(valid.errors));
});
