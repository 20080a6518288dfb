import { countryCodes } from './countries.js';
import { h } from './dom.js';
import { ListFilter } from './list-filter.js';
import { countryName, countryWithCode, message } from './messages.js';
import { MoreFields } from './more-fields.js';
import { asOneLine, pasteAsOneLine } from './pasted-name.js';

/**
 * @typedef {object} Asked What the fields say. What is undefined is not asked: all lists, all kinds.
 * @property {string} name
 * @property {string | null} country
 * @property {string} address
 * @property {string} born
 * @property {string} item
 * @property {number} minScore
 * @property {string[] | undefined} lists
 * @property {import('../types/index.js').PartyKind[] | undefined} kinds
 */

/**
 * The fields: name, country, lowest score, and folded away, which lists and what more is known. They keep what the user
 * typed whatever happens around them.
 */
export class FormView {
  #name = h('input', {
    id: 'name',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    dir: 'auto',
    'aria-describedby': 'hint',
  });
  #country = countrySelect();
  #slider = h('input', {
    type: 'range',
    min: '0',
    max: '100',
    step: '1',
    'aria-label': message('form.threshold_slider'),
  });
  #score = h('input', { id: 'score', type: 'number', min: '0', max: '100', step: 'any', inputmode: 'decimal' });
  #band = h('span', { class: 'reach', id: 'reach' });
  /** @type {import('../types/index.js').About['bands']} */
  #bands = [];
  #filter;
  #more;
  #check = h('button', { type: 'submit', class: 'check', part: 'button' }, message('form.check'));

  /**
   * @param {(isWhole?: boolean) => void} onInput When something changed; false while it is not whole enough to be asked.
   * @param {() => void} onCheck When the user asks for a check.
   */
  constructor(onInput, onCheck) {
    this.#filter = new ListFilter(() => onInput());
    this.#more = new MoreFields(onInput);
    this.#score.setAttribute('aria-describedby', 'reach');
    this.root = h(
      'form',
      { class: 'form', part: 'form', role: 'search', novalidate: true },
      h(
        'div',
        { class: 'fields' },
        h('p', { class: 'field name' }, h('label', { for: 'name' }, message('form.name')), this.#name),
        h('p', { class: 'field country' }, h('label', { for: 'country' }, message('form.country')), this.#country),
        this.#check,
      ),
      h('p', { class: 'hint', id: 'hint' }, message('form.name_hint')),
      h(
        'p',
        { class: 'threshold' },
        h('label', { for: 'score' }, message('form.threshold')),
        this.#score,
        this.#slider,
        this.#band,
      ),
      h('div', { class: 'folds' }, this.#more.root, this.#filter.root),
    );
    // Half-written syllables of an input method are not a name yet; the last event of the composition comes after it.
    this.#name.addEventListener('input', (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) onInput();
    });
    this.#name.addEventListener('compositionend', () => onInput());
    this.#name.addEventListener('paste', (event) => {
      if (pasteAsOneLine(this.#name, event)) onInput();
    });
    // Enter in a field clicks this button, but not while an input method composes. Nothing is sent: a sandboxed frame may send
    // no form, and does not even tell that one was to be sent.
    this.#check.addEventListener('click', (event) => {
      event.preventDefault();
      onCheck();
    });
    this.#country.addEventListener('change', () => onInput());
    this.#slider.addEventListener('input', () => {
      this.minScore = this.#slider.valueAsNumber;
      onInput();
    });
    this.#score.addEventListener('input', () => {
      if (Number.isNaN(this.#score.valueAsNumber)) return;
      this.#slider.valueAsNumber = this.#score.valueAsNumber;
      this.#describe();
      onInput();
    });
  }

  /** @returns {Asked} */
  get asked() {
    return {
      name: this.name,
      country: this.#country.value || null,
      address: this.#more.address,
      born: this.#more.born,
      item: this.#more.item,
      minScore: this.minScore,
      lists: this.#filter.chosenLists,
      kinds: this.#filter.chosenKinds,
    };
  }

  get name() {
    return this.#name.value;
  }

  set name(name) {
    this.#name.value = asOneLine(name);
  }

  get minScore() {
    const score = this.#score.valueAsNumber;
    return Number.isNaN(score) ? this.#slider.valueAsNumber : score;
  }

  /** NaN for none yet. */
  set minScore(score) {
    this.#score.valueAsNumber = score;
    this.#slider.valueAsNumber = score;
    this.#describe();
  }

  /** Whether a lowest score was given, by attribute or by hand. */
  get hasMinScore() {
    return this.#score.value !== '';
  }

  /** @param {string} code Empty for any. A code that is not in the list is shown as it is, and the core will judge it. */
  set country(code) {
    const known = [...this.#country.options].some(({ value }) => value === code);
    if (!known) this.#country.append(h('option', { value: code }, code));
    this.#country.value = code;
  }

  /** @param {import('../types/index.js').About['bands']} bands */
  set bands(bands) {
    this.#bands = bands;
    this.#describe();
  }

  /** @param {readonly import('../types/index.js').ListName[]} lists All that can be searched now or soon. */
  set lists(lists) {
    this.#filter.lists = lists;
  }

  /** Takes back the choice of lists. */
  chooseAllLists() {
    this.#filter.choose(true);
  }

  /**
   * @param {{field?: string, sentence: string} | undefined} wrong The field of the question that is wrong, as the engine
   *     calls it, and why; undefined for none.
   */
  set wrong(wrong) {
    for (const [field, input] of Object.entries({
      name: this.#name,
      country: this.#country,
      min_score: this.#score,
    })) {
      if (field === wrong?.field) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
    this.#more.wrong = wrong;
    this.#filter.wrongField = wrong?.field;
  }

  /** Empties the fields that tell of one party, and takes back the choice of lists. */
  clear() {
    this.name = '';
    this.#more.clear();
    this.#filter.clear();
  }

  /** @param {boolean} isSo */
  set disabled(isSo) {
    this.root.inert = isSo;
  }

  /** Where a check begins. */
  get anchor() {
    return this.#name;
  }

  focus() {
    this.#name.focus();
  }

  #describe() {
    const band = this.#bands.find(({ from }) => this.minScore >= from);
    this.#band.textContent = band ? message(`threshold.${band.name}`) : '';
  }
}

function countrySelect() {
  const options = countryCodes
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ code }) => h('option', { value: code }, countryWithCode(code)));
  return h('select', { id: 'country' }, h('option', { value: '' }, message('form.country_any')), ...options);
}
