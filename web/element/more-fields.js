import { h } from './dom.js';
import { message } from './messages.js';
import { pasteAsOneLine } from './pasted-name.js';

/** When what is typed looks whole: before that it is not asked yet. The core judges. */
const looksWhole = {
  address: /^$|[\p{L}\p{N}]/u,
  born: /^(\d{4}(-\d\d){0,2})?$/,
  item: /^((ECCN\s*:?\s*)?(EAR\s?99|\d[A-E]\d{3}.*))?$/i,
};

/** @typedef {'address' | 'born' | 'item'} MoreField */

/** What may be told besides the name and the country: an address, a date of birth, and what the goods are classified as. */
export class MoreFields {
  #fields = {
    address: field('address', { dir: 'auto' }),
    born: field('born', { inputmode: 'numeric' }),
    item: field('item', { autocapitalize: 'characters' }),
  };
  #summary = h('summary', {}, message('more.summary'));
  root = h(
    'details',
    { class: 'more' },
    this.#summary,
    h('div', { class: 'pair' }, ...this.#each.map(([, { root }]) => root)),
  );

  /** @param {(isWhole: boolean) => void} onInput Whether what is typed looks whole. */
  constructor(onInput) {
    for (const [name, { input }] of this.#each) {
      const changed = () => {
        this.#count();
        onInput(looksWhole[name].test(input.value.trim()));
      };
      // Half-written syllables of an input method are not an address yet.
      input.addEventListener('input', (event) => {
        if (!(/** @type {InputEvent} */ (event).isComposing)) changed();
      });
      input.addEventListener('compositionend', changed);
      input.addEventListener('paste', (event) => {
        if (pasteAsOneLine(input, event, ', ')) changed();
      });
      input.addEventListener('change', () => onInput(true));
    }
  }

  /** @returns {[MoreField, ReturnType<typeof field>][]} */
  get #each() {
    return /** @type {[MoreField, ReturnType<typeof field>][]} */ (Object.entries(this.#fields));
  }

  get address() {
    return this.#fields.address.input.value.trim();
  }

  get born() {
    return this.#fields.born.input.value.trim();
  }

  get item() {
    return this.#fields.item.input.value.trim();
  }

  /**
   * Marks a field as wrong and says why in its place.
   * @param {{field?: string, sentence: string} | undefined} wrong
   */
  set wrong(wrong) {
    for (const [name, { input, hint }] of this.#each) {
      const isWrong = wrong?.field === name;
      hint.textContent = isWrong ? wrong.sentence : message(`more.${name}_hint`);
      hint.classList.toggle('fault', isWrong);
      if (isWrong) {
        input.setAttribute('aria-invalid', 'true');
        this.root.open = true;
      } else {
        input.removeAttribute('aria-invalid');
      }
    }
  }

  clear() {
    for (const [, { input }] of this.#each) input.value = '';
    this.#count();
  }

  /** Folded, the fields still say that they hold something. */
  #count() {
    const count = this.#each.filter(([, { input }]) => input.value.trim() !== '').length;
    this.#summary.textContent = count === 0 ? message('more.summary') : message('more.summary_given', { count });
  }
}

/**
 * @param {MoreField} name
 * @param {Record<string, string>} attributes
 */
function field(name, attributes) {
  const input = h('input', {
    id: name,
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${name}-hint`,
    ...attributes,
  });
  const hint = h('span', { class: 'hint', id: `${name}-hint` }, message(`more.${name}_hint`));
  return {
    input,
    hint,
    root: h('p', { class: `field ${name}` }, h('label', { for: name }, message(`more.${name}`)), input, hint),
  };
}
