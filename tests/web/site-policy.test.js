import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbidsElsewhere } from '../../web/app/policy.js';
import { contentSecurityPolicy } from '../../web/serve.mjs';

test('The page tells a policy that keeps requests at home from one that does not', () => {
  for (const policy of [
    contentSecurityPolicy,
    "default-src 'none'",
    "default-src *; connect-src 'self'",
    "DEFAULT-SRC 'SELF'",
    "script-src 'self', default-src 'self'",
    "connect-src 'self'; connect-src *",
    'connect-src',
  ]) {
    assert.equal(forbidsElsewhere(policy), true, policy);
  }
  for (const policy of [
    '',
    "script-src 'self'",
    "default-src 'self' https:",
    "default-src 'none'; connect-src *",
    "connect-src *; connect-src 'self'",
    "connect-src 'self' https://example.org",
  ]) {
    assert.equal(forbidsElsewhere(policy), false, policy);
  }
});
