import { defineInlined } from './define-inlined.js';

/** Everything that a frame without an origin cannot load, put before this script by the build. */
const parts = /** @type {Record<string, string>} */ (/** @type {any} */ (globalThis).entityLookupParts);

void defineInlined((id) => parts[id]);
