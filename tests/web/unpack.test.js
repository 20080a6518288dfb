import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { test } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { crc32 } from '../../web/engine/crc32.js';
import { isSnapshot } from '../../web/engine/importer.js';
import { readListFile } from '../../web/engine/unpack.js';
import { readProject } from './setup.js';
import { zipOf } from './zip-of.js';

const csv = readProject('tests/fixtures/consolidated-lists.csv');
const inflates = (() => {
  try {
    return Boolean(new DecompressionStream('deflate-raw'));
  } catch {
    return false;
  }
})();
const read = (bytes, options) => readListFile(new File([bytes], 'the list.csv.gz'), options);
const stored = (name, data = csv, change = {}) => ({ name, data, ...change });
const deflated = (name, data = csv) => ({ name, data, packed: deflateRawSync(data), method: 8 });

test('CRC-32 has the check value of ISO 3309, in one piece or in two', () => {
  assert.equal(crc32(Buffer.from('123456789')), 0xcbf43926);
  assert.equal(crc32(Buffer.from('6789'), crc32(Buffer.from('12345'))), 0xcbf43926);
  assert.equal(crc32(new Uint8Array()), 0);
});

test('A plain file comes as it is, a gzip file unpacked, whatever they are called', async () => {
  const plain = await read(csv);
  assert.deepEqual([Buffer.from(plain.bytes), plain.name], [csv, 'the list.csv.gz']);
  const steps = [];
  const packed = await read(gzipSync(csv), { onProgress: (progress) => steps.push(progress) });
  assert.deepEqual([Buffer.from(packed.bytes), packed.name], [csv, 'the list.csv']);
  assert.deepEqual(
    steps.map(({ step }) => step),
    ['reading', 'unpacking'],
  );
  assert.deepEqual(
    steps.map(({ share }) => share),
    [1, 1],
  );
});

test('A gzip file of several members gives what all of them hold, as RFC 1952 has it', async () => {
  const half = csv.length >> 1;
  const [first, second] = [gzipSync(csv.subarray(0, half)), gzipSync(csv.subarray(half))];
  const empty = gzipSync('');
  for (const members of [
    [first, second],
    [empty, first, empty, second, empty],
    [...csv].map((byte) => gzipSync(Uint8Array.of(byte))).slice(0, 300),
  ]) {
    const steps = [];
    const { bytes } = await read(Buffer.concat(members), { onProgress: (progress) => steps.push(progress) });
    assert.deepEqual(Buffer.from(bytes), csv.subarray(0, members.length === 300 ? 300 : csv.length));
    const shares = steps.filter(({ step }) => step === 'unpacking').map(({ share }) => share);
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => a - b),
    );
    assert.equal(shares.at(-1), 1);
  }
  // What looks like a member in the middle of one, stored as it is, is none.
  const within = Buffer.concat([csv.subarray(0, 100), Buffer.alloc(8), first, csv.subarray(100)]);
  assert.deepEqual(Buffer.from((await read(gzipSync(within, { level: 0 }))).bytes), within);
  const damaged = Buffer.from(second);
  damaged[damaged.length - 6] ^= 1;
  for (const members of [
    [first, damaged],
    [damaged, first],
    [first, second.subarray(0, -5)],
    [first, Buffer.from('more')],
  ]) {
    await assert.rejects(read(Buffer.concat(members)), { code: 'archive_damaged' });
  }
  await assert.rejects(read(Buffer.concat([first, second]), { limit: half + 10 }), { code: 'file_too_large' });
});

test('A zip archive gives its one CSV or JSON file, stored or deflated, past folders, notes and a comment', async () => {
  const entries = [
    stored('list/', ''),
    stored('list/read me.txt'),
    stored('__MACOSX/list/._a.csv'),
    stored('list/.b.csv'),
  ];
  for (const pack of inflates ? [stored, deflated] : [stored]) {
    for (const name of ['list/consolidated.csv', 'list/CONSOLIDATED.JSON']) {
      const { bytes, name: found } = await read(zipOf([...entries, pack(name)], { comment: 'PK\x05\x06 is no end' }));
      assert.deepEqual([Buffer.from(bytes), found], [csv, name]);
    }
  }
  const inFront = Buffer.concat([Buffer.from('PK\x03\x04 something in front'), zipOf([stored('a.csv')])]);
  assert.deepEqual(Buffer.from((await read(inFront)).bytes), csv);
});

const whole = zipOf([stored('a.csv')]);
const damagedGzip = Buffer.from(gzipSync(csv));
damagedGzip[300] ^= 0xff;
const flipped = Buffer.from(whole);
flipped[100] ^= 1;
const refused = [
  ['an archive of nothing', zipOf([]), 'archive_empty'],
  ['an archive without a list, such as a workbook', zipOf([stored('xl/workbook.xml')]), 'archive_empty'],
  ['an archive with two lists', zipOf([stored('a.csv'), stored('b.json')]), 'archive_several', 'a.csv, b.json'],
  ['an encrypted archive', zipOf([stored('a.csv', csv, { flags: 1 })]), 'archive_unsupported', 'encrypted: a.csv'],
  [
    'a method other than deflate',
    zipOf([stored('a.csv', csv, { method: 93 })]),
    'archive_unsupported',
    'method 93: a.csv',
  ],
  ['a long archive of zip64', zipOf([stored('a.csv')], { count: 0xffff }), 'archive_unsupported', 'zip64'],
  [
    'a long file of zip64',
    zipOf([stored('a.csv', csv, { length: 0xffffffff })]),
    'archive_unsupported',
    'zip64: a.csv',
  ],
  ['an archive that is cut off', whole.subarray(0, -30), 'archive_damaged'],
  ['an archive with a byte that fell over', flipped, 'archive_damaged', 'a.csv'],
  ['an archive whose directory lies', zipOf([stored('a.csv')], { offset: 5 }), 'archive_damaged'],
  ['an archive whose file lies outside', zipOf([stored('a.csv', csv, { begin: 100_000 })]), 'archive_damaged', 'a.csv'],
  ['a gzip file that is cut off', gzipSync(csv).subarray(0, -20), 'archive_damaged'],
  ['a gzip file with a byte that fell over', damagedGzip, 'archive_damaged'],
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'file_not_list', 'a PDF document'],
  ['a web page', Buffer.from('\ufeff\n<!doctype html><title>Not found'), 'file_not_list', 'a web page or XML'],
  ['a picture in a gzip file', gzipSync(Buffer.from('89504e470d0a1a0a', 'hex')), 'file_not_list', 'a picture'],
];
for (const [what, bytes, code, detail] of refused) {
  test(`It refuses ${what} with a code`, async () => {
    await assert.rejects(read(bytes), (error) => {
      assert.equal(error.code, code);
      if (detail !== undefined) assert.equal(error.detail, detail);
      return true;
    });
  });
}

test('A file that is too long is refused, packed or unpacked, and so is one that unpacks to more than it says', async () => {
  const limit = 2_000;
  await assert.rejects(read(csv, { limit }), { code: 'file_too_large' });
  await assert.rejects(read(gzipSync(Buffer.alloc(100_000)), { limit }), { code: 'file_too_large' });
  await assert.rejects(read(zipOf([stored('a.csv', csv)]), { limit }), { code: 'file_too_large' });
  if (!inflates) return;
  await assert.rejects(read(zipOf([deflated('a.csv', Buffer.alloc(100_000))]), { limit }), { code: 'file_too_large' });
  const lying = zipOf([{ ...deflated('a.csv', Buffer.alloc(100_000)), length: 10 }]);
  await assert.rejects(read(lying, { limit }), { code: 'archive_damaged' });
});

test('A file that cannot be read any more, and one that is given up, say so', async () => {
  const gone = {
    name: 'a.csv',
    size: 10,
    stream: () => new ReadableStream({ pull: () => Promise.reject(new Error('gone')) }),
  };
  await assert.rejects(readListFile(gone), { code: 'file_gone', detail: 'gone' });
  await assert.rejects(read(csv, { signal: AbortSignal.abort() }), { code: 'aborted' });
});

test('A snapshot is told from the official JSON by its first member', () => {
  assert.ok(isSnapshot(readProject('tests/fixtures/entity-list-small.json')));
  assert.ok(isSnapshot(Buffer.from('\ufeff { "entries" : []}')));
  assert.ok(!isSnapshot(readProject('tests/fixtures/consolidated-lists.json')));
  assert.ok(!isSnapshot(csv));
});
