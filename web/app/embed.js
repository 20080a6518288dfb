// Puts the look-up into a page, in a frame: `<script src="…/embed.js" data-country="CN"></script>`.
import { firstKnown } from '../element/languages.js';

/**
 * @typedef {import('../types/frame.js').FromFrame} FromFrame
 * @typedef {import('../types/frame.js').MakeFrame} MakeFrame
 * @typedef {import('../types/frame.js').ResultMessage} ResultMessage
 * @typedef {{resolve: (result: ResultMessage) => void, reject: (error: Error) => void}} Waiting
 */

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const here = script?.src ?? '';
const helloLimitMs = 30_000;
const checkLimitMs = 60_000;
const lowest = 120;

/** @type {MakeFrame} */
const makeFrame = ({ country, minScore, maxMatches, maxHeight = 1200, sandbox, lang } = {}) => {
  const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  const language = firstKnown([lang, document.documentElement.lang, ...navigator.languages]);
  const texts = LOOKUP_FRAME_TEXTS[language];
  const address = new URL(`./embed.html?lang=${language}`, here);
  const given = { origin: self.origin, nonce, country, 'min-score': minScore, 'max-matches': maxMatches };
  const said = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  address.hash = String(new URLSearchParams(said));

  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox || 'allow-scripts');
  const hasOrigin = sandbox === undefined || /\ballow-same-origin\b/.test(sandbox);
  frame.title = texts['frame.title'];
  frame.referrerPolicy = 'no-referrer';
  Object.assign(frame.style, { width: '100%', height: '480px', border: '0', display: 'block' });
  frame.src = address.href;

  /** @type {MessagePort | undefined} */
  let port;
  /** @type {Map<number, Waiting>} */
  const asked = new Map();
  /** @type {unknown[]} What waits for the port. */
  let unsent = [];
  let lastId = 0;

  /** @param {{data: FromFrame}} event */
  const hear = ({ data }) => {
    if (data.entity_lookup !== 1) return;
    if (data.kind === 'resize') {
      const height = Math.min(Math.max(Number(data.height) || 0, lowest), Number(maxHeight) || 1200);
      frame.style.height = `${height}px`;
      return;
    }
    const waiting = 'id' in data && data.id !== undefined && asked.get(data.id);
    if (waiting && data.kind === 'result') waiting.resolve(data);
    if (waiting && data.kind === 'error') waiting.reject(failure(data.code));
    frame.dispatchEvent(new CustomEvent(`lookup-${data.kind}`, { detail: data, bubbles: true }));
  };

  /** @param {MessageEvent} event */
  const greet = ({ source, origin, data, ports }) => {
    if (source !== frame.contentWindow || origin !== (hasOrigin ? address.origin : 'null')) return;
    if (data?.entity_lookup !== 1 || data.kind !== 'hello' || data.nonce !== nonce || !ports[0]) return;
    clearTimeout(timer);
    says.remove();
    port?.close(); // The frame was loaded anew.
    port = ports[0];
    port.onmessage = hear;
    for (const message of unsent) port.postMessage(message);
    unsent = [];
  };
  addEventListener('message', greet);

  // A frame that is refused, or holds another page, says nothing: then there is a way to the look-up itself.
  const says = document.createElement('p');
  const sayFailed = () => {
    if (!frame.isConnected) {
      timer = setTimeout(sayFailed, helloLimitMs); // It has not begun to load.
      return;
    }
    const link = document.createElement('a');
    link.href = new URL('./', here).href;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = texts['frame.open'];
    says.append(texts['frame.failed'], ' ', link);
    frame.after(says);
  };
  // A page opened as a file has no origin that a frame could speak to.
  let timer = self.origin === 'null' ? undefined : setTimeout(sayFailed, helloLimitMs);

  return {
    element: frame,
    check(name) {
      const id = (lastId += 1);
      const message = { entity_lookup: 1, kind: 'check', id, name };
      /** @type {ReturnType<typeof setTimeout>} */
      let limit;
      const settled = new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        limit = setTimeout(() => reject(failure('timed_out')), checkLimitMs);
      });
      if (port) port.postMessage(message);
      else unsent.push(message);
      return settled.finally(() => {
        clearTimeout(limit);
        asked.delete(id);
        unsent = unsent.filter((each) => each !== message);
      });
    },
  };
};

/** @param {string} code */
const failure = (code) => Object.assign(new Error(code), { code });

globalThis.entityLookupFrame = makeFrame;
if (script && !document.head?.contains(script)) script.after(makeFrame({ ...script.dataset }).element);
