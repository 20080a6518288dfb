import { areSameLists, keptParts } from '../engine/list-store.js';
import { button, h } from './dom.js';
import { sentenceOf } from './error-view.js';
import { datesInWords } from './lists-panel.js';
import { longMoment, message } from './messages.js';

/**
 * @typedef {import('../types/update.js').Kept} Kept
 * @typedef {import('../types/update.js').KeptLists} KeptLists
 * @typedef {import('../types/update.js').KeptPart} KeptPart
 * @typedef {import('../types/index.js').LookupError} LookupError
 *
 * @typedef {object} IdlePart Kept, but not in use.
 * @property {keyof KeptLists} part
 * @property {'refused' | 'outdated'} why
 * @property {LookupError} [error]
 *
 * @typedef {object} KeptState
 * @property {Kept | undefined} kept What the browser keeps; undefined where that is not known.
 * @property {KeptLists} inUse What this page searches instead of what it came with.
 * @property {IdlePart[]} idle Parts of `kept.current`.
 * @property {LookupError | undefined} storageError Of the last reading or change.
 * @property {boolean} elsewhere Another tab has changed what is kept.
 */

const nothing = /** @type {Kept} */ ({ current: {}, previous: {} });

/** @param {KeptLists} lists */
const isNone = (lists) => areSameLists(lists, {});

/**
 * The lists that one can go back to: those that are kept, where others are in use, or else those before them.
 * @param {KeptState} state
 * @returns {KeptLists}
 */
export function formerLists({ kept = nothing, inUse, idle }) {
  return idle.length > 0 || areSameLists(inUse, kept.current) ? kept.previous : kept.current;
}

/**
 * The lists in use with those for which the page came with later ones.
 * @param {KeptState} state
 * @returns {KeptLists}
 */
export function withOutdated({ kept = nothing, inUse, idle }) {
  return { ...inUse, ...partsOf(kept.current, idle, 'outdated') };
}

/**
 * Which brought-in lists are in use or kept, and the ways back. Empty where there is nothing to say.
 * @param {KeptState} state
 * @param {{goBack: () => void, forget: () => void, useOutdated: () => void, reload: () => void}} ways
 * @returns {HTMLElement[]}
 */
export function keptView(state, { goBack, forget, useOutdated, reload }) {
  const { kept, inUse, idle, elsewhere } = state;
  const parts = elsewhere ? [notice(message('kept.elsewhere'), button(message('failure.reload'), reload))] : [];
  parts.push(...idleNotices(state, useOutdated));
  parts.push(...groupsOf(inUse).map((group) => h('p', {}, message('kept.in_use', factsOf(group)))));

  const former = formerLists(state);
  const isKept = kept && !(isNone(kept.current) && isNone(kept.previous));
  if (isKept && isNone(inUse) && idle.length === 0) parts.push(h('p', {}, message('kept.bundled')));
  const buttons = [
    areSameLists(former, inUse) ? null : button(goBackTo(former), goBack),
    isKept ? button(message(isNone(inUse) ? 'kept.forget_former' : 'kept.forget'), forget) : null,
  ].filter((way) => way !== null);
  if (buttons.length > 0) parts.push(h('div', { class: 'row' }, ...buttons));
  parts.push(...storageNotice(state));
  return parts;
}

/**
 * What is kept and not in use, and why.
 * @param {KeptState} state
 * @param {() => void} useOutdated
 */
function idleNotices({ kept = nothing, idle }, useOutdated) {
  return /** @type {const} */ (['refused', 'outdated']).flatMap((why) =>
    groupsOf(partsOf(kept.current, idle, why)).map((group) => {
      const error = idle.find(({ part }) => group.parts.includes(part))?.error;
      const text = message(`kept.${why}`, { ...factsOf(group), sentence: error ? sentenceOf(error) : '' });
      return notice(text, why === 'outdated' ? button(message('kept.use'), useOutdated) : null);
    }),
  );
}

/**
 * That the browser did not keep what was changed, or did not say what it keeps.
 * @param {KeptState} state
 */
function storageNotice({ kept, inUse, storageError }) {
  if (!storageError) return [];
  const isUsed = !isNone(inUse);
  const isKept = kept && !isNone(kept.current);
  if (!isUsed && kept && !isKept) return [];
  const key = isKept ? 'kept.still_kept' : isUsed ? 'kept.not_stored' : 'kept.not_read';
  return [notice(message(key, { sentence: sentenceOf(storageError) }))];
}

/** @param {KeptLists} lists */
function goBackTo(lists) {
  const groups = groupsOf(lists).map((group) => message('kept.these', factsOf(group)));
  if (groups.length === 0) return message('kept.go_back_bundled');
  return message(groups.length === 1 ? 'kept.go_back' : 'kept.go_back_two', { first: groups[0], second: groups[1] });
}

/**
 * @param {KeptLists} lists
 * @param {IdlePart[]} idle
 * @param {IdlePart['why']} why
 * @returns {KeptLists}
 */
function partsOf(lists, idle, why) {
  const wanted = keptParts.filter((name) => idle.some((each) => each.part === name && each.why === why));
  return Object.fromEntries(wanted.map((name) => [name, lists[name]]));
}

/**
 * Parts that were taken together stand together.
 * @param {KeptLists} lists
 * @returns {{parts: (keyof KeptLists)[], kept: KeptPart[]}[]}
 */
function groupsOf(lists) {
  /** @type {Map<string, {parts: (keyof KeptLists)[], kept: KeptPart[]}>} */
  const groups = new Map();
  for (const part of keptParts) {
    const own = lists[part];
    if (!own) continue;
    const origin = `${own.takenAt} ${own.fileName}`;
    const { parts, kept } = groups.get(origin) ?? { parts: [], kept: [] };
    groups.set(origin, { parts: [...parts, part], kept: [...kept, own] });
  }
  return [...groups.values()];
}

/** @param {{parts: (keyof KeptLists)[], kept: KeptPart[]}} group */
function factsOf({ parts, kept }) {
  const which = parts.length > 1 ? 'all' : parts[0];
  return {
    lists: message(`kept.which_${which}`),
    date: datesInWords(kept.map(({ asOf }) => ({ as_of: asOf }))),
    moment: longMoment(new Date(kept[0].takenAt)),
    file: kept[0].fileName,
  };
}

/**
 * @param {string} text
 * @param {...(HTMLElement | null)} buttons
 */
function notice(text, ...buttons) {
  return h('div', { class: 'notice' }, h('p', {}, text), h('div', { class: 'row' }, ...buttons));
}
