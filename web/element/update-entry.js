import { button, h } from './dom.js';
import { detailOf } from './error-view.js';
import { message } from './messages.js';

/**
 * @typedef {import('./shared-lists.js').SharedLists} SharedLists
 * @typedef {import('./update-panel.js').UpdatePanel} UpdatePanel
 * @typedef {import('../types/index.js').LookupError} LookupError
 */

/**
 * "Bring in a newer list", folded: what is in it is loaded when it is opened, when a file is dropped on it, or when the
 * browser keeps lists that were brought in. Hidden where the page has no importer.
 */
export class UpdateEntry {
  #body = h('div', { class: 'bring' });
  root = h(
    'details',
    { class: 'update', part: 'update', hidden: true },
    h('summary', {}, message('bring.title')),
    this.#body,
  );
  #onError;
  /** @type {SharedLists | undefined} */
  #lists;
  #attached = new AbortController();
  /** @type {UpdatePanel | undefined} */
  #panel;

  /** @param {(error: LookupError) => void} onError When lists, or the part that brings them in, could not be had. */
  constructor(onError) {
    this.#onError = onError;
    this.root.addEventListener('toggle', () => {
      if (this.root.open && !this.#body.querySelector('.failure')) void this.#mount();
    });
    this.#receiveDrops();
  }

  /** @param {SharedLists} lists Those that are brought in from now on. */
  attach(lists) {
    if (lists === this.#lists) return;
    this.#attached.abort();
    const { signal } = (this.#attached = new AbortController());
    this.#lists = lists;
    const show = () => {
      this.root.hidden = !lists.options?.importer;
    };
    show();
    lists.addEventListener('supplied', show, { signal });
    lists.addEventListener('brought-in', () => void this.#mount(), { signal });
    lists.addEventListener('part-failed', () => this.#fail(), { signal });
    if (this.root.open || lists.isPartWanted) void this.#mount();
  }

  /** Ends what is under way, as when the element goes. */
  close() {
    this.#panel?.close();
  }

  async #mount() {
    const lists = this.#lists;
    if (!lists) return undefined;
    if (!this.#panel) this.#body.replaceChildren(h('p', { class: 'hint', role: 'status' }, message('bring.loading')));
    try {
      const { UpdatePanel, broughtIn, sheet } = await lists.part();
      if (lists !== this.#lists) return undefined;
      const shadow = /** @type {ShadowRoot} */ (this.root.getRootNode());
      if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets.push(sheet);
      this.#panel ??= new UpdatePanel(this.root, this.#body, this.#onError);
      this.#panel.attach(broughtIn);
      return this.#panel;
    } catch {
      return undefined; // `part-failed` has told it.
    }
  }

  /** The part that brings in lists could not be loaded. Where it is needed, it is said whether or not someone has asked. */
  #fail() {
    const lists = this.#lists;
    const error = lists?.partError;
    if (!lists || !error || !(this.root.open || lists.isPartNeeded)) return;
    this.#body.replaceChildren(
      h(
        'div',
        { class: 'failure', part: 'error', 'data-code': error.code, role: 'alert' },
        h('p', { class: 'sentence' }, message('bring.unavailable')),
        lists.hasKept ? h('p', {}, message('bring.kept_unused')) : null,
        // A browser remembers for as long as the page is open that a module could not be loaded.
        button(message('failure.reload'), () => location.reload()),
        h('p', { class: 'detail' }, detailOf(error)),
      ),
    );
    this.root.open = true;
    this.#onError(error);
  }

  #receiveDrops() {
    const { root } = this;
    const holdsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files');
    root.addEventListener('dragover', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      root.classList.add('over');
    });
    root.addEventListener('dragleave', () => root.classList.remove('over'));
    root.addEventListener('drop', (event) => {
      root.classList.remove('over');
      if (!holdsFiles(event)) return;
      event.preventDefault();
      // Once the event is over it holds no files any more.
      const files = [...(event.dataTransfer?.files ?? [])];
      void this.#mount().then((panel) => panel?.receive(files));
    });
  }
}
