import { h } from './dom.js';

/** Where the answer stands, with what is said while it is looked for, and what is read out when it is there. */
export class ResultsPane {
  #announcer = h('p', { class: 'unseen', role: 'status' });
  #busy = h('p', { class: 'busy', 'aria-hidden': 'true' });
  #results = h('section', { class: 'results', part: 'results', 'aria-busy': 'false' });

  get roots() {
    return [this.#announcer, this.#busy, this.#results];
  }

  /** The part that is printed. */
  get results() {
    return this.#results;
  }

  /** Whether what is shown is not the answer to what the fields say. */
  get isBusy() {
    return this.#results.getAttribute('aria-busy') === 'true';
  }

  /** @param {string} text Says so beside what is shown, which stays for now. */
  search(text) {
    this.#results.setAttribute('aria-busy', 'true');
    this.#busy.textContent = text;
  }

  /** @param {string} text Read out. */
  announce(text) {
    this.#announcer.textContent = text;
  }

  /**
   * @param {import('../types/index.js').ElementState} state
   * @param {Node[]} view
   */
  show(state, view) {
    this.#announcer.textContent = '';
    this.#busy.textContent = '';
    this.#results.dataset.state = state;
    this.#results.setAttribute('aria-busy', String(state === 'loading'));
    this.#results.replaceChildren(...view);
  }
}
