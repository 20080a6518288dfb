import { titleOf } from './core-words.js';
import { message, series } from './messages.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').ListName} ListName
 * @typedef {import('../types/index.js').OthersState} OthersState
 *
 * @typedef {object} Coverage What an answer covers, and what it does not.
 * @property {Answer['lists']} searched
 * @property {ListName[]} leftOut Lists that the user chose not to search.
 * @property {ListName[] | undefined} missing Lists that were asked for and are not there; undefined for some of which
 *     nothing is known.
 * @property {'whole' | 'loading' | 'failed' | 'absent'} state Whether lists are missing, and if they may yet come. `absent`:
 *     the lists in use do not have them.
 * @property {OthersState['error']} error Why they are missing.
 */

/**
 * Every list that is open or should be, by the build's word.
 * @param {{lists: readonly ListName[], others: OthersState}} engine
 * @returns {ListName[]}
 */
export function knownLists({ lists, others }) {
  const open = lists.map(({ code, title }) => ({ code, title }));
  const more = others.lists ?? [];
  return [...open, ...more.filter(({ code }) => !open.some((own) => own.code === code))];
}

/**
 * The lists that the page knows of and that the lists in use do not have, though all of these are loaded.
 * @param {{lists: readonly ListName[], others: OthersState}} engine
 * @returns {ListName[]}
 */
export function absentLists(engine) {
  if (engine.others.state !== 'ready') return [];
  return knownLists(engine).filter(({ code }) => !engine.lists.some((list) => list.code === code));
}

/**
 * @param {Answer} answer
 * @param {{lists: readonly ListName[], others: OthersState}} engine
 * @param {string[] | undefined} chosen The lists that the user wants; undefined for all.
 * @returns {Coverage}
 */
export function coverageOf(answer, engine, chosen) {
  const { state, lists, error } = engine.others;
  const searched = new Set(answer.lists.map(({ code }) => code));
  const rest = knownLists(engine).filter(({ code }) => !searched.has(code));
  const isWanted = (/** @type {ListName} */ { code }) => !chosen || chosen.includes(code);
  const leftOut = rest.filter((list) => !isWanted(list));
  const missing = rest.filter(isWanted);
  const waits = state === 'loading' || state === 'failed';
  const isWhole = missing.length === 0 && (!waits || lists !== undefined);
  return {
    searched: answer.lists,
    leftOut,
    missing: lists ? missing : undefined,
    state: isWhole ? 'whole' : waits ? state : 'absent',
    error,
  };
}

/** @param {readonly ListName[]} lists */
export function codesOf(lists) {
  return series(lists.map(({ code }) => code));
}

/**
 * Lists in words: one by its title, several by number and codes, and those of which nothing is known as “the other lists”.
 * @param {readonly ListName[] | undefined} lists
 */
export function listsInWords(lists) {
  if (!lists) return message('others.unknown');
  if (lists.length === 1) return message('others.one', { title: titleOf(lists[0]), code: lists[0].code });
  return message('others.several', { count: lists.length, codes: codesOf(lists) });
}
