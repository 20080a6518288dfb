import { titleOf } from '../element/core-words.js';
import { h } from '../element/dom.js';
import { countryWithCode, message, number, series } from '../element/messages.js';

/**
 * @typedef {import('./catalogue.js').Counts} Counts
 * @typedef {import('./route.js').Filter} Filter
 * @typedef {import('../types/index.js').ListName} ListName
 */

/** So long after the last key the words are looked for. */
const pauseMs = 200;

/** The fields that narrow the list. They say what the address says, with how many entries each choice leaves. */
export class BrowseFilters {
  #change;
  #text = textField('browse-text', 'search');
  #notice = textField('browse-notice', 'text');
  #notices = h('datalist', { id: 'browse-notices' });
  #country = h('select', { id: 'browse-country' });
  #policy = h('select', { id: 'browse-policy' });
  #from = h('input', { type: 'date', id: 'browse-from' });
  #to = h('input', { type: 'date', id: 'browse-to' });
  #lists = h('ul', { class: 'chips' });
  #timer = 0;
  /** The words that the address has: what the field holds beyond them is still being typed. */
  #sent = '';
  /** Whether the next word typed is a step of its own, to go back from. */
  #isStep = true;

  /**
   * @param {(change: Partial<Filter>, options?: {typed?: boolean}) => void} change What the user wants otherwise; `typed`:
   *     one key of several.
   */
  constructor(change) {
    this.#change = change;
    this.#notice.setAttribute('list', this.#notices.id);
    this.#notice.setAttribute('placeholder', '86 FR 36496');
    // Half-written syllables of an input method are no words yet; the last event of the composition comes after it.
    this.#text.addEventListener('input', (event) => {
      this.stop();
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#typed();
    });
    this.#text.addEventListener('compositionend', () => this.#typed());
    this.#text.addEventListener('change', () => {
      this.#isStep = true;
    });
    this.#notice.addEventListener('change', () => change({ notice: this.#notice.value.trim() }));
    this.#country.addEventListener('change', () =>
      change({ countries: this.#country.value.split(',').filter(Boolean) }),
    );
    this.#policy.addEventListener('change', () => change({ policy: this.#policy.value }));
    this.#from.addEventListener('change', () => change({ from: this.#from.value }));
    this.#to.addEventListener('change', () => change({ to: this.#to.value }));
    this.root = h(
      'div',
      { class: 'filters', role: 'search', 'aria-label': message('browse.filters') },
      h(
        'div',
        { class: 'fields' },
        field(this.#text, message('browse.text')),
        field(this.#country, message('browse.country')),
        field(this.#from, message('browse.from')),
        field(this.#to, message('browse.to')),
        field(this.#notice, message('browse.notice')),
        field(this.#policy, message('browse.policy')),
        this.#notices,
      ),
      h('fieldset', {}, h('legend', {}, message('browse.lists')), this.#lists),
    );
  }

  /**
   * Has the fields hold what a filter says.
   * @param {Filter} filter
   * @param {Element | null} [except] One that is left as it is.
   */
  write({ text, notice, from, to }, except) {
    const fields = /** @type {const} */ ([
      [this.#text, text],
      [this.#notice, notice],
      [this.#from, from],
      [this.#to, to],
    ]);
    for (const [input, value] of fields) {
      if (input !== except && input.value !== value) input.value = value;
    }
    this.#sent = text;
  }

  /** What was typed last is not looked for any more. */
  stop() {
    clearTimeout(this.#timer);
  }

  /**
   * @param {Filter} filter
   * @param {Counts} counts
   * @param {readonly ListName[]} lists All that are open.
   */
  show(filter, counts, lists) {
    // What is being typed is not taken from under the fingers, unless the way back or a link has led elsewhere.
    this.write(filter, filter.text === this.#sent ? document.activeElement : null);
    this.#showCountries(filter, counts.countries);
    this.#showPolicies(filter, counts.policies);
    this.#showLists(filter, counts.lists, lists);
    const notices = new Set([...counts.dates].reverse().flatMap(({ notices: own }) => own));
    this.#notices.replaceChildren(...[...notices].map((value) => h('option', { value })));
  }

  #typed() {
    this.stop();
    const words = this.#text.value.trim();
    // Of blanks and signs no name is told: they are the beginning of words at most.
    const text = /[\p{L}\p{N}]/u.test(words) ? words : '';
    this.#timer = window.setTimeout(() => {
      const typed = !this.#isStep;
      this.#isStep = false;
      this.#sent = text;
      this.#change({ text }, { typed });
    }, pauseMs);
  }

  /**
   * @param {Filter} filter
   * @param {Counts['countries']} counts
   */
  #showCountries({ countries }, counts) {
    const found = new Map(counts.map(({ code, count }) => [code, count]));
    for (const code of countries) if (!found.has(code)) found.set(code, 0);
    const options = [...found]
      .map(([code, count]) => ({ value: code, text: withCount(countryWithCode(code), count) }))
      .sort((a, b) => a.text.localeCompare(b.text));
    if (countries.length > 1) {
      options.unshift({ value: countries.join(), text: series(countries.map(countryWithCode)) });
    }
    choose(this.#country, [{ value: '', text: message('browse.any_country') }, ...options], countries.join());
  }

  /**
   * @param {Filter} filter
   * @param {Counts['policies']} counts
   */
  #showPolicies({ policy }, counts) {
    const found =
      counts.some(({ kind }) => kind === policy) || !policy ? counts : [...counts, { kind: policy, count: 0 }];
    const options = found.map(({ kind, count }) => ({ value: kind, text: withCount(policyInWords(kind), count) }));
    choose(this.#policy, [{ value: '', text: message('browse.any_policy') }, ...options], policy);
  }

  /**
   * @param {Filter} filter
   * @param {Counts['lists']} counts
   * @param {readonly ListName[]} lists
   */
  #showLists({ lists: chosen }, counts, lists) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.id;
    this.#lists.replaceChildren(
      ...lists.map((list) => {
        const { code } = list;
        const title = titleOf(list);
        const box = h('input', { type: 'checkbox', id: `browse-list-${code}` });
        box.checked = chosen.includes(code);
        box.addEventListener('change', () => {
          const rest = chosen.filter((other) => other !== code);
          this.#change({ lists: box.checked ? [...rest, code] : rest });
        });
        const count = counts.find((own) => own.code === code)?.count ?? 0;
        return h(
          'li',
          {},
          h(
            'label',
            { class: 'chip', for: box.id, title },
            box,
            h('span', {}, code),
            h('span', { class: 'unseen' }, ` ${title}`),
            ' ',
            h('span', { class: 'count' }, number(count)),
          ),
        );
      }),
    );
    if (focused?.startsWith('browse-list-')) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

/** @param {string} kind */
export function policyInWords(kind) {
  const key = `browse.policy_${kind}`;
  const words = message(key);
  return words === key ? kind : words;
}

/**
 * @param {string} text
 * @param {number} count
 */
function withCount(text, count) {
  return message('browse.with_count', { text, count });
}

/**
 * @param {string} id
 * @param {'search' | 'text'} type
 */
function textField(id, type) {
  return h('input', { id, type, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', dir: 'auto' });
}

/**
 * @param {HTMLElement} control
 * @param {string} label
 */
function field(control, label) {
  return h('p', { class: 'field' }, h('label', { for: control.id }, label), control);
}

/**
 * @param {HTMLSelectElement} select
 * @param {{value: string, text: string}[]} options
 * @param {string} value
 */
function choose(select, options, value) {
  select.replaceChildren(...options.map((option) => h('option', { value: option.value }, option.text)));
  select.value = value;
}
