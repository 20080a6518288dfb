import { asLookupError } from '../engine/errors.js';
import { isSnapshot } from '../engine/importer.js';
import { isSame } from '../engine/list-store.js';
import { readListFile } from '../engine/unpack.js';
import { dateView } from './date-view.js';
import { button, h } from './dom.js';
import { sentenceOf } from './error-view.js';
import { keptView } from './kept-view.js';
import { message } from './messages.js';
import { reviewView } from './review-view.js';

/**
 * @typedef {import('../engine/errors.js').LookupError} LookupError
 * @typedef {import('../types/update.js').Imported} Imported
 * @typedef {import('../types/update.js').ListsToKeep} ListsToKeep
 * @typedef {import('../types/update.js').Progress} Progress
 * @typedef {import('../types/update.js').Snapshots} Snapshots
 * @typedef {import('../types/update.js').UpdateContext} UpdateContext
 * @typedef {import('./kept-view.js').KeptState} KeptState
 */

/** Where the official files are. */
const officialPage = 'https://www.trade.gov/consolidated-screening-list';

/**
 * "Bring in a newer list": from the choice of a file to the lists in use, and the way back.
 *
 * The element around it asks `stored()` before it opens its lists and opens those instead of its own where there are some;
 * tells `notOpened()` if they do not open, and opens its own; and gives `inUse` and `take` (see `UpdateContext`). `take` opens
 * snapshots in a worker of their own and puts it in the place of the present one only when they are open; a part that it is
 * not given is the one that came with the page. The panel asks for nothing else, and changes nothing else.
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
  /** @type {string | undefined} Date of the lists that came with the page. */
  #bundledAsOf;
  /** @type {KeptState} */
  #state = { inUse: undefined, former: undefined, idle: undefined, storageError: undefined, elsewhere: false };

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
   * The lists that the user brought in and that are to be opened instead of those that came with the page; undefined where
   * there are none, where the browser does not give them, and where the page came with later ones.
   * @param {string | undefined} bundledAsOf Date of the Entity List that came with the page.
   * @returns {Promise<Snapshots | undefined>}
   */
  async stored(bundledAsOf) {
    this.#bundledAsOf = bundledAsOf;
    const { store } = this.#context;
    try {
      const [inUse, former] = await Promise.all([store.current(), store.previous()]);
      Object.assign(this.#state, { inUse, former, idle: undefined, storageError: undefined });
      // Whoever took older lists than these very ones wanted it so.
      if (inUse && bundledAsOf && inUse.asOf < bundledAsOf && inUse.bundledAsOf !== bundledAsOf) {
        Object.assign(this.#state, { inUse: undefined, idle: { lists: inUse, why: 'outdated' } });
        this.root.open = true;
      }
    } catch (thrown) {
      this.#state.storageError = asLookupError(thrown, 'storage_refused');
    }
    this.refresh();
    return this.#state.inUse;
  }

  /**
   * The lists of `stored()` did not open. They stay where they are.
   * @param {LookupError} error
   */
  notOpened(error) {
    const { inUse } = this.#state;
    if (!inUse) return;
    Object.assign(this.#state, { inUse: undefined, idle: { lists: inUse, why: 'refused', error } });
    this.root.open = true;
    this.refresh();
  }

  /** Another tab has changed what is kept: whether that is still what is in use here. */
  async #lookElsewhere() {
    this.#hasHeard = this.#isChanging;
    if (this.#isChanging) return;
    const { inUse, idle } = this.#state;
    try {
      this.#state.elsewhere = !isSame(await this.#context.store.current(), idle?.lists ?? inUse);
    } catch {
      this.#state.elsewhere = true;
    }
    if (this.#state.elsewhere) this.root.open = true;
    this.refresh();
  }

  /** Shows anew which lists are in use or kept. */
  refresh() {
    this.#kept.replaceChildren(
      ...keptView(this.#state, {
        rollBack: () => void this.#rollBack(),
        forget: () => void this.#forget(),
        use: (lists) => void this.#take(lists),
        reload: () => location.reload(),
      }),
    );
    for (const control of [this.#file, ...this.#kept.querySelectorAll('button')]) control.disabled = this.#isChanging;
  }

  /** Ends what is under way, as when the element goes. */
  close() {
    this.#working?.abort();
    if (this.#stage.querySelector('.working')) this.#say(null, '');
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
      const before = await this.#context.inUse();
      if (signal.aborted) return;
      this.#context.importer.prepare({ before, signal });
      const whole = { fileName: file.name, bytes, before };
      if (isSnapshot(bytes)) {
        await this.#check(whole, undefined, signal);
        return;
      }
      const names = [file.name, name];
      const inUse = before.lists.map(({ as_of }) => as_of).sort()[0];
      const view = dateView(
        { names, lastModified: file.lastModified, inUse },
        { check: (date) => void this.#check(whole, date, signal), cancel: () => this.#discard() },
      );
      this.#say(view, message('update.asks_date'));
      view.querySelector('input')?.focus();
    } catch (thrown) {
      this.#failed(thrown, signal);
    }
  }

  /**
   * @param {{fileName: string, bytes: Uint8Array, before: Snapshots}} file
   * @param {string | undefined} asOf
   * @param {AbortSignal} signal
   */
  async #check({ fileName, bytes, before }, asOf, signal) {
    try {
      const onProgress = this.#onProgress(signal);
      const imported = await this.#context.importer.importFile(bytes, { asOf, before, signal, onProgress });
      if (signal.aborted) return;
      const view = reviewView(
        { imported, fileName },
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
    const { inUse } = this.#state;
    const asOf = (lists.find(({ part }) => part === 'entity-list') ?? lists[0]).as_of;
    const kept = {
      // A part that the file has nothing of stays as it is.
      entityList: snapshots.entityList ?? inUse?.entityList,
      others: snapshots.others ?? inUse?.others,
      asOf,
      takenAt: new Date().toISOString(),
      fileName,
    };
    await this.#take(kept);
  }

  /** @param {ListsToKeep} lists */
  async #take(lists) {
    const kept = { ...lists, bundledAsOf: this.#bundledAsOf };
    const { inUse, former, idle } = this.#state;
    // Lists that were kept but not in use stand where those in use do.
    const next = { inUse: kept, former: idle?.lists.takenAt === kept.takenAt ? former : (idle?.lists ?? inUse) };
    await this.#change(kept, () => this.#context.store.keep(kept), next);
  }

  async #rollBack() {
    const { inUse, former } = this.#state;
    await this.#change(former ?? {}, () => this.#context.store.rollBack(former), { inUse: former, former: inUse });
  }

  async #forget() {
    await this.#change({}, () => this.#context.store.forget(), { inUse: undefined, former: undefined });
  }

  /**
   * First the lists are opened, then they are kept: what does not open is never kept, and what cannot be kept is in use until
   * the page is closed.
   * @param {Snapshots} snapshots
   * @param {() => Promise<unknown>} keep
   * @param {Pick<KeptState, 'inUse' | 'former'>} next
   */
  async #change({ entityList, others }, keep, next) {
    if (this.#isChanging) return;
    const { signal } = this.#begin();
    this.#say(h('p', { class: 'working' }, message('update.taking')), message('update.taking'));
    this.#isChanging = true;
    this.refresh();
    try {
      await this.#context.take({ entityList, others });
      const storageError = await keep().then(
        () => undefined,
        (thrown) => asLookupError(thrown, 'storage_refused'),
      );
      this.#state = { ...next, idle: undefined, storageError, elsewhere: false };
    } catch (thrown) {
      this.#failed(thrown, signal);
      return;
    } finally {
      this.#isChanging = false;
      this.refresh();
    }
    this.#file.value = '';
    this.#say(null, message('update.taken'));
    this.root.querySelector('summary')?.focus();
    if (this.#hasHeard) void this.#lookElsewhere();
  }

  /** What was under way is given up. */
  #begin() {
    this.#working?.abort();
    this.#working = new AbortController();
    return this.#working;
  }

  #discard() {
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
    const error = asLookupError(thrown, 'import_failed');
    const { code, detail, record, field } = error;
    const place = placeOf(record, field);
    this.#file.value = '';
    const view = h(
      'div',
      { class: 'failure', part: 'error', 'data-code': code },
      h('h2', { tabindex: '-1' }, message('update.failed')),
      h('p', { class: 'sentence' }, sentenceOf(error)),
      place ? h('p', { class: 'place' }, place) : null,
      h('p', {}, message('update.unchanged')),
      h(
        'p',
        { class: 'detail' },
        message('failure.code', { code: detail ? message('failure.detail', { code, detail }) : code }),
      ),
    );
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

/**
 * Where in a file a fault stands.
 * @param {number | undefined} record
 * @param {string | undefined} field
 */
function placeOf(record, field) {
  if (record !== undefined && field) return message('update.place', { record, field });
  if (record !== undefined) return message('update.place_record', { record });
  return field ? message('update.place_field', { field }) : '';
}

function officialLink() {
  return h(
    'a',
    { href: officialPage, target: '_blank', rel: 'noopener noreferrer' },
    message('update.official'),
    h('span', { class: 'unseen' }, ` (${message('update.official_opens')})`),
  );
}
