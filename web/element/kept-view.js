import { button, h } from './dom.js';
import { sentenceOf } from './error-view.js';
import { longDate, longMoment, message } from './messages.js';

/**
 * @typedef {import('../types/update.js').KeptLists} KeptLists
 * @typedef {import('../types/update.js').ListsToKeep} ListsToKeep
 * @typedef {import('../engine/errors.js').LookupError} LookupError
 *
 * @typedef {object} KeptState
 * @property {ListsToKeep | undefined} inUse Undefined: the lists that came with the page.
 * @property {ListsToKeep | undefined} former Those before; undefined: the lists that came with the page.
 * @property {{lists: ListsToKeep, why: 'refused' | 'outdated', error?: LookupError} | undefined} idle Kept, but not in use.
 * @property {LookupError | undefined} storageError
 * @property {boolean} elsewhere Another tab has changed what is kept.
 */

/**
 * Which brought-in lists are in use or kept, and the ways back. Empty where there is nothing to say.
 * @param {KeptState} state
 * @param {{rollBack: () => void, forget: () => void, use: (lists: ListsToKeep) => void, reload: () => void}} ways
 * @returns {HTMLElement[]}
 */
export function keptView({ inUse, former, idle, storageError, elsewhere }, { rollBack, forget, use, reload }) {
  const parts = [];
  if (elsewhere) parts.push(notice(message('kept.elsewhere'), button(message('failure.reload'), reload)));
  if (idle) {
    const { lists, why, error } = idle;
    const text = message(`kept.${why}`, { ...factsOf(lists), sentence: error ? sentenceOf(error) : '' });
    const again = why === 'outdated' ? button(message('kept.use'), () => use(lists)) : null;
    parts.push(notice(text, again, button(message('kept.forget'), forget)));
  }
  if (inUse) {
    const back = former ? message('kept.roll_back', factsOf(former)) : message('kept.roll_back_bundled');
    parts.push(
      h('p', {}, message('kept.in_use', factsOf(inUse))),
      h('div', { class: 'row' }, button(back, rollBack), former ? button(message('kept.forget'), forget) : null),
    );
  } else if (former && !idle) {
    parts.push(
      h('p', {}, message('kept.bundled')),
      h(
        'div',
        { class: 'row' },
        button(message('kept.roll_back', factsOf(former)), rollBack),
        button(message('kept.forget_former'), forget),
      ),
    );
  }
  if (storageError && (inUse || former))
    parts.push(notice(message('kept.not_stored', { sentence: sentenceOf(storageError) })));
  return parts;
}

/** @param {ListsToKeep} lists */
function factsOf({ asOf, takenAt, fileName }) {
  return { date: longDate(asOf), moment: longMoment(new Date(takenAt)), file: fileName };
}

/**
 * @param {string} text
 * @param {...(HTMLElement | null)} buttons
 */
function notice(text, ...buttons) {
  return h('div', { class: 'notice' }, h('p', {}, text), h('div', { class: 'row' }, ...buttons));
}
