import { h } from './dom.js';
import { sentenceOf } from './error-view.js';
import { message } from './messages.js';

/**
 * That a file, or lists, were not taken, and why.
 * @param {import('../types/index.js').LookupError} error
 * @returns {HTMLElement}
 */
export function refusalView(error) {
  const { code, detail, record, field } = error;
  const place = placeOf(record, field);
  return h(
    'div',
    { class: 'failure', part: 'error', 'data-code': code },
    h('h2', { tabindex: '-1' }, message('update.failed')),
    h('p', { class: 'sentence' }, sentenceOf(error)),
    place ? h('p', { class: 'place' }, place) : null,
    h('p', {}, message('update.unchanged')),
    h(
      'p',
      { class: 'detail' },
      message('failure.code', {
        code: detail ? message('failure.detail', { code: String(code), detail }) : String(code),
      }),
    ),
  );
}

/**
 * Where in a file a fault stands.
 * @param {number | undefined} record
 * @param {string | undefined} field
 */
function placeOf(record, field) {
  if (record !== undefined && field) return message('update.place', { record, field });
  if (record !== undefined) return message('update.place_record', { record });
  return field ? message('update.place_field', { field }) : '';
}
