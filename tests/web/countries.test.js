import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryCodes } from '../../web/element/countries.js';
import { readProject } from './setup.js';

test('The form offers the countries that the core knows, and no other', () => {
  const source = String(readProject('wasm/src/country.cpp'));
  const [, literals] = /string_view codes =\s*((?:"[A-Z]+"\s*)+);/.exec(source);
  assert.deepEqual(countryCodes, literals.replace(/[^A-Z]/g, '').match(/../g));
  assert.ok(countryCodes.length > 240);
});
