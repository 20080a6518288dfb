/**
 * @typedef {import('../types/index.js').Source} Source
 * @typedef {Exclude<Source, URL>} PlacedSource An absolute address or bytes: what means the same on every thread.
 */

/**
 * A source as it can be sent to a worker, which knows no `URL` objects and has an address of its own. What is no address
 * stays as it is, and fetching it says so.
 * @param {Source} source
 * @returns {PlacedSource}
 */
export function placed(source) {
  if (source instanceof URL) return source.href;
  if (typeof source !== 'string') return source;
  const page = globalThis.document?.baseURI ?? globalThis.location?.href;
  try {
    return new URL(source, page).href;
  } catch {
    return source;
  }
}
