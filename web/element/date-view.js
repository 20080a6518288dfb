import { ageOf } from './age.js';
import { button, h } from './dom.js';
import { calendarDay, dateInName } from './list-date.js';
import { longDate, message } from './messages.js';

/**
 * Asks of which day a file is: the file itself does not say.
 * @param {{names: string[], inUse: string | undefined}} about `inUse`: the date of the lists in use.
 * @param {{check: (date: string) => void, cancel: () => void}} ways
 * @returns {HTMLElement}
 */
export function dateView({ names, inUse }, { check, cancel }) {
  const date = dateInName(names);
  const now = new Date();
  const hint = h(
    'p',
    { class: 'hint', id: 'list-date-hint' },
    message(date ? 'update.date_from_name' : 'update.date_from_none'),
  );
  const said = h('p', { class: 'notice', id: 'list-date-said', 'aria-live': 'polite' });
  const input = h('input', {
    type: 'date',
    id: 'list-date',
    required: true,
    value: date,
    'aria-describedby': 'list-date-words list-date-hint list-date-said',
  });
  const inWords = h('p', { id: 'list-date-words' });
  const describe = () => {
    inWords.textContent = input.value && longDate(input.value);
    const odd = oddity(input.value, inUse, now);
    said.hidden = !odd;
    said.textContent = odd ?? '';
  };
  input.addEventListener('input', describe);
  describe();
  // No form: a sandboxed frame may not send any, and does not even tell that one was to be sent.
  const submit = () => {
    if (input.reportValidity()) check(input.value);
  };
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') submit();
  });
  return h(
    'div',
    { class: 'dating' },
    h('p', {}, message('update.file', { name: names[0] })),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'list-date' }, message('update.date')),
      h('div', { class: 'row' }, input, inWords),
    ),
    hint,
    said,
    h(
      'div',
      { class: 'row' },
      button(message('update.check'), submit, { class: 'check' }),
      button(message('update.cancel'), cancel),
    ),
  );
}

/**
 * What is odd about a date, in words.
 * @param {string} date
 * @param {string | undefined} inUse
 * @param {Date} now
 */
function oddity(date, inUse, now) {
  if (date === '') return undefined;
  if (isFuture(date, now)) return message('update.date_future', { today: longDate(calendarDay(now)) });
  if (inUse && date < inUse) return message('update.date_older', { date: longDate(inUse) });
  return undefined;
}

/**
 * @param {string} date ISO 8601.
 * @param {Date} now
 */
export function isFuture(date, now) {
  return ageOf(date, now).state === 'future';
}
