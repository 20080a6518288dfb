import { button, facts, h } from './dom.js';
import { matchView } from './match-view.js';
import { countryWithCode, hasMessage, longDate, longMoment, message, number } from './messages.js';

/**
 * @typedef {import('../types/index.js').About} About
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 *
 * @typedef {object} Shown What an answer is shown with.
 * @property {Answer} answer
 * @property {About} about
 * @property {readonly ListInfo[]} lists
 * @property {Date | undefined} checkedAt Undefined while typing.
 * @property {(change: {minScore?: number, maxMatches?: number}) => void} askAgain
 */

/** So many matches are shown whole; the lower parts of the rest are folded. */
const wholeMatches = 3;
/** From a threshold above this the user is offered to look lower. */
const lowerScore = 50;

/**
 * What was found, in a few words.
 * @param {Answer} answer
 */
function foundIn({ total, searched }) {
  if (searched === false) return message('result.not_searched');
  return total === 0 ? message('result.none') : message('result.matches', { count: total });
}

/** @param {Answer} answer */
function headingOf(answer) {
  if (answer.searched === false) return message('failure.heading');
  const key = answer.foreign_words ? 'result.heading_in_part' : 'result.heading';
  return message(key, { count: foundIn(answer), score: answer.query.min_score });
}

/** @param {Answer} answer */
function scopeOf({ lists: [list] }) {
  return message('result.scope', {
    list: list.title,
    entries: message('list.entries', { count: list.entry_count }),
    date: longDate(list.as_of),
  });
}

/**
 * What a check found, as one reads it out.
 * @param {Answer} answer
 */
export function announcementOf(answer) {
  const found = message('result.announce', { heading: headingOf(answer), scope: scopeOf(answer) });
  if (answer.total === 0) return found;
  const [{ name, score, band }] = answer.matches;
  return `${found} ${message('result.announce_first', { name, score, band: message(`band.${band}`) })}`;
}

/**
 * An answer: its heading, its record if it is a check, and its matches.
 * @param {Shown} shown
 * @returns {HTMLElement[]}
 */
export function answerView(shown) {
  const { answer } = shown;
  const heading = h(
    'header',
    { class: 'summary' },
    h('h2', {}, headingOf(answer)),
    h('p', { class: 'scope' }, message('result.for', { name: answer.query.name, scope: scopeOf(answer) })),
  );
  const record = shown.checkedAt
    ? recordView(shown, shown.checkedAt)
    : h('p', { class: 'live' }, message('result.live'));
  const top = [heading, record, ...foreignNotice(answer)];
  if (answer.searched === false) return top;
  return [...top, ...(answer.total === 0 ? noMatch(shown) : matches(shown))];
}

/**
 * What could not be searched for: a miss there is not the same as no match.
 * @param {Answer} answer
 */
function foreignNotice({ foreign_words: words }) {
  if (!words) return [];
  return [h('p', { class: 'notice stale', part: 'notice' }, message('result.foreign', { words: words.join(', ') }))];
}

/**
 * The state before anything is asked, or while the list loads.
 * @param {'ready' | 'loading'} state
 */
export function waitingView(state) {
  if (state === 'loading') return [h('p', { class: 'quiet' }, message('state.loading'))];
  return [h('h2', { class: 'quiet' }, message('state.ready')), h('p', { class: 'quiet' }, message('state.ready_text'))];
}

/**
 * An error, which must never be taken for an answer.
 * @param {import('../engine/errors.js').LookupError} error
 * @param {{retry: () => void, reload: () => void}} ways
 */
export function errorView(error, { retry, reload }) {
  const wayOn =
    error.code === 'build_mixed' ? button(message('failure.reload'), reload) : button(message('failure.retry'), retry);
  return [
    h(
      'div',
      { class: 'failure', part: 'error', 'data-code': error.code },
      h('h2', {}, message('failure.heading')),
      h('p', { class: 'sentence' }, sentenceOf(error)),
      ...(error.concernsQuestion
        ? []
        : [h('p', {}, message('failure.meaning')), wayOn, h('p', { class: 'detail' }, detailOf(error))]),
    ),
  ];
}

/** @param {import('../engine/errors.js').LookupError} error */
export function sentenceOf(error) {
  const key = `error.${error.code}`;
  return hasMessage(key) ? message(key) : error.message;
}

/** @param {import('../engine/errors.js').LookupError} error */
function detailOf({ code, detail, record, field }) {
  let place = record === undefined ? String(code) : message('failure.place', { code, record });
  if (field) place += `, ${message('failure.field', { field })}`;
  return message('failure.code', { code: detail ? message('failure.detail', { code: place, detail }) : place });
}

/** @param {Shown} shown */
function noMatch({ answer, askAgain }) {
  const lower = () => askAgain({ minScore: lowerScore });
  return [
    h(
      'div',
      { class: 'none', part: 'no-match' },
      h('p', {}, message('result.none_limits')),
      answer.query.min_score > lowerScore ? button(message('result.look_lower', { score: lowerScore }), lower) : null,
    ),
  ];
}

/** @param {Shown} shown */
function matches(shown) {
  const { lists, answer } = shown;
  const { matches: found, query } = answer;
  const list = h('ol', { class: 'matches', part: 'matches' });
  for (const [index, match] of found.entries()) {
    const of = lists.find(({ code }) => code === match.list);
    list.append(h('li', {}, matchView(match, query, of, index < wholeMatches)));
  }
  return [h('p', { class: 'caution' }, message('result.same_name')), list, rest(shown)];
}

/**
 * How many matches are not shown, and the way to them; empty where all are.
 * @param {Shown} shown
 */
function rest({ answer: { matches: found, total }, about, askAgain }) {
  const line = h('p', { class: 'rest' });
  if (total === found.length) return line;
  line.append(message('result.shown', { shown: found.length, total }));
  const count = Math.min(total, about.limits.matches);
  if (found.length < count) {
    const more = message(count === total ? 'result.show_all' : 'result.show_first', { count });
    line.append(
      ' ',
      button(more, () => askAgain({ maxMatches: count })),
    );
  }
  return line;
}

/**
 * @param {Shown} shown
 * @param {Date} checkedAt
 */
function recordView({ answer, about }, checkedAt) {
  const { query, lists, sha256, foreign_words: words } = answer;
  const foreign = /** @type {[string, string][]} */ (words ? [[message('record.foreign'), words.join(', ')]] : []);
  const rows = /** @type {[string, string][]} */ (
    lists.map(({ code, title, as_of, entry_count }) => [
      message('record.list'),
      message('record.list_value', {
        title,
        code,
        date: longDate(as_of),
        entries: message('list.entries', { count: entry_count }),
      }),
    ])
  );
  return h(
    'section',
    { class: 'record', part: 'record' },
    h('h3', {}, message('record.heading')),
    facts('stamp', [
      [message('record.asked'), h('bdi', {}, message('record.asked_value', { name: query.name }))],
      [message('record.country'), query.country ? countryWithCode(query.country) : message('form.country_any')],
      [message('record.score'), number(query.min_score)],
      [message('record.when'), h('time', { datetime: checkedAt.toISOString() }, longMoment(checkedAt))],
      [message('record.found'), foundIn(answer)],
      ...foreign,
      ...rows,
      [message('record.hash'), h('code', {}, sha256)],
      [message('record.program'), message('record.program_value', { version: about.version })],
    ]),
    button(message('record.print'), () => print(), { class: 'quiet print' }),
  );
}
