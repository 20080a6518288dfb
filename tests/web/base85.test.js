import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase85, toBase85 } from '../../web/app/base85.js';

test('Bytes come back from base 85 as they went, of every length and value', () => {
  for (let length = 0; length < 40; length += 1) {
    for (const fill of [0, 1, 127, 128, 254, 255]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (fill + i * i * 31) % 256);
      for (const own of [bytes, new Uint8Array(length).fill(fill)]) assert.deepEqual(fromBase85(toBase85(own)), own);
    }
  }
  const all = Uint8Array.from({ length: 65536 * 2 }, (_, i) => (i >> (i % 2 ? 8 : 0)) & 255);
  assert.deepEqual(fromBase85(toBase85(all)), all);
});

test('Four bytes are five digits, and none of them ends a script element or a text between quotes', () => {
  assert.equal(toBase85(Uint8Array.of(0, 0, 0, 84)), '0000{');
  assert.equal(toBase85(Uint8Array.of(0xff)).length, 2);
  const text = toBase85(Uint8Array.from({ length: 100_000 }, (_, i) => (i * 2654435761) >>> 24));
  assert.doesNotMatch(text, /[<>&"'\\\s]/);
});
