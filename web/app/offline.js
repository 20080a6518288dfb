import { button, h } from '../element/dom.js';
import { message } from '../element/messages.js';
import { OfflineCopy } from './offline-copy.js';
import css from './offline.css';
import { keepTyped } from './typed-text.js';

const lookup = document.querySelector('entity-lookup');
const copy = new OfflineCopy(() => keepTyped(lookup));
const newer = h('div', { class: 'newer-version', role: 'status' });
const line = h('p', { class: 'offline-copy' });

/** What the user can do about the copy, by its state. */
const waysOn = () => ({
  unavailable: [],
  keeping: [],
  kept: [button(message('offline.remove'), () => void copy.remove())],
  declined: [button(message('offline.keep'), () => void copy.keep())],
  not_kept: [button(message('offline.retry'), () => void copy.keep())],
});

function show() {
  line.replaceChildren(message(`offline.${copy.state}`), ' ', ...waysOn()[copy.state]);
  if (copy.hasNewer === newer.hasChildNodes()) return;
  const use = button(message('offline.use'), () => copy.useNewer());
  newer.replaceChildren(...(copy.hasNewer ? [h('p', {}, message('offline.newer')), use] : []));
}

/** Shows what the browser keeps of this page, and keeps it once the lists are loaded, so as not to be in their way. */
export function startOffline() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  document.querySelector('main')?.before(newer);
  document.querySelector('footer')?.append(line);
  copy.addEventListener('changed', show);
  show();
  const loaded = new AbortController();
  const begin = () => {
    loaded.abort();
    void copy.start();
  };
  const { signal } = loaded;
  lookup?.addEventListener('lookup-lists', begin, { signal });
  lookup?.addEventListener('lookup-error', begin, { signal });
  lookup?.addEventListener(
    'lookup-ready',
    (/** @type {any} */ event) => {
      if (event.others.state === 'none') begin();
    },
    { signal },
  );
}
