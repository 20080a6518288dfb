import { LookupError } from '../engine/engine.js';
import { asLookupError } from '../engine/errors.js';
import { screen } from '../engine/screen.js';
import { knownLists, listsInWords } from './coverage.js';
import { recordOf } from './decision.js';
import { h } from './dom.js';
import { errorView, sentenceOf } from './error-view.js';
import {
  LookupDecisionEvent,
  LookupErrorEvent,
  LookupListsEvent,
  LookupReadyEvent,
  LookupResultEvent,
} from './events.js';
import { FormElement } from './form-element.js';
import { formPartOf } from './form-part.js';
import { FormView } from './form-view.js';
import { direction } from './languages.js';
import { ListsInUse } from './lists-in-use.js';
import { ListsPanel } from './lists-panel.js';
import { message } from './messages.js';
import { unfoldForPrint } from './printing.js';
import { numberAttribute } from './reflecting-element.js';
import { openLists, requestOf, screeningRequest } from './request.js';
import { announcementOf, answerView, stateOf, waitingView } from './result-view.js';
import { ResultsPane } from './results-pane.js';
import { styles } from './styles.js';
import { missingTranslation } from './translation.js';
import { UpdateEntry } from './update-entry.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {'live' | 'check'} Asking `live`: while typing. `check`: asked for by Enter, the button or `check()`.
 * @typedef {import('../types/index.js').ElementState} State
 * @typedef {import('../types/element.js').EntityLookupElement} Described
 */

/** So long after the last key the search begins. */
const pauseMs = 80;

/**
 * `<entity-lookup>`: a form, and below it the lists with their age and the answer. Attributes, properties, methods, events,
 * slots and parts are described in `types/element.d.ts` and, for tools, in `custom-elements.json`.
 * @implements {Described}
 */
export class EntityLookupElement extends FormElement {
  static observedAttributes = [
    ...['wasm-src', 'snapshot-src', 'others-src', 'min-score', 'max-matches', 'country'],
    ...['name', 'required', 'decisions', 'entry-href'],
  ];

  /**
   * Where core, list and worker come from unless attributes say otherwise. Set once by whoever registers the element.
   * @type {() => Promise<EngineOptions> | EngineOptions}
   */
  static supply = () => {
    throw new LookupError('wasm_unreachable', { detail: 'no place given' });
  };

  #form = new FormView(
    (isWhole) => this.#changed(isWhole),
    () => void this.check(),
  );
  #lists = new ListsPanel(() => this.#retryOthers());
  #inUse = new ListsInUse(this, () => EntityLookupElement.supply, {
    loading: (shared) => this.#load(shared),
    opened: (engine, signal) => this.#opened(engine, signal),
    replaced: (engine, signal) => this.#replace(engine, signal),
    failed: (error) => {
      this.#lists.unavailable();
      this.#fail(error);
    },
  });
  #update = new UpdateEntry((error) => this.dispatchEvent(new LookupErrorEvent(error)));
  #pane = new ResultsPane();
  #formPart = formPartOf(this);

  /** @type {State} */
  #state = 'loading';
  /** @type {AbortController | undefined} */
  #connected;
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {Answer | null} */
  #answer = null;
  /** @type {((answer: Answer | null) => void)[]} Who waits for the check that is asked for. */
  #waiting = [];
  /** @type {LookupError | undefined} The error that is shown. */
  #error;
  /** Whether what was asked here broke the core: it is not asked again before the user wants it. */
  #hasBroken = false;
  /** @type {import('../types/index.js').OthersState['state']} What has been shown of the other lists. */
  #othersState = 'none';
  /** @type {Asking} What to ask as soon as the list is there. */
  #wanted = 'live';
  /** Whether the fields are whole enough to be asked. */
  #isWhole = true;
  /** @type {number | undefined} */
  #maxMatches;
  #timer = 0;

  constructor() {
    super();
    this.#formPart.anchor = this.#form.anchor;
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [styles()];
    const untranslated = missingTranslation();
    root.append(
      h(
        'div',
        { class: 'lookup', part: 'lookup', dir: direction },
        h('slot', { name: 'heading' }),
        untranslated ? h('p', { class: 'notice' }, untranslated) : null,
        this.#form.root,
        h('slot', { name: 'help' }),
        this.#lists.root,
        this.#update.root,
        ...this.#pane.roots,
        h('slot', { name: 'after-results' }),
      ),
    );
  }

  connectedCallback() {
    this.#connected = new AbortController();
    unfoldForPrint(this.#pane.results, this.#connected.signal);
    if (!this.#inUse.engine && !this.#inUse.isLoading) void this.#inUse.load();
  }

  disconnectedCallback() {
    this.#connected?.abort();
    // Moving an element takes it out and puts it back at once: only one that stays away lets go of its worker.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#update.close();
      this.#stop();
      this.#inUse.close();
      this.#release(null);
    });
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (name === 'name' || name === 'required') {
      this.#formPart.tell();
      return;
    }
    if (name === 'country') this.#form.country = (value ?? '').toUpperCase();
    if (name === 'min-score') this.#applyMinScore();
    if (name === 'max-matches') this.#maxMatches = undefined;
    if (name.endsWith('-src')) this.#inUse.forgetOwn();
    if (!this.isConnected || name === 'decisions' || name === 'entry-href') return;
    if (name.endsWith('-src')) void this.#inUse.load();
    else this.#changed();
  }

  formResetCallback() {
    this.#formPart.clear();
    this.#form.clear();
    this.#form.country = this.country.toUpperCase();
    this.#applyMinScore();
    this.#changed();
  }

  /** @param {boolean} isDisabled */
  formDisabledCallback(isDisabled) {
    this.#form.disabled = isDisabled;
    this.#formPart.disabled = isDisabled;
  }

  /** @param {string | File | FormData | null} state */
  formStateRestoreCallback(state) {
    if (typeof state === 'string') this.value = state;
  }

  /** The name in the field. */
  get value() {
    return this.#form.name;
  }

  set value(name) {
    this.#form.name = name;
    this.#changed();
  }

  get state() {
    return this.#state;
  }

  /** The answer that is shown, and null when none is or when it is not that of what the fields say. */
  get answer() {
    return this.#pane.isBusy ? null : this.#answer;
  }

  /** The engine that is asked, shared with the elements of the page that ask for the same lists; null until it is open. */
  get engine() {
    return this.#inUse.engine ?? null;
  }

  /**
   * Checks what the fields say, as Enter does. The outcome is shown and told by an event.
   * @returns {Promise<Answer | null>} Of all lists that are wanted, once they no longer load; null where there is no answer,
   *     since an error is shown or something else is asked by now.
   */
  check() {
    this.#maxMatches = undefined;
    this.#release(null);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      void this.#ask('check');
    });
  }

  /**
   * Checks many names, one after the other, and shows nothing of it.
   * @param {Iterable<string | import('../types/index.js').Request>} names
   * @param {import('../types/index.js').ScreenOptions} [options]
   */
  async screen(names, options) {
    const request = screeningRequest(this.#form.asked, numberAttribute(this, 'max-matches'));
    return screen(await this.#inUse.opened(), names, request, options);
  }

  /**
   * Searches a list of one's own in place of the first, until an address changes.
   * @param {import('../types/index.js').Source} source
   * @param {{asOf?: string, signal?: AbortSignal}} [options] `asOf`: refuses an older one.
   */
  async loadList(source, options = {}) {
    await this.#inUse.loadOwn(source, options);
  }

  #applyMinScore() {
    this.#form.minScore = numberAttribute(this, 'min-score') ?? this.engine?.about.defaults.min_score ?? NaN;
  }

  /** @param {import('./shared-lists.js').SharedLists} shared */
  #load(shared) {
    this.#update.close();
    this.#update.attach(shared);
    this.#stop();
    this.#show('loading', waitingView('loading'));
    this.#lists.loading();
  }

  /**
   * @param {Engine} engine
   * @param {AbortSignal} signal
   * @param {boolean} [isQuiet] Leaves what is shown, and asks nothing.
   */
  #opened(engine, signal, isQuiet = false) {
    this.#othersState = engine.others.state;
    this.#form.bands = engine.about.bands;
    if (!this.#form.hasMinScore) this.#applyMinScore();
    this.#showLists();
    if (!isQuiet) this.#show('ready', waitingView('ready'));
    engine.addEventListener('others', () => this.#othersChanged(engine), { signal });
    this.dispatchEvent(new LookupReadyEvent(engine));
    if (isQuiet) return;
    if ((this.value.trim() !== '' && this.#isWhole) || this.#wanted === 'check') void this.#ask(this.#wanted);
  }

  /**
   * Asks again what is asked when the other lists have come, or have not.
   * @param {Engine} engine
   */
  #othersChanged(engine) {
    if (engine !== this.engine) return;
    this.#showLists();
    const { state } = engine.others;
    if (state === this.#othersState) return;
    this.#othersState = state;
    if (state !== 'loading') this.dispatchEvent(new LookupListsEvent(engine));
    if (engine.others.error) this.dispatchEvent(new LookupErrorEvent(engine.others.error));
    if (this.#hasBroken) return;
    if (this.value.trim() !== '' && this.#isWhole && !this.#error?.concernsQuestion) void this.#ask(this.#wanted);
  }

  /**
   * Other lists from now on: what is asked is asked again.
   * @param {Engine} engine
   * @param {AbortSignal} signal
   */
  #replace(engine, signal) {
    // A check that is under way goes on as one.
    const isAsked = this.#answer !== null || this.#waiting.length > 0;
    this.#stop();
    if (!isAsked) this.#wanted = 'live';
    this.#opened(engine, signal, this.#hasBroken);
  }

  #showLists() {
    const { engine } = this;
    if (!engine) return;
    this.#form.lists = knownLists(engine);
    this.#lists.show(engine, new Date());
  }

  /** What is asked, or soon would be, is given up. */
  #stop() {
    this.#asking?.abort();
    clearTimeout(this.#timer);
  }

  /**
   * The fields changed: what is shown is no longer the answer to them.
   * @param {boolean} [isWhole] False while a field is not whole enough to be asked.
   */
  #changed(isWhole = true) {
    this.#wanted = 'live';
    this.#isWhole = isWhole;
    this.#maxMatches = undefined;
    this.#stop();
    this.#release(null);
    this.#formPart.pause();
    if (!this.engine) return;
    this.#markBusy();
    if (!isWhole) return;
    this.#timer = window.setTimeout(() => void this.#ask('live'), this.value.trim() === '' ? 0 : pauseMs);
  }

  #markBusy() {
    this.#pane.search(this.#isWhole ? message('state.busy', { name: this.value }) : message('state.half_typed'));
  }

  /** @param {Asking} asking */
  async #ask(asking) {
    this.#stop();
    this.#wanted = asking;
    this.#isWhole = true;
    const { engine } = this;
    if (!engine || !this.#inUse.isCurrent) {
      if (!this.isConnected) this.#release(null);
      else if (!this.#inUse.isLoading) await this.#inUse.load();
      return;
    }
    const { asked } = this.#form;
    if (asking === 'live' && asked.name.trim() === '') {
      this.#show('ready', waitingView('ready'));
      return;
    }
    const lists = openLists(asked.lists, engine);
    if (lists === 'to come') {
      this.#show('loading', waitingView('chosen'));
      return;
    }
    if (lists === 'absent') {
      const chosen = knownLists(engine).filter(({ code }) => asked.lists?.includes(code));
      const sentence = message('others.only_absent', { lists: listsInWords(chosen) });
      this.#fail(new LookupError('list_not_open', { sentence }), asking);
      return;
    }
    this.#markBusy();
    const { signal } = (this.#asking = new AbortController());
    const max = this.#maxMatches ?? numberAttribute(this, 'max-matches');
    try {
      const answer = await engine.check(requestOf(asked, lists, max), { signal });
      if (!signal.aborted) this.#showAnswer(answer, engine, asked.lists, asking === 'check' ? new Date() : undefined);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(asLookupError(thrown, 'core_failed'), asking);
    }
  }

  /**
   * @param {Answer} answer
   * @param {Engine} engine
   * @param {string[] | undefined} chosen The lists that were asked for.
   * @param {Date | undefined} checkedAt
   */
  #showAnswer(answer, engine, chosen, checkedAt) {
    this.#showLists();
    const askAgain = (/** @type {{minScore?: number, maxMatches?: number}} */ { minScore, maxMatches }) => {
      if (minScore !== undefined) this.#form.minScore = minScore;
      this.#maxMatches = maxMatches;
      void this.#ask(checkedAt ? 'check' : 'live');
    };
    const { entryHref } = this;
    const shown = { answer, engine, chosen, checkedAt, entryHref, askAgain, retryOthers: () => this.#retryOthers() };
    const outcome = stateOf(shown);
    this.#show(outcome, answerView(shown), answer);
    if (checkedAt) {
      this.#pane.announce(announcementOf(shown));
      const parties = [...answer.matches, ...(answer.at_address ?? [])];
      const record = recordOf({ answer, engine, chosen, outcome, checkedAt });
      this.#formPart.keep(record, parties, {
        place: this.#pane.results,
        onDecide: (decision, now) => this.dispatchEvent(new LookupDecisionEvent(decision, now)),
      });
      if (engine.others.state !== 'loading') this.#release(answer);
    }
    this.dispatchEvent(new LookupResultEvent(answer, checkedAt, engine.others));
  }

  /** @param {Answer | null} answer For whoever waits for the check. */
  #release(answer) {
    for (const resolve of this.#waiting.splice(0)) resolve(answer);
  }

  /**
   * @param {LookupError} error
   * @param {Asking} [asking] What was asked, if it was not loading that failed.
   */
  #fail(error, asking) {
    // Lists that are not there are no fault of those that are.
    const isListMissing = error.code === 'list_not_open';
    if (!error.concernsQuestion && !isListMissing) this.#inUse.drop();
    const retry = isListMissing ? () => this.#retryOthers() : () => void this.#retry();
    const isAbsent = isListMissing && this.engine?.others.state !== 'failed';
    const searchAll = isAbsent ? () => this.#searchAll(asking) : undefined;
    this.#show('error', errorView(error, { retry, reload: () => location.reload(), searchAll }));
    this.#error = error;
    this.#hasBroken = asking !== undefined && !this.engine;
    const sentence = sentenceOf(error);
    this.#form.wrong = error.concernsQuestion ? { field: error.field, sentence } : undefined;
    if (asking !== 'live') this.#pane.announce(message('failure.announce', { sentence }));
    this.#release(null);
    this.dispatchEvent(new LookupErrorEvent(error));
  }

  /** Loads the other lists again, or everything where the core is gone. */
  #retryOthers() {
    const { engine } = this;
    const code = engine?.others.error?.code;
    if (code === 'build_mixed') {
      location.reload();
    } else if (!engine) {
      void this.#retry();
    } else {
      this.#form.focus();
      void engine.loadOthers();
    }
  }

  /**
   * Asks again without a choice of lists.
   * @param {Asking} [asking]
   */
  #searchAll(asking = 'live') {
    this.#form.focus();
    this.#form.chooseAllLists();
    void this.#ask(asking);
  }

  async #retry() {
    // The button that was pressed goes away with the error; the field is where the user goes on.
    this.#form.focus();
    await this.#inUse.load();
  }

  /**
   * @param {State} state
   * @param {Node[]} view
   * @param {Answer | null} [answer]
   */
  #show(state, view, answer = null) {
    this.#state = state;
    this.#answer = answer;
    this.#error = undefined;
    this.#hasBroken = false;
    this.#form.wrong = undefined;
    this.#formPart.pause();
    this.#pane.show(state, view);
  }
}
