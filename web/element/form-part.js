import { decided, entriesIn, formDataOf, isSameQuestion, lackOf } from './decision.js';
import { DecisionView } from './decision-view.js';
import { message } from './messages.js';

/**
 * @typedef {import('../types/element.js').CheckRecord} CheckRecord
 * @typedef {import('../types/element.js').Decision} Decision
 * @typedef {HTMLElement & {value: string, name: string, required: boolean, decisions: boolean}} Field
 */

/** @type {WeakMap<HTMLElement, FormPart>} */
const parts = new WeakMap();

/**
 * The part of an element that was given one: what only the element itself may touch.
 * @param {HTMLElement} element
 */
export function formPartOf(element) {
  return /** @type {FormPart} */ (parts.get(element));
}

/**
 * The element's part in a form around it: the record of the check that is shown, the user's decision about it, what is sent,
 * and whether the form may be sent.
 */
export class FormPart {
  #element;
  #internals;
  /** @type {CheckRecord | null} */
  #record = null;
  /** @type {DecisionView | undefined} */
  #decision;
  /** @type {CheckRecord | undefined} The last record, which goes on where the same is checked again. */
  #last;
  /** @type {ReadonlySet<string>} The entries that the last decision is about. */
  #seen = new Set();
  #isDisabled = false;
  /** @type {HTMLElement | undefined} Where a check begins. */
  #anchor;

  /** @param {Field} element */
  constructor(element) {
    this.#element = element;
    this.#internals = element.attachInternals();
    parts.set(element, this);
  }

  get internals() {
    return this.#internals;
  }

  /** What is sent: null while no check is shown, or while it is not of what the fields say. */
  get record() {
    return this.#record;
  }

  /** @param {HTMLElement} anchor Where the user mends that there is no check. */
  set anchor(anchor) {
    this.#anchor = anchor;
  }

  /** @param {boolean} isSo */
  set disabled(isSo) {
    this.#isDisabled = isSo;
    if (this.#decision) this.#decision.disabled = isSo;
  }

  /**
   * A check is shown. A decision about it is asked for where one is of use. The same question checked again, as when other lists
   * have come, takes nothing from what was decided about it.
   * @param {CheckRecord} record
   * @param {import('../types/index.js').Match[]} parties Those that it found.
   * @param {{place: HTMLElement, onDecide: (decision: Decision, record: CheckRecord) => void}} asking `place`: what shows the
   *     check.
   */
  keep(record, parties, { place, onDecide }) {
    if (this.#last && isSameQuestion(this.#last, record)) record = { ...record, decisions: this.#last.decisions };
    else this.clear();
    this.#record = this.#last = record;
    if (parties.length > 0 && (this.#internals.form !== null || this.#element.decisions)) {
      this.#decision ??= new DecisionView((decision) => {
        if (!this.#record) return;
        this.#record = this.#last = decided(this.#record, decision);
        this.#seen = new Set(entriesIn(this.#record));
        this.tell();
        onDecide(decision, this.#record);
      });
      this.#decision.parties = parties;
      // A browser points only at what is in its place.
      place.append(this.#decision.root);
    }
    this.disabled = this.#isDisabled;
    this.tell();
  }

  /** No check is shown any more, or it is not of what the fields say. */
  pause() {
    this.#record = null;
    if (this.#decision) this.#decision.disabled = true;
    this.tell();
  }

  /** The next check begins anew, whatever it asks. */
  clear() {
    this.pause();
    this.#decision = undefined;
    this.#last = undefined;
    this.#seen = new Set();
  }

  /** Tells the form how it stands. */
  tell() {
    const { name, value, required } = this.#element;
    this.#internals.setFormValue(name && this.#record ? formDataOf(name, this.#record) : null, value);
    const lack = required ? lackOf(this.#record, this.#seen) : undefined;
    const anchor = (this.#record && this.#decision?.anchor) ?? this.#anchor;
    if (lack) this.#internals.setValidity({ valueMissing: true }, message(lack), anchor);
    else this.#internals.setValidity({});
  }
}
