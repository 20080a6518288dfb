import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { folderListener, listen } from '../../web/serve.mjs';
import { elementModule, project, readProject, requireFromWeb, site } from './setup.js';

const path = (name) => fileURLToPath(new URL(name, project));

test('Page, element, worker and program carry one build id, and the single file the same', () => {
  const { build } = JSON.parse(String(readProject('build/site/build.json')));
  const workers = ['lookup-worker.js', 'lookup-import-worker.js', 'lookup.wasm', 'lookup-import.wasm'];
  const pages = ['index.html', 'embed.html', 'embed-inside.js', 'embed-whole.js', 'service-worker.js'];
  for (const name of [...pages, 'app.js', elementModule(), ...workers]) {
    assert.ok(readProject(`build/site/${name}`).includes(build), name);
  }
  assert.ok(readProject('build/entity-lookup.html').includes(build));
});

test('The program with its tables stays small on the way', () => {
  assert.ok(gzipSync(readProject('build/site/lookup.wasm'), { level: 9 }).length <= 400_000);
});

test('The site holds what it is said to hold, and the list as it is', () => {
  assert.deepEqual(readdirSync(site).sort(), [
    'LICENSE.txt',
    'app.css',
    'app.js',
    'build.json',
    elementModule(),
    'embed-inside.js',
    'embed-whole.js',
    'embed.css',
    'embed.html',
    'embed.js',
    'entity-list.json',
    'entity-lookup-core.js',
    'entity-lookup-update.js',
    'entity-lookup.js',
    'icon-192.png',
    'icon-512.png',
    'icon.svg',
    'index.html',
    'lookup-import-worker.js',
    'lookup-import.wasm',
    'lookup-worker.js',
    'lookup.wasm',
    'manifest.webmanifest',
    'messages-de.json',
    'messages-es.json',
    'messages-zh.json',
    'other-lists.json',
    'service-worker.js',
    'wanted-language.js',
  ]);
  for (const name of ['entity-list.json', 'other-lists.json']) {
    assert.deepEqual(readProject(`build/site/${name}`), readProject(`data/${name}`), name);
  }
});

test('The single file, with all lists in it, is no longer than 2.5 MB', () => {
  assert.ok(readProject('build/entity-lookup.html').length <= 2_500_000);
});

test('The notes of the build name the checksums of both snapshots', () => {
  const { snapshot, others } = JSON.parse(String(readProject('build/site/build.json')));
  const checksumOf = (name) => JSON.parse(String(readProject(`data/${name}`))).sha256;
  assert.deepEqual([snapshot, others], [checksumOf('entity-list.json'), checksumOf('other-lists.json')]);
});

test('The single file holds no address to load from', () => {
  const html = String(readProject('build/entity-lookup.html'));
  const page = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style>[\s\S]*?<\/style>/, '');
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  const isWithin = (address) => address.startsWith('#');
  assert.deepEqual(
    addresses.filter((address) => !isWithin(address)),
    ['data:,'],
  );
});

test('A second build without changes takes no time and changes nothing', () => {
  const before = readProject('build/entity-lookup.html');
  assert.match(String(execFileSync(process.execPath, [path('web/build.mjs')])), /is up to date/);
  assert.deepEqual(readProject('build/entity-lookup.html'), before);
});

test('An output that is missing, or a note of the last build that cannot be read, is built again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entity-lookup-'));
  try {
    const isOwn = (from) => basename(from) !== 'node_modules';
    for (const name of [
      'web',
      'data',
      'LICENSE',
      'README.md',
      'build/wasm/lookup.wasm',
      'build/wasm/lookup-import.wasm',
    ]) {
      cpSync(path(name), join(folder, name), { recursive: true, filter: isOwn });
    }
    symlinkSync(path('web/node_modules'), join(folder, 'web/node_modules'));
    const build = () => String(execFileSync(process.execPath, [join(folder, 'web/build.mjs')]));
    const stamp = join(folder, 'build/site/build.json');

    assert.match(build(), /^web: built /);
    const noted = readFileSync(stamp);
    const { files } = JSON.parse(noted);
    assert.deepEqual([...files, 'build.json'].sort(), readdirSync(join(folder, 'build/site')).sort());
    const some = ['index.html', 'lookup.wasm', 'icon-512.png', 'service-worker.js', 'build.json'];
    for (const output of [...some.map((name) => `build/site/${name}`), 'build/entity-lookup.html']) {
      rmSync(join(folder, output));
      assert.match(build(), /^web: built /, output);
      assert.ok(existsSync(join(folder, output)), output);
    }
    for (const damaged of ['', noted.subarray(0, 20), 'null', '{}', '<!doctype html>']) {
      writeFileSync(stamp, damaged);
      assert.match(build(), /^web: built /, String(damaged));
      assert.deepEqual(readFileSync(stamp), noted);
    }
    assert.match(build(), /is up to date/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('The server answers an address that is none with 400, and goes on', async () => {
  const server = createServer(folderListener(site));
  const port = await listen(server, 0);
  // As it stands: `fetch` would mend it.
  const statusOf = (address) =>
    new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path: address }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.on('error', reject);
      asking.end();
    });
  try {
    for (const address of ['//', '///', '//[', 'http://', '/%', '/%zz', '/%e0%a4%a']) {
      assert.equal(await statusOf(address), 400, address);
    }
    for (const address of ['/%00', '/none', '*', '/../../LICENSE']) assert.equal(await statusOf(address), 404, address);
    assert.equal(await statusOf('/'), 200);
  } finally {
    server.closeAllConnections();
    server.close();
  }
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

test('The bundled lists are what their schema says', () => {
  const Ajv = requireFromWeb('ajv/dist/2020').default;
  const ajv = new Ajv({ allErrors: false, strict: true });
  requireFromWeb('ajv-formats')(ajv);
  const valid = ajv.compile(JSON.parse(String(readProject('data/schema.json'))));
  for (const name of ['entity-list.json', 'other-lists.json']) {
    assert.ok(valid(JSON.parse(String(readProject(`data/${name}`)))), `${name}: ${JSON.stringify(valid.errors)}`);
  }
});
