import { atAddressInWords } from './at-address-view.js';
import { titleOf } from './core-words.js';
import { codesOf, listsInWords } from './coverage.js';
import { button, facts, h } from './dom.js';
import { countryWithCode, longDate, longDay, longMoment, message, number, series } from './messages.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('./coverage.js').Coverage} Coverage
 */

/** So many lists stand in the record unfolded; on paper all do. */
const fewLists = 2;

/**
 * What one keeps of a check: what was asked, when, of which lists, and what was found.
 * @param {object} check
 * @param {Answer} check.answer
 * @param {string} check.version Of the program.
 * @param {Coverage} check.coverage
 * @param {string} check.found In words.
 * @param {Date} check.checkedAt
 */
export function recordView({ answer, version, coverage, found, checkedAt }) {
  const { query, lists, foreign_words: words, unsearched_numbers: numbers } = answer;
  const bdi = (/** @type {string | undefined} */ text) => (text ? h('bdi', {}, text) : null);
  return h(
    'section',
    { class: 'record', part: 'record' },
    h('h3', {}, message('record.heading')),
    facts('stamp', [
      [message('record.asked'), h('bdi', {}, message('record.asked_value', { name: query.name }))],
      [message('record.address'), bdi(query.address)],
      [message('record.country'), query.country ? countryWithCode(query.country) : message('form.country_any')],
      [message('record.born'), bdi(query.born && longDay(query.born))],
      [message('record.item'), bdi(query.item)],
      [message('record.score'), number(query.min_score)],
      [message('record.kinds'), query.kinds ? series(query.kinds.map((kind) => message(`kind.${kind}`))) : null],
      [message('record.when'), h('time', { datetime: checkedAt.toISOString() }, longMoment(checkedAt))],
      [message('record.found'), found],
      [message('record.at_address'), atAddressInWords(answer)],
      [message('record.foreign'), bdi(words && series(words))],
      [message('record.unsearched_numbers'), bdi(numbers && series(numbers))],
      [message('record.left_out'), coverage.leftOut.length > 0 ? codesOf(coverage.leftOut) : null],
      [
        message('record.missing'),
        coverage.state === 'whole'
          ? null
          : message(`record.missing_${coverage.state}`, { lists: listsInWords(coverage.missing) }),
      ],
    ]),
    listsOf(answer),
    facts('stamp', [...hashesOf(lists), [message('record.program'), message('record.program_value', { version })]]),
    button(message('record.print'), () => print(), { class: 'quiet print' }),
  );
}

/** @param {Answer} answer */
function listsOf({ lists, searched }) {
  const rows = h(
    'ul',
    { class: 'searched' },
    ...lists.map(({ as_of, entry_count, ...list }) =>
      h(
        'li',
        {},
        message('record.list_value', {
          title: titleOf(list),
          code: list.code,
          date: longDate(as_of),
          entries: message('list.entries', { count: entry_count }),
        }),
      ),
    ),
  );
  const summary =
    searched === false ? message('record.lists_unsearched') : message('record.lists', { count: lists.length });
  return lists.length <= fewLists
    ? h('div', {}, h('p', { class: 'side' }, summary), rows)
    : h('details', { class: 'fold' }, h('summary', {}, `${summary}: ${codesOf(lists)}`), rows);
}

/**
 * The checksum of each snapshot, with the lists it holds.
 * @param {Answer['lists']} lists
 * @returns {[string, Node][]}
 */
function hashesOf(lists) {
  return [...new Set(lists.map(({ sha256 }) => sha256))].map((sha256) => {
    const own = lists.filter((list) => list.sha256 === sha256);
    return [message('record.hash', { lists: codesOf(own) }), h('code', {}, sha256)];
  });
}
