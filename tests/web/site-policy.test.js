import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbidsElsewhere } from '../../web/app/policy.js';
import { contentSecurityPolicy } from '../../web/serve.mjs';
import { policiesOfFile } from './setup.js';

const ofFile = policiesOfFile().join(', ');
/** All that can be fetched, each told apart, without a rule for the rest. */
const each = ['connect', 'font', 'frame', 'img', 'manifest', 'media', 'object', 'script', 'style', 'worker']
  .map((name) => `${name}-src 'self'`)
  .join('; ');

test('The page tells a policy that keeps requests at home from one that does not', () => {
  for (const policy of [
    contentSecurityPolicy,
    ofFile,
    "default-src 'none'",
    "DEFAULT-SRC 'SELF'",
    "script-src 'self', default-src 'self'",
    "default-src *; connect-src 'self', default-src 'self'; connect-src *",
    "default-src 'none'; connect-src 'self'; connect-src *",
    "default-src 'self'; connect-src",
    "default-src 'self'; img-src data: blob:; style-src 'sha256-abc=' 'unsafe-inline'",
    each,
  ]) {
    assert.equal(forbidsElsewhere(policy), true, policy);
  }
  for (const policy of [
    '',
    "script-src 'self'",
    "connect-src 'self'",
    "default-src *; connect-src 'self'",
    "connect-src 'self'; img-src *; script-src *",
    "default-src 'self' https:",
    "default-src 'none'; connect-src *",
    "default-src 'self'; connect-src *; connect-src 'self'",
    "default-src 'self'; connect-src 'self' https://example.org",
    "default-src 'self'; img-src https:",
    "default-src 'self'; script-src-elem https://example.org",
    "default-src 'self'; script-src 'sha256-abc='",
    "default-src 'self'; child-src *",
    "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'",
    each.replace("font-src 'self'; ", ''),
  ]) {
    assert.equal(forbidsElsewhere(policy), false, policy);
  }
});
