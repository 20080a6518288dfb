import { build } from '../engine/build.js';
import { keptBuildName } from './kept-build.js';

/** All that a page can have fetched, each with the directives that speak for it where its own is not there. */
const fetched = {
  'connect-src': [],
  'font-src': [],
  'frame-src': ['child-src'],
  'img-src': [],
  'manifest-src': [],
  'media-src': [],
  'object-src': [],
  'script-src-elem': ['script-src'],
  'style-src-elem': ['style-src'],
  'worker-src': ['child-src', 'script-src'],
};

/**
 * A source that leads nowhere else: the page's own origin, what stands in the page itself, and words that let nothing more be
 * fetched. `'strict-dynamic'`, nonces and, of scripts, hashes are not among them, since a script that bears one may come from
 * anywhere.
 */
const staysHere =
  /^(data:|blob:|'(self|none|report-sample|unsafe-inline|unsafe-eval|wasm-unsafe-eval|unsafe-hashes)')$/;
const isHash = /^'sha\d+-.+'$/;

/**
 * Whether a content security policy lets nothing on a page be fetched from, or sent to, anywhere but the page's own origin.
 * Forms and links are not its matter: they leave the page.
 * @param {string} policy One policy or, as headers join them, several with commas between; each holds.
 */
export function forbidsElsewhere(policy) {
  const each = policy.split(',').map(directivesOf);
  return Object.entries(fetched).every(([name, others]) => {
    const isStyle = name === 'style-src-elem';
    return each.some((directives) => {
      const speaking = [name, ...others, 'default-src'].find((own) => directives.has(own));
      return (
        speaking &&
        directives.get(speaking)?.every((source) => staysHere.test(source) || (isStyle && isHash.test(source)))
      );
    });
  });
}

/**
 * @param {string} policy
 * @returns {Map<string, string[]>} Sources by directive.
 */
function directivesOf(policy) {
  const directives = policy.split(';').map((text) => text.trim().toLowerCase().split(/\s+/));
  // Of a directive that is there twice the first counts.
  return new Map(directives.reverse().map(([name, ...sources]) => [name, sources]));
}

/** The policies that the page carries in itself, as the single file does, with commas between; empty for none. */
export function ownPolicy() {
  const tags = /** @type {NodeListOf<HTMLMetaElement>} */ (
    document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]')
  );
  return [...tags].map(({ content }) => content).join(', ');
}

/**
 * The policy that came with the page, as the copy has it under which the page runs, or as its server sends it now; empty for
 * none.
 * @param {AbortSignal} signal
 * @returns {Promise<{policy: string, isKept: boolean}>}
 */
export async function servedPolicy(signal) {
  const kept = await keptPage();
  const { headers } = kept ?? (await askServer(signal));
  return { policy: headers.get('content-security-policy') ?? '', isKept: kept !== undefined };
}

/** The page with its headers as the service worker answers for it; undefined where the browser keeps no copy. */
async function keptPage() {
  if (!navigator.serviceWorker?.controller || !build) return undefined;
  const folder = new URL('./', document.baseURI);
  const cacheName = keptBuildName(folder.pathname, build);
  return caches.match(new URL(`index.html?build=${build}`, folder), { cacheName });
}

/** @param {AbortSignal} signal */
function askServer(signal) {
  const [address] = location.href.split('#');
  return fetch(address, { method: 'HEAD', cache: 'no-store', signal });
}

/** Where nobody is: no name may ever end so (RFC 2606). Only a policy in force is tried, and it is not even looked up then. */
const nowhere = 'https://entity-lookup.invalid/';
/** So long a browser may take to say that its policy was broken. */
const patienceMs = 2_000;

/**
 * Tries to send a request elsewhere.
 * @returns {Promise<string | undefined>} The directive by which the browser refused it; undefined where it says none.
 */
export async function tryElsewhere() {
  const until = new AbortController();
  const refused = new Promise((resolve) => {
    const heard = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI, effectiveDirective }) => {
      if (blockedURI.startsWith(nowhere.slice(0, -1))) resolve(effectiveDirective);
    };
    document.addEventListener('securitypolicyviolation', heard, { signal: until.signal });
    setTimeout(resolve, patienceMs);
  });
  await fetch(nowhere, { mode: 'no-cors', credentials: 'omit' }).catch(() => {});
  const directive = await refused;
  until.abort();
  return directive;
}
