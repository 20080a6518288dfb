import { titleOf } from './core-words.js';
import { button, h } from './dom.js';
import { message } from './messages.js';

/**
 * @typedef {import('../types/index.js').ListName} ListName
 * @typedef {import('../types/index.js').PartyKind} PartyKind
 */

const kinds = /** @type {const} */ (['individual', 'entity', 'vessel', 'aircraft']);

/** Which lists to search, and for what kinds of party. Everything, unless the user takes something out. */
export class ListFilter {
  #onInput;
  /** @type {readonly ListName[]} */
  #lists = [];
  /** Codes that are taken out: a list that comes later is searched. */
  #without = new Set();
  #summary = h('summary', {});
  #boxes = h('ul', { class: 'boxes lists' });
  #kinds = kinds.map((kind) => ({ kind, ...box(`kind-${kind}`, message(`kind.${kind}`)) }));
  root = h(
    'details',
    { class: 'filter' },
    this.#summary,
    h(
      'fieldset',
      { id: 'lists' },
      h('legend', {}, message('filter.lists')),
      h('p', { class: 'all-none' }, this.#chooser('filter.all', true), ' ', this.#chooser('filter.none', false)),
      this.#boxes,
    ),
    h(
      'fieldset',
      { id: 'kinds', 'aria-describedby': 'kinds-hint' },
      h('legend', {}, message('filter.kinds')),
      h('ul', { class: 'boxes' }, ...this.#kinds.map((own) => h('li', {}, own.label))),
      h('p', { class: 'hint', id: 'kinds-hint' }, message('filter.kinds_hint')),
    ),
  );

  /** @param {() => void} onInput */
  constructor(onInput) {
    this.#onInput = onInput;
    for (const { input } of this.#kinds) {
      input.checked = true;
      input.addEventListener('change', () => this.#changed());
    }
    this.#describe();
  }

  /** @param {readonly ListName[]} lists All that can be searched now or soon. */
  set lists(lists) {
    if (lists.map(({ code }) => code).join() === this.#lists.map(({ code }) => code).join()) return;
    this.#lists = lists;
    this.#boxes.replaceChildren(
      ...lists.map(({ code, title }) => {
        const { input, label } = box(`list-${code}`, message('list.title', { title: titleOf({ code, title }), code }));
        input.checked = !this.#without.has(code);
        input.addEventListener('change', () => {
          if (input.checked) this.#without.delete(code);
          else this.#without.add(code);
          this.#changed();
        });
        return h('li', {}, label);
      }),
    );
    this.#describe();
  }

  /** Codes of the lists to search; undefined for all. */
  get chosenLists() {
    const chosen = this.#lists.map(({ code }) => code).filter((code) => !this.#without.has(code));
    return chosen.length === this.#lists.length ? undefined : chosen;
  }

  /** @returns {PartyKind[] | undefined} Undefined for all. */
  get chosenKinds() {
    const chosen = this.#kinds.filter(({ input }) => input.checked).map(({ kind }) => kind);
    return chosen.length === kinds.length ? undefined : chosen;
  }

  /** @param {string | undefined} field */
  set wrongField(field) {
    for (const set of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll('fieldset'))) {
      const isWrong = set.id === field;
      set.classList.toggle('wrong', isWrong);
      if (isWrong) this.root.open = true;
    }
  }

  /** @param {boolean} checked All lists, or none. */
  choose(checked) {
    for (const input of this.#boxes.querySelectorAll('input')) input.checked = checked;
    this.#without = new Set(checked ? [] : this.#lists.map(({ code }) => code));
    this.#changed();
  }

  /** All lists and all kinds, as at the start. */
  clear() {
    for (const { input } of this.#kinds) input.checked = true;
    this.choose(true);
  }

  /**
   * @param {'filter.all' | 'filter.none'} key
   * @param {boolean} checked
   */
  #chooser(key, checked) {
    return button(message(key), () => this.choose(checked));
  }

  #changed() {
    this.#describe();
    this.#onInput();
  }

  /** Folded, it still says what is chosen. */
  #describe() {
    const { chosenLists, chosenKinds } = this;
    const which = chosenLists
      ? message('filter.summary_some', { chosen: chosenLists.length, total: this.#lists.length })
      : message('filter.summary_all');
    const whom = chosenKinds && message('filter.summary_kinds', { chosen: chosenKinds.length, total: kinds.length });
    this.#summary.textContent = whom ? message('text.parted', { first: which, second: whom }) : which;
  }
}

/**
 * @param {string} id
 * @param {string} text
 */
function box(id, text) {
  const input = h('input', { type: 'checkbox', id });
  return { input, label: h('label', { for: id }, input, ' ', text) };
}
