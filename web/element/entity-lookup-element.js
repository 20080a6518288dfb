import { LookupError } from '../engine/engine.js';
import { asLookupError } from '../engine/errors.js';
import { BroughtInLists } from './brought-in-lists.js';
import { knownLists, listsInWords } from './coverage.js';
import { h } from './dom.js';
import { errorView, sentenceOf } from './error-view.js';
import { LookupErrorEvent, LookupListsEvent, LookupReadyEvent, LookupResultEvent } from './events.js';
import { FormView } from './form-view.js';
import { ListsPanel } from './lists-panel.js';
import { message } from './messages.js';
import { unfoldForPrint } from './printing.js';
import { ReflectingElement, numberAttribute } from './reflecting-element.js';
import { openLists, requestOf } from './request.js';
import { announcementOf, answerView, stateOf, waitingView } from './result-view.js';
import { withAttributes } from './sources.js';
import { styles } from './styles.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {'live' | 'check'} Asking `live`: while typing. `check`: asked for by Enter, the button or `check()`.
 * @typedef {import('../types/index.js').ElementState} State
 */

/** So long after the last key the search begins. */
const pauseMs = 80;

/**
 * `<entity-lookup>`: a form, and below it the lists with their age and the answer.
 *
 * Attributes: `wasm-src`, `snapshot-src`, `others-src`, `min-score`, `max-matches`, `country`.
 * Events: `lookup-ready`, `lookup-lists`, `lookup-result`, `lookup-error`.
 */
export class EntityLookupElement extends ReflectingElement {
  static observedAttributes = ['wasm-src', 'snapshot-src', 'others-src', 'min-score', 'max-matches', 'country'];

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
  #broughtIn = new BroughtInLists((engine) => this.#replace(engine));
  #announcer = h('p', { class: 'unseen', role: 'status' });
  #results = h('section', { class: 'results', part: 'results', 'aria-busy': 'false' });
  #busy = h('p', { class: 'busy', 'aria-hidden': 'true' });

  /** @type {State} */
  #state = 'loading';
  /** @type {Engine | undefined} */
  #engine;
  /** @type {AbortController | undefined} */
  #connected;
  /** @type {AbortController | undefined} */
  #loading;
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {Answer | null} */
  #answer = null;
  /** @type {LookupError | undefined} The error that is shown. */
  #error;
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
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [styles()];
    root.append(
      h(
        'div',
        { class: 'lookup', part: 'lookup' },
        this.#form.root,
        this.#lists.root,
        this.#broughtIn.root,
        this.#announcer,
        this.#busy,
        this.#results,
      ),
    );
  }

  connectedCallback() {
    this.#connected = new AbortController();
    unfoldForPrint(this.#results, this.#connected.signal);
    if (!this.#engine && !this.#loading) void this.#load();
  }

  disconnectedCallback() {
    this.#connected?.abort();
    // Moving an element takes it out and puts it back at once: only one that stays away lets go of its worker.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#broughtIn.close();
      this.#close();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (name === 'country') this.#form.country = (value ?? '').toUpperCase();
    if (name === 'min-score') this.#applyMinScore();
    if (name === 'max-matches') this.#maxMatches = undefined;
    if (!this.isConnected) return;
    if (name.endsWith('-src')) void this.#load();
    else this.#changed();
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

  /** The open engine; null until there is one. */
  get engine() {
    return this.#engine ?? null;
  }

  /** The answer that is shown, and null when none is or when it is not that of what the fields say. */
  get answer() {
    return this.#results.getAttribute('aria-busy') === 'true' ? null : this.#answer;
  }

  /** Checks what the fields say, as Enter does. The outcome is shown and told by an event. */
  async check() {
    this.#maxMatches = undefined;
    await this.#ask('check');
  }

  #applyMinScore() {
    this.#form.minScore = numberAttribute(this, 'min-score') ?? this.#engine?.about.defaults.min_score ?? NaN;
  }

  async #load() {
    this.#broughtIn.close();
    this.#close();
    const loading = new AbortController();
    this.#loading = loading;
    this.#show('loading', waitingView('loading'));
    this.#lists.loading();
    try {
      const sources = withAttributes(await EntityLookupElement.supply(), this);
      const engine = await this.#broughtIn.open({ ...sources, signal: loading.signal });
      if (loading.signal.aborted) {
        engine.close();
        return;
      }
      this.#opened(engine);
    } catch (thrown) {
      if (loading.signal.aborted) return;
      this.#loading = undefined;
      this.#lists.unavailable();
      this.#fail(asLookupError(thrown, 'core_failed'));
    }
  }

  /** @param {Engine} engine */
  #opened(engine) {
    this.#loading = undefined;
    this.#engine = engine;
    this.#othersState = engine.others.state;
    this.#form.bands = engine.about.bands;
    if (!this.#form.hasMinScore) this.#applyMinScore();
    this.#showLists();
    this.#show('ready', waitingView('ready'));
    engine.addEventListener('others', () => this.#othersChanged(engine));
    this.dispatchEvent(new LookupReadyEvent(engine));
    if ((this.value.trim() !== '' && this.#isWhole) || this.#wanted === 'check') void this.#ask(this.#wanted);
  }

  /**
   * Asks again what is asked when the other lists have come, or have not.
   * @param {Engine} engine
   */
  #othersChanged(engine) {
    if (engine !== this.#engine) return;
    this.#showLists();
    const { state } = engine.others;
    if (state === this.#othersState) return;
    this.#othersState = state;
    if (state !== 'loading') this.dispatchEvent(new LookupListsEvent(engine));
    if (this.value.trim() !== '' && this.#isWhole && !this.#error?.concernsQuestion) void this.#ask(this.#wanted);
  }

  /**
   * Other lists from now on: what is asked is asked again.
   * @param {Engine} engine
   */
  #replace(engine) {
    if (!this.isConnected) {
      engine.close();
      return;
    }
    const asked = this.#answer && this.#wanted;
    this.#close();
    this.#wanted = asked ?? 'live';
    this.#opened(engine);
  }

  #showLists() {
    if (!this.#engine) return;
    this.#form.lists = knownLists(this.#engine);
    this.#lists.show(this.#engine, new Date());
  }

  #close() {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#asking?.abort();
    clearTimeout(this.#timer);
    this.#engine?.close();
    this.#engine = undefined;
  }

  /**
   * The fields changed: what is shown is no longer the answer to them.
   * @param {boolean} [isWhole] False while a field is not whole enough to be asked.
   */
  #changed(isWhole = true) {
    this.#wanted = 'live';
    this.#isWhole = isWhole;
    this.#maxMatches = undefined;
    this.#asking?.abort();
    clearTimeout(this.#timer);
    if (!this.#engine) return;
    this.#markBusy();
    if (!isWhole) return;
    this.#timer = window.setTimeout(() => void this.#ask('live'), this.value.trim() === '' ? 0 : pauseMs);
  }

  #markBusy() {
    this.#results.setAttribute('aria-busy', 'true');
    this.#busy.textContent = this.#isWhole ? message('state.busy', { name: this.value }) : message('state.half_typed');
  }

  /** @param {Asking} asking */
  async #ask(asking) {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#wanted = asking;
    this.#isWhole = true;
    const engine = this.#engine;
    if (!engine) {
      if (this.#state === 'error' && !this.#loading) await this.#load();
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
    const shown = { answer, engine, chosen, checkedAt, askAgain, retryOthers: () => this.#retryOthers() };
    this.#show(stateOf(shown), answerView(shown), answer);
    if (checkedAt) this.#announcer.textContent = announcementOf(shown);
    this.dispatchEvent(new LookupResultEvent(answer, checkedAt, engine.others));
  }

  /**
   * @param {LookupError} error
   * @param {Asking} [asking] What was asked, if it was not loading that failed.
   */
  #fail(error, asking) {
    // Lists that are not there are no fault of those that are.
    const isListMissing = error.code === 'list_not_open';
    if (!error.concernsQuestion && !isListMissing) this.#close();
    const retry = isListMissing ? () => this.#retryOthers() : () => void this.#retry();
    const isAbsent = isListMissing && this.#engine?.others.state !== 'failed';
    const searchAll = isAbsent ? () => this.#searchAll(asking) : undefined;
    this.#show('error', errorView(error, { retry, reload: () => location.reload(), searchAll }));
    this.#error = error;
    const sentence = sentenceOf(error);
    this.#form.wrong = error.concernsQuestion ? { field: error.field, sentence } : undefined;
    if (asking !== 'live') this.#announcer.textContent = message('failure.announce', { sentence });
    this.dispatchEvent(new LookupErrorEvent(error));
  }

  /** Loads the other lists again, or everything where the core is gone. */
  #retryOthers() {
    const engine = this.#engine;
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
    await this.#load();
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
    this.#form.wrong = undefined;
    this.#announcer.textContent = '';
    this.#busy.textContent = '';
    this.#results.dataset.state = state;
    this.#results.setAttribute('aria-busy', String(state === 'loading'));
    this.#results.replaceChildren(...view);
  }
}
