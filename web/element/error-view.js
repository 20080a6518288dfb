import { button, h } from './dom.js';
import { hasMessage, message } from './messages.js';

/** @typedef {import('../types/index.js').LookupError} LookupError */

/**
 * An error, which must never be taken for an answer.
 * @param {LookupError} error
 * @param {{retry: () => void, reload: () => void, searchAll?: () => void}} ways `searchAll`: where only the choice of lists
 *     is in the way, so that a further try would end the same.
 */
export function errorView(error, { retry, reload, searchAll }) {
  const wayOn = searchAll
    ? button(message('failure.search_all'), searchAll)
    : error.code === 'build_mixed'
      ? button(message('failure.reload'), reload)
      : button(message('failure.retry'), retry);
  return [
    h(
      'div',
      { class: 'failure', part: 'error', 'data-code': error.code },
      h('h2', {}, message('failure.heading')),
      h('p', { class: 'sentence' }, sentenceOf(error)),
      ...(error.concernsQuestion
        ? []
        : [
            h('p', {}, message('failure.meaning')),
            wayOn,
            searchAll ? null : h('p', { class: 'detail' }, detailOf(error)),
          ]),
    ),
  ];
}

/** @param {LookupError} error */
export function sentenceOf(error) {
  const ofAddress = `failure.address_${error.code}`;
  if (error.field === 'address' && hasMessage(ofAddress)) return message(ofAddress);
  const key = `error.${error.code}`;
  return hasMessage(key) ? message(key) : error.message;
}

/**
 * The code and what else helps whoever mends it.
 * @param {LookupError} error
 */
export function detailOf({ code, detail, record, field }) {
  const first = record === undefined ? String(code) : message('failure.place', { code, record });
  const place = field ? message('text.parted', { first, second: message('failure.field', { field }) }) : first;
  return message('failure.code', { code: detail ? message('failure.detail', { code: place, detail }) : place });
}
