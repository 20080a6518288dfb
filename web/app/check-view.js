import { h } from '../element/dom.js';
import { messageAround } from '../element/messages.js';
import { parseRoute } from './route.js';

/**
 * @typedef {import('../element/entity-lookup-element.js').EntityLookupElement} EntityLookupElement
 * @typedef {import('../element/events.js').LookupResultEvent} LookupResultEvent
 * @typedef {import('./route.js').CheckRoute} CheckRoute
 * @typedef {import('./shell.js').Shell} Shell
 * @typedef {{q: string, country: string}} Asked
 */

/** So long after the last answer the address follows: browsers refuse to have it rewritten at every key. */
const pauseMs = 250;

/** The element, and the address in step with it: what is typed stands in `#q=`, and what was checked is a step to go back to. */
export class CheckView {
  root = /** @type {HTMLElement} */ (document.querySelector('[data-view=check]'));
  #shell;
  #unknown = h('p', { class: 'notice', hidden: true });
  /** @type {Asked} */
  #asked = { q: '', country: '' };
  #timer = 0;
  /** @type {(() => void) | undefined} What is still to be written. */
  #waiting;

  /** @param {Shell} shell */
  constructor(shell) {
    this.#shell = shell;
    this.root.querySelector('h1')?.after(this.#unknown);
    const { lookup } = shell;
    lookup.addEventListener('lookup-result', (event) => {
      const { answer, checkedAt } = /** @type {LookupResultEvent} */ (event);
      const { query } = answer;
      this.#note({ q: query.name, country: query.country ?? '' }, checkedAt !== undefined);
    });
    lookup.addEventListener('input', () => {
      if (lookup.value.trim() === '') this.#note({ q: '', country: '' }, false);
    });
    // Whoever leaves for another view finds what they typed on the way back.
    document.addEventListener('click', () => this.#write(), { capture: true });
  }

  /** @param {CheckRoute} route */
  show({ q, country, unknown }) {
    this.#forget();
    this.#unknown.hidden = unknown === undefined;
    if (unknown !== undefined) {
      this.#unknown.replaceChildren(...messageAround('page.unknown', h('code', {}, `#${unknown}`)));
    }
    if (q === this.#asked.q && country === this.#asked.country) return;
    this.#asked = { q, country };
    const { lookup } = this.#shell;
    setCountry(lookup, country);
    if (lookup.value !== q) lookup.value = q;
  }

  hide() {
    this.#forget();
  }

  /**
   * @param {Asked} asked
   * @param {boolean} isCheck
   */
  #note(asked, isCheck) {
    // An answer that is completed by lists that come later may find another view shown.
    if (this.root.hidden) return;
    this.#forget();
    this.#asked = asked;
    this.#waiting = () => this.#toAddress(asked, isCheck);
    if (isCheck) this.#write();
    else this.#timer = window.setTimeout(() => this.#write(), pauseMs);
  }

  #write() {
    const write = this.#waiting;
    this.#forget();
    write?.();
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }

  /**
   * Typing goes on in the same step of the history until something is checked.
   * @param {Asked} asked
   * @param {boolean} isCheck
   */
  #toAddress(asked, isCheck) {
    this.#unknown.hidden = true;
    const route = parseRoute(location.hash);
    const isThere = route.view === 'check' && route.q === asked.q && route.country === asked.country;
    if (isThere && !isCheck) return;
    const state = isCheck ? { checked: true } : null;
    this.#shell.write({ view: 'check', ...asked }, { replace: isThere || !history.state?.checked, state });
  }
}

/**
 * The country in the field. The attribute alone would do nothing where it already says so and the user chose another.
 * @param {EntityLookupElement} lookup
 * @param {string} country
 */
function setCountry(lookup, country) {
  if (lookup.hasAttribute('country')) lookup.removeAttribute('country');
  else lookup.country = '';
  if (country) lookup.country = country;
}
