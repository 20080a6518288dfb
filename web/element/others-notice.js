import { listsInWords } from './coverage.js';
import { button, h } from './dom.js';
import { sentenceOf } from './error-view.js';
import { message } from './messages.js';

/**
 * @typedef {import('../types/index.js').LookupError} LookupError
 * @typedef {import('../types/index.js').ListName} ListName
 *
 * @typedef {object} Missing
 * @property {readonly ListName[] | undefined} lists Undefined where nothing is known of them.
 * @property {LookupError | undefined} error
 * @property {() => void} retry
 */

/**
 * Beside the lists that are there: that others could not be loaded, and why.
 * @param {Missing} missing
 */
export function notLoadedNotice({ lists, error, retry }) {
  const said = message('others.not_loaded', { lists: listsInWords(lists) });
  return notice([said, error ? reasonOf(error) : ''].join(' ').trim(), error, retry);
}

/**
 * The sentences for a search that failed would not be true: the lists that are there are searched.
 * @param {LookupError} error
 */
function reasonOf(error) {
  return error.code === 'core_failed' || error.code === 'worker_failed' ? message('others.stopped') : sentenceOf(error);
}

/**
 * Beside an answer: that it says nothing of lists that could not be loaded.
 * @param {Missing} missing
 */
export function notSearchedNotice({ lists, error, retry }) {
  return notice(message('others.not_searched', { lists: listsInWords(lists) }), error, retry);
}

/**
 * That lists which the page knows of are not among those that were brought in.
 * @param {'others.absent' | 'others.absent_here'} key Beside the lists that are there, or beside an answer.
 * @param {readonly ListName[] | undefined} lists
 */
export function absentNotice(key, lists) {
  const text = message(key, { lists: listsInWords(lists) });
  return h('div', { class: 'notice stale missing', part: 'notice' }, h('p', {}, text));
}

/**
 * @param {string} text
 * @param {LookupError | undefined} error
 * @param {() => void} retry
 */
function notice(text, error, retry) {
  const way = message(error?.code === 'build_mixed' ? 'failure.reload' : 'others.retry');
  return h(
    'div',
    { class: 'notice stale missing', part: 'notice', 'data-code': error?.code },
    h('p', {}, text),
    button(way, retry),
  );
}
