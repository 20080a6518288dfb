import { changeKinds, Changes } from './changes.js';
import { csvOf, jsonOf } from './changes-export.js';
import { titleOf } from './core-words.js';
import { button, facts, h } from './dom.js';
import { download } from './download.js';
import { countryName, hasMessage, message, series } from './messages.js';

/**
 * @typedef {import('../types/update.js').Change} Change
 * @typedef {import('../types/update.js').Difference} Difference
 * @typedef {import('./changes.js').Wanted} Wanted
 */

/** So many changes are shown at once. */
const pageLength = 200;
/** So long after the last key the changes are searched. */
const pauseMs = 120;

/** What changes from one publication to the next: by list how much, and then which entries, to be searched and saved. */
export class ChangeView {
  #changes;
  #difference;
  #fileName;
  #text = h('input', { type: 'text', id: 'change-text', autocomplete: 'off', spellcheck: 'false' });
  #list;
  #kind;
  #count = h('p', { class: 'count', 'aria-live': 'polite' });
  #rows = h('ol', { class: 'changes' });
  #below = h('div', { class: 'row' });
  /** @type {Change[]} */
  #found = [];
  #timer = 0;

  /**
   * @param {Difference} difference
   * @param {string} asOf Goes into the names of saved files.
   */
  constructor(difference, asOf) {
    this.#difference = difference;
    this.#changes = new Changes(difference);
    this.#fileName = `list-changes-${asOf}`;
    this.#list = selectOf('change-list', [
      ['', message('change.any_list')],
      ...difference.lists.map((list) => /** @type {[string, string]} */ ([list.code, titleWithCode(list)])),
    ]);
    this.#kind = selectOf('change-kind', [
      ['telling', message('change.telling')],
      ['', message('change.any_kind')],
      ...changeKinds.map((kind) => /** @type {[string, string]} */ ([kind, message(`change.kind_${kind}`)])),
    ]);
    this.root = h(
      'div',
      { class: 'difference' },
      countsTable(difference),
      this.#finder(),
      this.#count,
      this.#rows,
      this.#below,
    );
    this.#find();
  }

  #finder() {
    const later = () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#find(), pauseMs);
    };
    this.#text.addEventListener('input', later);
    for (const select of [this.#list, this.#kind]) select.addEventListener('change', () => this.#find());
    return h(
      'div',
      { class: 'finder', role: 'group', 'aria-label': message('change.find_label') },
      field(message('change.text'), this.#text),
      field(message('change.list'), this.#list),
      field(message('change.kind'), this.#kind),
    );
  }

  #find() {
    clearTimeout(this.#timer);
    const kind = /** @type {Wanted['kind']} */ (this.#kind.value);
    const asked = { list: this.#list.value, text: this.#text.value };
    this.#found = this.#changes.find({ ...asked, kind });
    const count = this.#found.length;
    this.#count.textContent = message('change.found', { count });
    const folded = kind === 'telling' ? this.#changes.find({ ...asked, kind: '' }).length - count : 0;
    if (folded > 0) {
      const unfold = () => {
        this.#kind.value = '';
        this.#find();
        this.#kind.focus();
      };
      this.#count.append(' ', button(message('change.unfold', { count: folded }), unfold, { class: 'quiet small' }));
    }
    this.#rows.replaceChildren();
    this.#more();
  }

  /** Shows the next page of what was found. */
  #more() {
    const shown = this.#rows.childElementCount;
    const page = this.#found.slice(shown, shown + pageLength).map((change) => this.#row(change));
    this.#rows.append(...page);
    const count = this.#found.length;
    const left = count - shown - page.length;
    const more = () => {
      this.#more();
      /** @type {HTMLElement} */ (this.#rows.children[shown + pageLength])?.focus();
    };
    this.#below.replaceChildren(
      ...(left > 0 ? [button(message('change.more', { count: Math.min(left, pageLength), left }), more)] : []),
      ...(count > 0
        ? [
            button(message('change.save_csv', { count }), () =>
              download(`${this.#fileName}.csv`, 'text/csv;charset=utf-8', csvOf(this.#found, this.#changes)),
            ),
            button(message('change.save_json', { count }), () =>
              download(`${this.#fileName}.json`, 'application/json', jsonOf(this.#found, this.#changes)),
            ),
          ]
        : []),
    );
  }

  /** @param {Change} change */
  #row(change) {
    const { kind, list, name, before_name: before, countries = [], fields = [] } = change;
    const of = this.#difference.lists.find(({ code }) => code === list);
    const title = of ? titleOf(of) : list;
    return h(
      'li',
      { class: 'change', 'data-kind': kind, tabindex: '-1' },
      h(
        'p',
        {},
        h('strong', { class: 'kind' }, message(`change.one_${kind}`)),
        ' ',
        h('bdi', { class: 'party' }, name),
        ' ',
        h('span', { class: 'quiet' }, [title, ...countries.map(countryName)].join(' · ')),
      ),
      before ? h('p', {}, message('change.before_name'), ' ', h('bdi', {}, before)) : null,
      fields.length > 0
        ? h('p', { class: 'quiet' }, message('change.fields', { names: series(fields.map(fieldName)) }))
        : null,
      this.#texts(change, 'requirement'),
      this.#texts(change, 'policy'),
    );
  }

  /**
   * @param {Change} change
   * @param {'requirement' | 'policy'} which
   */
  #texts(change, which) {
    const texts = this.#changes.texts(change, which);
    if (!texts) return null;
    const [before, after] = texts.map((text) => text || message('change.no_text'));
    return h(
      'details',
      {},
      h('summary', {}, message(`change.${which}`)),
      facts('texts', [
        [message('change.before'), before],
        [message('change.after'), after],
      ]),
    );
  }
}

/** @param {string} name As a snapshot has it. */
function fieldName(name) {
  const key = `entry.${name}`;
  return hasMessage(key) ? message(key) : name;
}

/**
 * How much changes in each list.
 * @param {Difference} difference
 */
function countsTable({ lists }) {
  const heads = [
    message('change.list'),
    message('change.entries'),
    ...changeKinds.map((kind) => message(`change.kind_${kind}`)),
  ];
  const rows = lists.map((list) => {
    const { before, after } = list;
    const entries = message('change.from_to', { before: before?.entries ?? 0, after: after?.entries ?? 0 });
    const cells = [entries, ...changeKinds.map((kind) => message('change.number', { count: list[kind] }))];
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, titleWithCode(list)),
      ...cells.map((text, i) => h('td', { 'data-head': heads[i + 1], 'data-none': text === '0' }, text)),
    );
  });
  return h(
    'table',
    { class: 'counts' },
    h('caption', {}, message('change.counts')),
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...rows),
  );
}

/**
 * @param {string} text
 * @param {HTMLInputElement | HTMLSelectElement} input
 */
function field(text, input) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, text), input);
}

/**
 * @param {string} id
 * @param {[value: string, text: string][]} options
 */
function selectOf(id, options) {
  return h('select', { id }, ...options.map(([value, text]) => h('option', { value }, text)));
}

/** @param {import('../types/index.js').ListName} list */
function titleWithCode(list) {
  return message('list.title', { title: titleOf(list), code: list.code });
}
