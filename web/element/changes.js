/**
 * @typedef {import('../types/update.js').Change} Change
 * @typedef {import('../types/update.js').ChangeKind} ChangeKind
 * @typedef {import('../types/update.js').Difference} Difference
 *
 * @typedef {object} Wanted
 * @property {string} list Code; empty for all.
 * @property {ChangeKind | 'telling' | ''} kind `telling`: all but those in details by which nobody is found. Empty for all.
 * @property {string} text Words that must all be in the names, the former name or an id, whatever their case and accents.
 */

export const changeKinds = /** @type {const} */ (['added', 'removed', 'renamed', 'requirement', 'policy', 'other']);

/** By these a party is found: a screener must see that they changed. */
const findingFields = ['aliases', 'acronyms', 'addresses', 'ids'];

/** @param {Change} change */
function isTelling({ kind, fields = [] }) {
  return kind !== 'other' || fields.some((field) => findingFields.includes(field));
}

/** @param {string} text */
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The changes of an import, to be searched. */
export class Changes {
  #difference;
  /** @type {string[] | undefined} What is searched of each change; made when the first text is asked for. */
  #searched;

  /** @param {Difference} difference */
  constructor(difference) {
    this.#difference = difference;
  }

  /**
   * How many there are of a kind, in all lists.
   * @param {ChangeKind} kind
   */
  count(kind) {
    return this.#difference.lists.reduce((sum, list) => sum + list[kind], 0);
  }

  /**
   * @param {Wanted} wanted
   * @returns {Change[]} In the order of the difference.
   */
  find({ list, kind, text }) {
    const words = folded(text).split(/\s+/).filter(Boolean);
    if (words.length > 0) {
      this.#searched ??= this.#difference.changes.map(({ name, before_name = '', id, before_id = '' }) =>
        folded([name, before_name, id, before_id].join('\n')),
      );
    }
    const searched = this.#searched;
    return this.#difference.changes.filter(
      (change, i) =>
        (list === '' || change.list === list) &&
        (kind === '' || (kind === 'telling' ? isTelling(change) : change.kind === kind)) &&
        words.every((word) => searched?.[i].includes(word)),
    );
  }

  /**
   * Requirement or policy of a change, before and after; undefined where it did not change.
   * @param {Change} change
   * @param {'requirement' | 'policy'} which
   * @returns {[before: string, after: string] | undefined} Empty where there was none.
   */
  texts(change, which) {
    const [before, after] = change[which] ?? [];
    if (before === undefined || after === undefined) return undefined;
    const { texts } = this.#difference;
    return [before === null ? '' : texts[before], after === null ? '' : texts[after]];
  }
}
