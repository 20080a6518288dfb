import { ageOf } from './age.js';
import { h } from './dom.js';
import { longDate, message } from './messages.js';

/** @typedef {import('../types/index.js').ListInfo} ListInfo */

/**
 * Which lists are loaded, of what date, how old, how long; and in words when one is too old.
 * @param {readonly ListInfo[]} lists
 * @param {Date} now
 */
export function listsView(lists, now) {
  return h(
    'div',
    { class: 'lists' },
    ...lists.map((list) => listLine(list, now)),
    ...lists.map((list) => ageNotice(list, now)),
  );
}

/**
 * @param {ListInfo} list
 * @param {Date} now
 */
function listLine({ code, title, as_of, entry_count, source }, now) {
  const line = h('p', { class: 'list' }, h('strong', {}, `${title} (${code})`));
  const facts = [
    message('list.as_of', { date: longDate(as_of) }),
    ageInWords(as_of, now),
    message('list.entries', { count: entry_count }),
  ];
  for (const fact of facts) line.append(' · ', h('span', { class: 'fact' }, fact));
  line.append(' · ', sourceLink(source));
  return line;
}

/** @param {ListInfo['source']} source */
function sourceLink({ title, url }) {
  return h(
    'a',
    { class: 'fact', href: url, target: '_blank', rel: 'noopener noreferrer' },
    message('list.source'),
    h('span', { class: 'unseen' }, ` (${message('list.source_opens', { title })})`),
  );
}

/**
 * @param {string} asOf
 * @param {Date} now
 */
function ageInWords(asOf, now) {
  const { days, state } = ageOf(asOf, now);
  if (state === 'future') return message('age.unknown');
  return days === 0 ? message('age.today') : message('age.days', { count: days });
}

/**
 * @param {ListInfo} list
 * @param {Date} now
 */
function ageNotice({ as_of }, now) {
  const { days, state } = ageOf(as_of, now);
  if (state === 'fresh') return null;
  const text = message(`age.${state}`, { count: days, date: longDate(as_of), today: longDate(now) });
  return h('p', { class: `notice ${state}`, part: 'notice' }, text);
}
