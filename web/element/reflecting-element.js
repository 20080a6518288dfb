/**
 * The number that an attribute says; undefined where there is none, or what it says is none.
 * @param {Element} element
 * @param {string} name
 */
export function numberAttribute(element, name) {
  const text = element.getAttribute(name);
  const value = Number(text);
  return text && Number.isFinite(value) ? value : undefined;
}

/** An element whose properties are its attributes. */
export class ReflectingElement extends HTMLElement {
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

  /** Where the other lists are, empty for none; null for those that belong to the list. */
  get othersSrc() {
    return this.getAttribute('others-src');
  }

  set othersSrc(address) {
    if (address === null) this.removeAttribute('others-src');
    else this.setAttribute('others-src', address);
  }

  /** The lowest score to show at first; null for the core's default. */
  get minScore() {
    return numberAttribute(this, 'min-score') ?? null;
  }

  set minScore(score) {
    this.toggleAttribute('min-score', score !== null);
    if (score !== null) this.setAttribute('min-score', String(score));
  }

  /** How many matches to show at first; null for the core's default. */
  get maxMatches() {
    return numberAttribute(this, 'max-matches') ?? null;
  }

  set maxMatches(count) {
    this.toggleAttribute('max-matches', count !== null);
    if (count !== null) this.setAttribute('max-matches', String(count));
  }

  get country() {
    return this.getAttribute('country') ?? '';
  }

  set country(code) {
    this.setAttribute('country', code ?? '');
  }

  /** Where an entry can be read by itself, with `{list}` and `{id}` in their places; empty for nowhere. */
  get entryHref() {
    return this.getAttribute('entry-href') ?? '';
  }

  set entryHref(template) {
    this.setAttribute('entry-href', template);
  }

  /** Under which name a form around the element sends the record of the check. */
  get name() {
    return this.getAttribute('name') ?? '';
  }

  set name(name) {
    this.setAttribute('name', name);
  }

  /** Whether a form around the element waits for a check, and for the decision where it found someone. */
  get required() {
    return this.hasAttribute('required');
  }

  set required(isSo) {
    this.toggleAttribute('required', isSo);
  }

  /** Whether a decision is asked for where the element stands in no form. */
  get decisions() {
    return this.hasAttribute('decisions');
  }

  set decisions(isSo) {
    this.toggleAttribute('decisions', isSo);
  }
}
