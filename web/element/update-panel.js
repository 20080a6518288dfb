import { asLookupError } from '../engine/errors.js';
import { isSnapshot } from '../engine/importer.js';
import { keptParts } from '../engine/list-store.js';
import { readListFile } from '../engine/unpack.js';
import { dateView } from './date-view.js';
import { button, h } from './dom.js';
import { formerLists, keptView, withOutdated } from './kept-view.js';
import { message } from './messages.js';
import { refusalView } from './refusal-view.js';
import { reviewView } from './review-view.js';

/**
 * @typedef {import('../engine/importer.js').Importer} Importer
 * @typedef {import('../types/index.js').LookupError} LookupError
 * @typedef {import('../types/update.js').Imported} Imported
 * @typedef {import('../types/update.js').InUse} InUse
 * @typedef {import('../types/update.js').KeptLists} KeptLists
 * @typedef {import('../types/update.js').Progress} Progress
 * @typedef {import('./brought-in-lists.js').BroughtInLists} BroughtInLists
 */

/** Where the official files are. */
const officialPage = 'https://www.trade.gov/consolidated-screening-list';

/**
 * "Bring in a newer list": from the choice of a file to the lists in use, and the way back. It fills the fold that it is given,
 * and changes nothing but what `BroughtInLists` changes for it.
 */
export class UpdatePanel {
  #fold;
  #kept = h('div', { class: 'kept' });
  #stage = h('div', { class: 'stage' });
  #status = h('p', { class: 'unseen', 'aria-live': 'polite' });
  #file = h('input', { type: 'file', id: 'list-file', accept: '.csv,.json,.gz,.zip' });
  /** @type {AbortController | undefined} What is under way. */
  #working;
  /** @type {BroughtInLists | undefined} */
  #broughtIn;
  /** @type {Importer | undefined} Made for the first file. */
  #importer;
  #attached = new AbortController();
  #onError;
  /** @type {WeakSet<LookupError>} Those that have been told. */
  #told = new WeakSet();

  /**
   * @param {HTMLDetailsElement} fold
   * @param {HTMLElement} body What it folds.
   * @param {(error: LookupError) => void} onError When a file is refused, or lists that were brought in do not open or cannot be
   *     kept.
   */
  constructor(fold, body, onError) {
    this.#fold = fold;
    this.#onError = onError;
    this.#file.addEventListener('change', () => {
      const [file] = this.#file.files ?? [];
      if (file) void this.#choose(file);
    });
    body.replaceChildren(
      h('p', { class: 'hint' }, message('update.about'), ' ', officialLink()),
      this.#kept,
      h('div', { class: 'drop' }, h('label', { for: 'list-file' }, message('update.choose')), this.#file),
      this.#stage,
      this.#status,
    );
  }

  /** @param {BroughtInLists} broughtIn Of the lists that are changed from now on. */
  attach(broughtIn) {
    if (broughtIn === this.#broughtIn) return;
    this.#attached.abort();
    const { signal } = (this.#attached = new AbortController());
    this.#broughtIn = broughtIn;
    this.#importer = undefined;
    const open = () => {
      this.#fold.open = true;
    };
    broughtIn.addEventListener('changed', () => this.#refresh(), { signal });
    broughtIn.addEventListener('news', open, { signal });
    if (broughtIn.state.idle.length > 0 || broughtIn.state.elsewhere) open();
    this.#refresh();
  }

  /** @param {File[]} files That were dropped here. */
  receive(files) {
    if (this.#lists.isChanging) return;
    this.#fold.open = true;
    if (files.length === 1) void this.#choose(files[0]);
    else this.#say(h('p', { class: 'notice' }, message('update.one_file')), message('update.one_file'));
  }

  get #lists() {
    return /** @type {BroughtInLists} */ (this.#broughtIn);
  }

  /** Shows anew which lists are in use or kept. */
  #refresh() {
    const { state, isChanging } = this.#lists;
    this.#kept.replaceChildren(
      ...keptView(state, {
        goBack: () => void this.#change((signal) => this.#lists.use(formerLists(state), signal)),
        useOutdated: () => void this.#change((signal) => this.#lists.use(withOutdated(state), signal)),
        forget: () => void this.#change((signal) => this.#lists.forget(signal)),
        reload: () => location.reload(),
      }),
    );
    for (const error of [state.storageError, ...state.idle.map((part) => part.error)]) if (error) this.#tell(error);
    for (const control of [this.#file, ...this.#kept.querySelectorAll('button')]) control.disabled = isChanging;
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
      const inUse = await this.#lists.inUse(signal);
      if (signal.aborted) return;
      this.#importer ??= this.#lists.importer();
      this.#importer.prepare({ before: inUse.snapshots, signal });
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
      this.#importer ??= this.#lists.importer();
      const imported = await this.#importer.importFile(bytes, { asOf, before, signal, onProgress });
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
    const next = { ...this.#lists.state.inUse };
    for (const part of keptParts) {
      const bytes = snapshots[part];
      const [asOf] = lists
        .filter((list) => list.part === partNames[part])
        .map(({ as_of }) => as_of)
        .sort();
      if (bytes) next[part] = { bytes, asOf, takenAt, fileName };
    }
    await this.#change((signal) => this.#lists.use(next, signal));
  }

  /** @param {(signal: AbortSignal) => Promise<void>} change */
  async #change(change) {
    if (this.#lists.isChanging) return;
    const { signal } = this.#begin();
    this.#say(h('p', { class: 'working' }, message('update.taking')), message('update.taking'));
    try {
      await change(signal);
    } catch (thrown) {
      this.#failed(thrown, signal);
      return;
    }
    if (signal.aborted) return;
    this.#file.value = '';
    this.#say(null, message(this.#lists.state.storageError ? 'update.taken_not_kept' : 'update.taken'));
    this.#fold.querySelector('summary')?.focus();
  }

  /** What was under way is given up. */
  #begin() {
    this.#working?.abort();
    this.#working = new AbortController();
    return this.#working;
  }

  #discard() {
    if (this.#lists.isChanging) return;
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
    const error = asLookupError(thrown, 'import_failed');
    this.#tell(error);
    const view = refusalView(error);
    this.#say(view, message('update.failed'));
    view.querySelector('h2')?.focus();
  }

  /** @param {LookupError} error Shown for the first time. */
  #tell(error) {
    if (this.#told.has(error)) return;
    this.#told.add(error);
    this.#onError(error);
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

function officialLink() {
  return h(
    'a',
    { href: officialPage, target: '_blank', rel: 'noopener noreferrer' },
    message('update.official'),
    h('span', { class: 'unseen' }, message('text.bracketed', { text: message('update.official_opens') })),
  );
}
