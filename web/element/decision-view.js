import { entryOf } from './decision.js';
import { h } from './dom.js';
import { longMoment, message } from './messages.js';

/**
 * @typedef {import('../types/index.js').Match} Match
 * @typedef {import('../types/element.js').Decision} Decision
 */

const kinds = /** @type {const} */ (['undecided', 'not_same_party', 'same_party']);

/** What the user makes of the possible matches of a check: below the matches, and on paper with every decision made so far. */
export class DecisionView {
  #onDecide;
  #parties;
  #radios = kinds.map((value) =>
    h('input', { type: 'radio', name: 'decision', value, id: `decision-${value}`, checked: value === 'undecided' }),
  );
  #entry;
  #note = h('textarea', { id: 'decision-note', rows: '2' });
  #log = h('ol', { class: 'decided', 'aria-live': 'polite' });

  /**
   * @param {Match[]} parties Those that the party may be.
   * @param {(decision: Decision) => void} onDecide
   */
  constructor(parties, onDecide) {
    this.#parties = parties;
    this.#onDecide = onDecide;
    this.#entry = h(
      'select',
      { 'aria-label': message('decision.entry') },
      ...parties.map((party) => h('option', { value: entryOf(party) }, nameOf(party))),
    );
    this.root = h(
      'fieldset',
      { class: 'decision', part: 'decision' },
      h('legend', {}, message('decision.heading')),
      ...this.#radios.map((radio) =>
        h(
          'p',
          { class: 'tick' },
          radio,
          h('label', { for: radio.id }, message(`decision.${radio.value}`)),
          radio.value === 'same_party' ? this.#entry : null,
        ),
      ),
      h('p', { class: 'field' }, h('label', { for: this.#note.id }, message('decision.note')), this.#note),
      h('p', { class: 'hint' }, message('decision.hint')),
      this.#log,
    );
    this.#entry.addEventListener('change', () => {
      for (const radio of this.#radios) radio.checked = radio.value === 'same_party';
    });
    this.root.addEventListener('change', () => this.#decide());
  }

  /** @param {boolean} isSo */
  set disabled(isSo) {
    this.root.disabled = isSo;
  }

  /** Where a decision is made. */
  get anchor() {
    return this.#radios[0];
  }

  #decide() {
    const decision = kinds.find((_, index) => this.#radios[index].checked) ?? 'undecided';
    const note = this.#note.value.trim();
    const decidedAt = new Date();
    const party = decision === 'same_party' ? this.#parties[this.#entry.selectedIndex] : undefined;
    const said = message(`decision.${decision}`);
    const line = message('decision.made', {
      moment: longMoment(decidedAt),
      decision: party ? message('decision.of_entry', { decision: said, name: nameOf(party) }) : said,
    });
    this.#log.append(h('li', {}, line, note ? h('bdi', {}, message('decision.with_note', { note })) : null));
    this.#onDecide({
      decision,
      ...(party && { entry: entryOf(party) }),
      ...(note && { note }),
      decided_at: decidedAt.toISOString(),
    });
  }
}

/** @param {Match} party */
function nameOf({ name, list, id }) {
  return message('decision.party', { name, list, id });
}
