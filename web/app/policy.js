/**
 * Whether a content security policy lets no script send anything but to the page's own origin.
 * @param {string} policy One policy or, as headers join them, several with commas between; each holds.
 */
export function forbidsElsewhere(policy) {
  return policy.split(',').some((one) => {
    const directives = new Map(
      one
        .split(';')
        .map((text) => text.trim().toLowerCase().split(/\s+/))
        .reverse() // Of a directive that is there twice the first counts.
        .map(([name, ...sources]) => [name, sources]),
    );
    const sources = directives.get('connect-src') ?? directives.get('default-src');
    return sources !== undefined && sources.every((source) => source === "'self'" || source === "'none'");
  });
}

/** The policy that the page carries in itself, as the single file does; empty for none. */
export function ownPolicy() {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return meta?.getAttribute('content') ?? '';
}

/**
 * The policy that the server sends with the page; empty for none.
 * @param {AbortSignal} signal
 */
export async function serverPolicy(signal) {
  const [address] = location.href.split('#');
  const { headers } = await fetch(address, { method: 'HEAD', cache: 'no-store', signal });
  return headers.get('content-security-policy') ?? '';
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
