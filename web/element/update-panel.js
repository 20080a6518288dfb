import { asLookupError } from '../engine/errors.js';
import { isSnapshot } from '../engine/importer.js';
import { areSameLists, keptParts } from '../engine/list-store.js';
import { readListFile } from '../engine/unpack.js';
import { dateView } from './date-view.js';
import { button, h } from './dom.js';
import { formerLists, keptView, withOutdated } from './kept-view.js';
import { message } from './messages.js';
import { refusalView } from './refusal-view.js';
import { reviewView } from './review-view.js';

/**
 * @typedef {import('../types/index.js').LookupError} LookupError
 * @typedef {import('../types/update.js').Imported} Imported
 * @typedef {import('../types/update.js').InUse} InUse
 * @typedef {import('../types/update.js').Kept} Kept
 * @typedef {import('../types/update.js').KeptLists} KeptLists
 * @typedef {import('../types/update.js').Progress} Progress
 * @typedef {import('../types/update.js').Snapshots} Snapshots
 * @typedef {import('../types/update.js').UpdateContext} UpdateContext
 * @typedef {import('./kept-view.js').KeptState} KeptState
 *
 * @typedef {{[part in keyof KeptLists]?: string}} PartDates
 */

/** Where the official files are. */
const officialPage = 'https://www.trade.gov/consolidated-screening-list';

/**
 * "Bring in a newer list": from the choice of a file to the lists in use, and the way back.
 *
 * The element around it asks `stored()` which lists to open instead of its own; tells `notOpened()` which of them do not
 * open, and opens its own; and gives `lists`, `inUse` and `take` (see `UpdateContext`). `take` opens snapshots in a worker of
 * their own and puts it in the place of the present one only when they are open; a part that it is not given is the one that
 * came with the page. The panel asks for nothing else, and changes nothing else.
 */
export class UpdatePanel {
  #context;
  #kept = h('div', { class: 'kept' });
  #stage = h('div', { class: 'stage' });
  #status = h('p', { class: 'unseen', 'aria-live': 'polite' });
  #file = h('input', { type: 'file', id: 'list-file', accept: '.csv,.json,.gz,.zip' });
  /** @type {AbortController | undefined} What is under way. */
  #working;
  /** Whether lists are being changed: nothing else begins until that has ended. */
  #isChanging = false;
  /** Whether another tab has changed what is kept meanwhile. */
  #hasHeard = false;
  /** @type {PartDates} Of the lists that came with the page. */
  #bundled = {};
  /** @type {KeptState} */
  #state = { kept: undefined, inUse: {}, idle: [], storageError: undefined, elsewhere: false };

  /** @param {UpdateContext} context */
  constructor(context) {
    this.#context = context;
    context.store.addEventListener('changed', () => void this.#lookElsewhere());
    this.root = this.#build();
    this.refresh();
  }

  #build() {
    this.#file.addEventListener('change', () => {
      const [file] = this.#file.files ?? [];
      if (file) void this.#choose(file);
    });
    const root = h(
      'details',
      { class: 'update', part: 'update' },
      h('summary', {}, message('update.title')),
      h(
        'div',
        { class: 'bring' },
        h('p', { class: 'hint' }, message('update.about'), ' ', officialLink()),
        this.#kept,
        h('div', { class: 'drop' }, h('label', { for: 'list-file' }, message('update.choose')), this.#file),
        this.#stage,
        this.#status,
      ),
    );
    this.#receiveDrops(root);
    return root;
  }

  /** @param {HTMLDetailsElement} root */
  #receiveDrops(root) {
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
      if (this.#isChanging) return;
      root.open = true;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 1) void this.#choose(files[0]);
      else this.#say(h('p', { class: 'notice' }, message('update.one_file')), message('update.one_file'));
    });
  }

  /**
   * The snapshots that the user brought in and that are to be opened instead of those that came with the page: none where
   * there are none or the browser does not give them, and no part of which the page came with a later one.
   * @param {PartDates} bundled
   * @returns {Promise<Snapshots>}
   */
  async stored(bundled) {
    this.#bundled = bundled;
    /** @type {KeptState} */
    const state = { kept: undefined, inUse: {}, idle: [], storageError: undefined, elsewhere: false };
    try {
      const kept = (state.kept = await this.#context.store.kept());
      for (const part of keptParts) {
        const own = kept.current[part];
        const ofPage = bundled[part];
        // Whoever took older lists than these very ones wanted it so.
        const isOutdated = own && ofPage && own.asOf < ofPage && own.bundledAsOf !== ofPage;
        if (isOutdated) state.idle.push({ part, why: 'outdated' });
        else if (own) state.inUse[part] = own;
      }
    } catch (thrown) {
      state.storageError = asLookupError(thrown, 'storage_refused');
    }
    this.#state = state;
    if (state.idle.length > 0) this.root.open = true;
    this.refresh();
    return snapshotsOf(state.inUse);
  }

  /**
   * A part of what `stored()` gave did not open. It stays where it is.
   * @param {keyof KeptLists} part
   * @param {LookupError} error
   */
  notOpened(part, error) {
    const { inUse, idle } = this.#state;
    this.#state.inUse = { ...inUse, [part]: undefined };
    this.#state.idle = [...idle, { part, why: 'refused', error }];
    this.root.open = true;
    this.refresh();
  }

  /** Another tab has changed what is kept: whether that is still what is in use here. */
  async #lookElsewhere() {
    this.#hasHeard = this.#isChanging;
    if (this.#isChanging) return;
    const { kept } = this.#state;
    /** @type {Kept | undefined} */
    let now;
    try {
      now = await this.#context.store.kept();
    } catch {
      // What cannot be read is not what was kept.
    }
    // What this tab has changed meanwhile, it knows better.
    if (this.#isChanging || kept !== this.#state.kept) return;
    this.#state.elsewhere = !now || !areSameLists(now.current, kept?.current ?? {});
    if (this.#state.elsewhere) this.root.open = true;
    else this.#state.kept = now;
    this.refresh();
  }

  /** Shows anew which lists are in use or kept. */
  refresh() {
    const { store } = this.#context;
    const use = (/** @type {KeptLists} */ lists) => this.#use(lists);
    this.#kept.replaceChildren(
      ...keptView(this.#state, {
        goBack: () => void use(formerLists(this.#state)),
        useOutdated: () => void use(withOutdated(this.#state)),
        forget: () => void this.#change({}, () => store.forget()),
        reload: () => location.reload(),
      }),
    );
    for (const control of [this.#file, ...this.#kept.querySelectorAll('button')]) control.disabled = this.#isChanging;
  }

  /** Ends what is under way, as when the element goes. */
  close() {
    this.#working?.abort();
    if (!this.#stage.querySelector('.working')) return;
    // A field that still holds the file would not tell of it when it is chosen again.
    this.#file.value = '';
    this.#say(null, '');
  }

  /**
   * Reads a file, asks for its date where it has none of its own, and checks it. A file that is being read is given up for it.
   * @param {File} file
   */
  async #choose(file) {
    const { signal } = this.#begin();
    try {
      const { bytes, name } = await readListFile(file, { signal, onProgress: this.#onProgress(signal) });
      if (signal.aborted) return;
      const inUse = await this.#context.inUse(signal);
      if (signal.aborted) return;
      this.#context.importer.prepare({ before: inUse.snapshots, signal });
      const whole = { fileName: file.name, bytes, inUse };
      if (isSnapshot(bytes)) {
        await this.#check(whole, undefined, signal);
        return;
      }
      const names = [file.name, name];
      const view = dateView(
        { names, inUse: inUse.asOf },
        { check: (date) => void this.#check(whole, date, signal), cancel: () => this.#discard() },
      );
      this.#say(view, message('update.asks_date'));
      view.querySelector('input')?.focus();
    } catch (thrown) {
      this.#failed(thrown, signal);
    }
  }

  /**
   * @param {{fileName: string, bytes: Uint8Array, inUse: InUse}} file
   * @param {string | undefined} asOf
   * @param {AbortSignal} signal
   */
  async #check({ fileName, bytes, inUse }, asOf, signal) {
    if (signal.aborted) return;
    try {
      const onProgress = this.#onProgress(signal);
      const { snapshots: before, unreadable } = inUse;
      const imported = await this.#context.importer.importFile(bytes, { asOf, before, signal, onProgress });
      if (signal.aborted) return;
      const view = reviewView(
        { imported, fileName, unreadable },
        { take: () => void this.#accept(imported, fileName), discard: () => this.#discard() },
      );
      this.#say(view, message('update.checked'));
      view.querySelector('h2')?.focus();
    } catch (thrown) {
      this.#failed(thrown, signal);
    }
  }

  /**
   * @param {Imported} imported
   * @param {string} fileName
   */
  async #accept({ snapshots, lists }, fileName) {
    const takenAt = new Date().toISOString();
    /** @type {KeptLists} A part that the file has nothing of stays as it is. */
    const next = { ...this.#state.inUse };
    for (const part of keptParts) {
      const bytes = snapshots[part];
      const [asOf] = lists
        .filter((list) => list.part === partNames[part])
        .map(({ as_of }) => as_of)
        .sort();
      if (bytes) next[part] = { bytes, asOf, takenAt, fileName };
    }
    await this.#use(next);
  }

  /** @param {KeptLists} lists */
  async #use(lists) {
    const bundled = this.#bundled;
    const chosen = Object.fromEntries(
      keptParts.flatMap((part) => (lists[part] ? [[part, { ...lists[part], bundledAsOf: bundled[part] }]] : [])),
    );
    await this.#change(chosen, () => this.#context.store.use(chosen));
  }

  /**
   * First the lists are opened, then they are kept: what does not open is never kept, and what cannot be kept is in use until
   * the page is closed.
   * @param {KeptLists} lists
   * @param {() => Promise<Kept>} keep
   */
  async #change(lists, keep) {
    if (this.#isChanging) return;
    const { signal } = this.#begin();
    this.#say(h('p', { class: 'working' }, message('update.taking')), message('update.taking'));
    this.#isChanging = true;
    this.refresh();
    try {
      await this.#context.take(snapshotsOf(lists), signal);
      // From here on they are in use, whatever else happens.
      this.#state = { ...this.#state, inUse: lists, idle: [], storageError: undefined };
      this.#state = { ...this.#state, ...(await kept(keep)) };
    } catch (thrown) {
      this.#failed(thrown, signal);
      return;
    } finally {
      this.#isChanging = false;
      this.refresh();
      if (this.#hasHeard) void this.#lookElsewhere();
    }
    if (signal.aborted) return;
    this.#file.value = '';
    this.#say(null, message(this.#state.storageError ? 'update.taken_not_kept' : 'update.taken'));
    this.root.querySelector('summary')?.focus();
  }

  /** What was under way is given up. */
  #begin() {
    this.#working?.abort();
    this.#working = new AbortController();
    return this.#working;
  }

  #discard() {
    if (this.#isChanging) return;
    this.#working?.abort();
    this.#file.value = '';
    this.#say(null, message('update.discarded'));
    this.#file.focus();
  }

  /**
   * Shows how far the work is. The bar is made once, so that a screen reader does not meet a new one with every step.
   * @param {AbortSignal} signal
   * @returns {(progress: Progress) => void}
   */
  #onProgress(signal) {
    const step = h('p', { id: 'update-step' });
    const bar = h('progress', { 'aria-labelledby': 'update-step' });
    const view = h(
      'div',
      { class: 'working' },
      step,
      bar,
      button(message('update.cancel'), () => this.#discard()),
    );
    this.#say(view, '');
    /** @type {string | undefined} */
    let last;
    return ({ step: name, share }) => {
      if (signal.aborted) return;
      if (name !== last) step.textContent = this.#status.textContent = message(`update.step_${name}`);
      last = name;
      if (share === undefined) bar.removeAttribute('value');
      else bar.value = share;
    };
  }

  /**
   * @param {unknown} thrown
   * @param {AbortSignal} signal
   */
  #failed(thrown, signal) {
    if (signal.aborted) return;
    this.#file.value = '';
    const view = refusalView(asLookupError(thrown, 'import_failed'));
    this.#say(view, message('update.failed'));
    view.querySelector('h2')?.focus();
  }

  /**
   * @param {HTMLElement | null} view
   * @param {string} announcement
   */
  #say(view, announcement) {
    this.#stage.replaceChildren(...(view ? [view] : []));
    this.#status.textContent = announcement;
  }
}

/** What an import calls the snapshots. */
const partNames = /** @type {const} */ ({ entityList: 'entity-list', others: 'other-lists' });

/**
 * @param {KeptLists} lists
 * @returns {Snapshots}
 */
function snapshotsOf({ entityList, others }) {
  return { entityList: entityList?.bytes, others: others?.bytes };
}

/**
 * What is kept after a change of it, or why it did not change.
 * @param {() => Promise<Kept>} keep
 * @returns {Promise<Partial<KeptState>>}
 */
async function kept(keep) {
  try {
    return { kept: await keep(), elsewhere: false };
  } catch (thrown) {
    return { storageError: asLookupError(thrown, 'storage_refused') };
  }
}

function officialLink() {
  return h(
    'a',
    { href: officialPage, target: '_blank', rel: 'noopener noreferrer' },
    message('update.official'),
    h('span', { class: 'unseen' }, ` (${message('update.official_opens')})`),
  );
}
