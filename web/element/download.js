import { h } from './dom.js';

/** So long a browser may take to begin reading what it saves. */
const kept = 60_000;

/**
 * Lets the user save a text as a file.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), kept);
}
