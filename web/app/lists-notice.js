import { absentLists } from '../element/coverage.js';
import { button, h } from '../element/dom.js';
import { detailOf, sentenceOf } from '../element/error-view.js';
import { message } from '../element/messages.js';
import { absentNotice, notLoadedNotice } from '../element/others-notice.js';
import { asLookupError } from '../engine/errors.js';
import { listHref } from './route.js';

/**
 * @typedef {import('../types/index.js').LookupError} LookupError
 * @typedef {import('./shell.js').Shell} Shell
 */

/**
 * What is said where there is no engine to ask: that the lists still load, or that they could not be opened.
 * @param {Shell} shell
 */
export function notOpenNotice({ hasFailed, checkHref }) {
  if (!hasFailed) return h('p', { class: 'side' }, message('list.loading'));
  const way = h('a', { href: checkHref }, message('nav.check'));
  return h('p', { class: 'notice stale' }, message('page.not_open'), ' ', way);
}

/**
 * Which lists are not there yet, or not at all: what is shown says nothing of them.
 * @param {import('../types/index.js').Engine} engine
 */
export function missingNotices(engine) {
  const { state, lists, error } = engine.others;
  if (state === 'loading') return [h('p', { class: 'notice' }, message('page.lists_to_come'))];
  if (state === 'failed') return [notLoadedNotice({ lists, error, retry: () => void engine.loadOthers() })];
  const absent = absentLists(engine);
  return absent.length > 0 ? [absentNotice('others.absent', absent)] : [];
}

/**
 * Whether what is not there may still come with the other lists.
 * @param {import('../types/index.js').Engine} engine
 * @param {unknown} [thrown] What the core says of it.
 */
export function mayCome({ others }, thrown) {
  return others.state === 'loading' && (thrown === undefined || codedError(thrown).code === 'list_not_open');
}

/**
 * That something could not be read, so that nothing looks like an empty list.
 * @param {unknown} thrown
 * @param {() => void} retry
 */
export function failureNotice(thrown, retry) {
  const error = codedError(thrown);
  // What is asked in a wrong way is wrong again on every try.
  const isAgain = !error.concernsQuestion && String(error.code) !== 'request_malformed';
  // That there is no such thing is an answer, and the same on every try.
  if (String(error.code) === 'entry_unknown') {
    const wayOn = h('a', { href: listHref({}) }, message('nav.list'));
    return h('p', { class: 'notice', 'data-code': error.code }, sentenceOf(error), ' ', wayOn);
  }
  return h(
    'div',
    { class: 'notice stale', 'data-code': error.code, role: 'alert' },
    h('p', {}, h('strong', {}, message('page.failed')), ' ', sentenceOf(error)),
    isAgain ? button(message('failure.retry'), retry) : null,
    h('p', { class: 'side' }, detailOf(error)),
  );
}

/**
 * The engine's own errors are told by their code: the class that they are of may be that of another script's copy.
 * @param {unknown} thrown
 * @returns {LookupError}
 */
function codedError(thrown) {
  const isCoded = thrown instanceof Error && 'code' in thrown && 'concernsQuestion' in thrown;
  return isCoded ? /** @type {LookupError} */ (/** @type {unknown} */ (thrown)) : asLookupError(thrown, 'core_failed');
}
