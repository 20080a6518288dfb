// Runs in `embed.html`: starts the look-up, and talks to the page around the frame.
import { build } from '../engine/build.js';
import { FrameTalk } from './frame-talk.js';
import { holdBuild } from './kept-build.js';

/** Said in the part of the address after `#`, which is sent nowhere. */
const said = new URLSearchParams(location.hash.slice(1));
const lookup = /** @type {import('../element/entity-lookup-element.js').EntityLookupElement} */ (
  document.querySelector('entity-lookup')
);
for (const name of ['country', 'min-score', 'max-matches']) {
  const value = said.get(name);
  if (value !== null) lookup.setAttribute(name, value);
}

const origin = said.get('origin');
if (parent !== self && origin) new FrameTalk(lookup).begin(origin, said.get('nonce') ?? '');

const query = build ? `?build=${build}` : '';
if (self.origin === 'null') {
  // A frame without an origin may load scripts of the old kind and nothing else, so that one holds everything.
  const types = /** @type {any} */ (globalThis).trustedTypes;
  const script = document.createElement('script');
  const address = `embed-whole.js${query}`;
  const asItIs = { createScriptURL: (/** @type {string} */ given) => given };
  script.src = types ? types.createPolicy('entity-lookup-frame', asItIs).createScriptURL(address) : address;
  document.head.append(script);
} else {
  holdBuild(new URL('./', location.href).pathname, build ?? '');
  import('../element/define.js').catch(() => {}); // The sentence in the element's place says what to do.
}
