import { entryOf } from './decision.js';
import { button, h } from './dom.js';
import { longMoment, message } from './messages.js';

/**
 * @typedef {import('../types/index.js').Match} Match
 * @typedef {import('../types/element.js').Decision} Decision
 */

const kinds = /** @type {const} */ (['undecided', 'not_same_party', 'same_party']);

/**
 * What the user makes of the possible matches of a check: below the matches, and on paper with every decision made so far. What
 * is chosen becomes a decision when the user says so: moving through the choices is none.
 */
export class DecisionView {
  #onDecide;
  /** @type {readonly Match[]} */
  #parties = [];
  #radios = kinds.map((value) =>
    h('input', { type: 'radio', name: 'decision', value, id: `decision-${value}`, checked: value === 'undecided' }),
  );
  #entry = h('select', { 'aria-label': message('decision.entry') });
  #note = h('textarea', { id: 'decision-note', rows: '2' });
  #log = h('ol', { class: 'decided', 'aria-live': 'polite' });

  /** @param {(decision: Decision) => void} onDecide */
  constructor(onDecide) {
    this.#onDecide = onDecide;
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
      h(
        'p',
        {},
        button(message('decision.record'), () => this.#decide(), { class: 'decided-by' }),
      ),
      this.#log,
    );
    this.#entry.addEventListener('change', () => {
      for (const radio of this.#radios) radio.checked = radio.value === 'same_party';
    });
  }

  /** @param {readonly Match[]} parties Those that the party may be. What was chosen of them stays so if it is still there. */
  set parties(parties) {
    const chosen = this.#entry.value;
    this.#parties = parties;
    this.#entry.replaceChildren(
      ...parties.map((party) =>
        h('option', { value: entryOf(party), selected: entryOf(party) === chosen }, nameOf(party)),
      ),
    );
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
      shown: this.#parties.length,
      decided_at: decidedAt.toISOString(),
    });
  }
}

/** @param {Match} party */
function nameOf({ name, list, id }) {
  return message('decision.party', { name, list, id });
}
