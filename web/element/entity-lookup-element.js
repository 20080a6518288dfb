import { LookupError } from '../engine/engine.js';
import { asLookupError } from '../engine/errors.js';
import { BroughtInLists } from './brought-in-lists.js';
import { h } from './dom.js';
import { LookupErrorEvent, LookupReadyEvent, LookupResultEvent } from './events.js';
import { FormView } from './form-view.js';
import { listsView } from './list-view.js';
import { message } from './messages.js';
import { unfoldForPrint } from './printing.js';
import { announcementOf, answerView, errorView, sentenceOf, waitingView } from './result-view.js';
import { styles } from './styles.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').EngineOptions} EngineOptions
 * @typedef {import('../engine/engine.js').Engine} Engine
 * @typedef {'live' | 'check'} Asking `live`: while typing. `check`: asked for by Enter, the button or `check()`.
 * @typedef {'loading' | 'ready' | 'matches' | 'no-match' | 'not-searched' | 'error'} State
 */

/** So long after the last key the search begins. */
const pauseMs = 80;

/**
 * @param {Answer} answer
 * @returns {State}
 */
function stateOf({ total, searched }) {
  if (searched === false) return 'not-searched';
  return total === 0 ? 'no-match' : 'matches';
}

/**
 * `<entity-lookup>`: a form, and below it the list with its age and the answer.
 *
 * Attributes: `wasm-src`, `snapshot-src`, `min-score`, `max-matches`, `country`.
 * Events: `lookup-ready`, `lookup-result`, `lookup-error`.
 */
export class EntityLookupElement extends HTMLElement {
  static observedAttributes = ['wasm-src', 'snapshot-src', 'min-score', 'max-matches', 'country'];

  /**
   * Where core, list and worker come from unless attributes say otherwise. Set once by whoever registers the element.
   * @type {() => Promise<EngineOptions> | EngineOptions}
   */
  static supply = () => {
    throw new LookupError('wasm_unreachable', { detail: 'no place given' });
  };

  #form = new FormView(
    () => this.#changed(),
    () => void this.check(),
  );
  #lists = h('div', { class: 'loaded', part: 'lists', role: 'group', 'aria-label': message('list.label') });
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
  /** @type {Asking} What to ask as soon as the list is there. */
  #wanted = 'live';
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
        this.#lists,
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
      if (!this.isConnected) this.#close();
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

  get wasmSrc() {
    return this.getAttribute('wasm-src') ?? '';
  }

  set wasmSrc(address) {
    this.setAttribute('wasm-src', address);
  }

  get snapshotSrc() {
    return this.getAttribute('snapshot-src') ?? '';
  }

  set snapshotSrc(address) {
    this.setAttribute('snapshot-src', address);
  }

  /** The lowest score to show at first; null for the core's default. */
  get minScore() {
    return this.#numberAttribute('min-score') ?? null;
  }

  set minScore(score) {
    this.toggleAttribute('min-score', score !== null);
    if (score !== null) this.setAttribute('min-score', String(score));
  }

  /** How many matches to show at first; null for the core's default. */
  get maxMatches() {
    return this.#numberAttribute('max-matches') ?? null;
  }

  set maxMatches(count) {
    this.toggleAttribute('max-matches', count !== null);
    if (count !== null) this.setAttribute('max-matches', String(count));
  }

  get country() {
    return this.getAttribute('country') ?? '';
  }

  set country(code) {
    this.setAttribute('country', code);
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
    return this.#isBusy ? null : this.#answer;
  }

  /** Checks what the fields say, as Enter does. The outcome is shown and told by an event. */
  async check() {
    this.#maxMatches = undefined;
    await this.#ask('check');
  }

  get #isBusy() {
    return this.#results.getAttribute('aria-busy') === 'true';
  }

  /** @param {string} name */
  #numberAttribute(name) {
    const text = this.getAttribute(name);
    const value = Number(text);
    return text && Number.isFinite(value) ? value : undefined;
  }

  #applyMinScore() {
    this.#form.minScore = this.#numberAttribute('min-score') ?? this.#engine?.about.defaults.min_score ?? NaN;
  }

  async #load() {
    this.#close();
    const loading = new AbortController();
    this.#loading = loading;
    this.#show('loading', waitingView('loading'));
    this.#lists.replaceChildren(h('p', { class: 'list' }, message('list.loading')));
    try {
      const supplied = await EntityLookupElement.supply();
      const engine = await this.#broughtIn.open({ ...supplied, ...this.#ownSources(), signal: loading.signal });
      if (loading.signal.aborted) {
        engine.close();
        return;
      }
      this.#opened(engine);
    } catch (thrown) {
      if (loading.signal.aborted) return;
      this.#loading = undefined;
      this.#lists.replaceChildren(h('p', { class: 'list' }, message('list.unavailable')));
      this.#fail(asLookupError(thrown, 'core_failed'));
    }
  }

  /** What the attributes say instead of the supply; such a file is of no particular build. */
  #ownSources() {
    const { wasmSrc, snapshotSrc } = this;
    return {
      ...(wasmSrc && { wasm: wasmSrc }),
      ...(snapshotSrc && { snapshot: snapshotSrc }),
      ...(snapshotSrc && { others: undefined, importer: undefined }),
      ...((wasmSrc || snapshotSrc) && { stamp: {} }),
    };
  }

  /** @param {Engine} engine */
  #opened(engine) {
    this.#loading = undefined;
    this.#engine = engine;
    this.#form.bands = engine.about.bands;
    if (!this.#form.hasMinScore) this.#applyMinScore();
    this.#showLists();
    this.#show('ready', waitingView('ready'));
    this.dispatchEvent(new LookupReadyEvent(engine));
    if (this.value.trim() !== '' || this.#wanted === 'check') void this.#ask(this.#wanted);
  }

  /**
   * Other lists from now on: what is asked is asked again.
   * @param {Engine} engine
   */
  #replace(engine) {
    const asked = this.#answer && this.#wanted;
    this.#close();
    this.#wanted = asked ?? 'live';
    this.#opened(engine);
  }

  #showLists() {
    if (this.#engine) this.#lists.replaceChildren(listsView(this.#engine.lists, new Date()));
  }

  #close() {
    this.#broughtIn.close();
    this.#loading?.abort();
    this.#loading = undefined;
    this.#asking?.abort();
    clearTimeout(this.#timer);
    this.#engine?.close();
    this.#engine = undefined;
  }

  /** The fields changed: what is shown is no longer the answer to them. */
  #changed() {
    this.#wanted = 'live';
    this.#maxMatches = undefined;
    this.#asking?.abort();
    clearTimeout(this.#timer);
    if (!this.#engine) return;
    this.#markBusy();
    this.#timer = window.setTimeout(() => void this.#ask('live'), this.value.trim() === '' ? 0 : pauseMs);
  }

  #markBusy() {
    this.#results.setAttribute('aria-busy', 'true');
    this.#busy.textContent = message('state.busy', { name: this.value });
  }

  /** @param {Asking} asking */
  async #ask(asking) {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#wanted = asking;
    const engine = this.#engine;
    if (!engine) {
      if (this.#state === 'error' && !this.#loading) await this.#load();
      return;
    }
    const { name, country, minScore } = this.#form.asked;
    if (asking === 'live' && name.trim() === '') {
      this.#show('ready', waitingView('ready'));
      return;
    }
    this.#markBusy();
    const { signal } = (this.#asking = new AbortController());
    const max = this.#maxMatches ?? this.#numberAttribute('max-matches');
    try {
      const request = { name, country, min_score: minScore, ...(max !== undefined && { max_matches: max }) };
      const answer = await engine.check(request, { signal });
      if (!signal.aborted) this.#showAnswer(answer, engine, asking === 'check' ? new Date() : undefined);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(asLookupError(thrown, 'core_failed'), asking);
    }
  }

  /**
   * @param {Answer} answer
   * @param {Engine} engine
   * @param {Date | undefined} checkedAt
   */
  #showAnswer(answer, { about, lists }, checkedAt) {
    this.#showLists();
    const askAgain = (/** @type {{minScore?: number, maxMatches?: number}} */ { minScore, maxMatches }) => {
      if (minScore !== undefined) this.#form.minScore = minScore;
      this.#maxMatches = maxMatches;
      void this.#ask(checkedAt ? 'check' : 'live');
    };
    const view = answerView({ answer, about, lists, checkedAt, askAgain });
    this.#show(stateOf(answer), view, answer);
    if (checkedAt) this.#announce(announcementOf(answer));
    this.dispatchEvent(new LookupResultEvent(answer, checkedAt));
  }

  /**
   * @param {LookupError} error
   * @param {Asking} [asking] What was asked, if it was not loading that failed.
   */
  #fail(error, asking) {
    if (!error.concernsQuestion) this.#close();
    this.#show('error', errorView(error, { retry: () => void this.#retry(), reload: () => location.reload() }));
    this.#form.wrongField = error.concernsQuestion ? error.field : undefined;
    if (asking !== 'live') this.#announce(message('failure.announce', { sentence: sentenceOf(error) }));
    this.dispatchEvent(new LookupErrorEvent(error));
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
    this.#form.wrongField = undefined;
    this.#announcer.textContent = '';
    this.#busy.textContent = '';
    this.#results.dataset.state = state;
    this.#results.setAttribute('aria-busy', String(state === 'loading'));
    this.#results.replaceChildren(...view);
  }

  /** @param {string} sentence */
  #announce(sentence) {
    this.#announcer.textContent = sentence;
  }
}
