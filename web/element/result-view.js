import { atAddressInWords, atAddressView } from './at-address-view.js';
import { titleOf } from './core-words.js';
import { codesOf, coverageOf, listsInWords } from './coverage.js';
import { button, h } from './dom.js';
import { datesInWords } from './lists-panel.js';
import { bandInWords, matchView } from './match-view.js';
import { message, messageAround, series } from './messages.js';
import { absentNotice, notSearchedNotice } from './others-notice.js';
import { recordView } from './record-view.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('./coverage.js').Coverage} Coverage
 *
 * @typedef {object} Shown What an answer is shown with.
 * @property {Answer} answer
 * @property {import('../types/index.js').Engine} engine
 * @property {string[] | undefined} chosen The lists that the user wants; undefined for all.
 * @property {Date | undefined} checkedAt Undefined while typing.
 * @property {string} entryHref As the element's attribute.
 * @property {(change: {minScore?: number, maxMatches?: number}) => void} askAgain
 * @property {() => void} retryOthers
 */

/** So many matches are shown whole; the lower parts of the rest are folded. */
const wholeMatches = 3;
/** From a threshold above this the user is offered to look lower. */
const lowerScore = 50;

/**
 * @param {Pick<Shown, 'answer' | 'engine' | 'chosen'>} shown
 * @returns {Extract<import('../types/index.js').ElementState, 'matches' | 'at-address' | 'incomplete' | 'no-match' |
 *   'not-searched'>}
 */
export function stateOf({ answer, engine, chosen }) {
  const { total, searched, at_address: atAddress, foreign_words: foreign } = answer;
  if (searched === false) return 'not-searched';
  if (total > 0) return 'matches';
  if (foreign || coverageOf(answer, engine, chosen).state !== 'whole') return 'incomplete';
  return atAddress ? 'at-address' : 'no-match';
}

/**
 * What was found, in a few words.
 * @param {Answer} answer
 */
function foundIn({ total, at_address: atAddress }) {
  if (total > 0) return message('result.matches', { count: total });
  return message(atAddress ? 'result.none_by_name' : 'result.none');
}

/** The headings of an answer, by what it lacks: nothing, lists that still load, or lists that will not come. */
const headings = {
  ofName: { whole: 'result.heading', loading: 'result.heading_so_far', without: 'result.heading_not_all' },
  ofPart: {
    whole: 'result.heading_in_part',
    loading: 'result.heading_in_part_so_far',
    without: 'result.heading_in_part_not_all',
  },
};

/**
 * What was found, and why it may not be all.
 * @param {Answer} answer
 * @param {Coverage} coverage
 */
function outcomeOf(answer, { state }) {
  const { whole, loading, without } = answer.foreign_words ? headings.ofPart : headings.ofName;
  const key = state === 'whole' ? whole : state === 'loading' ? loading : without;
  return message(key, { count: foundIn(answer), score: answer.query.min_score });
}

/**
 * @param {Answer} answer
 * @param {Coverage} coverage
 */
function headingOf(answer, coverage) {
  if (answer.searched !== false) return outcomeOf(answer, coverage);
  return message(atAddressInWords(answer) ? 'result.name_not_searched' : 'failure.heading');
}

/** @param {Answer} answer */
function scopeOf({ lists }) {
  const entries = message('list.entries', { count: lists.reduce((sum, { entry_count }) => sum + entry_count, 0) });
  const date = datesInWords(lists);
  if (lists.length === 1) return message('result.scope', { list: titleOf(lists[0]), entries, date });
  return message('result.scope_lists', { count: lists.length, codes: codesOf(lists), entries, date });
}

/**
 * What a check found, as one reads it out.
 * @param {Shown} shown
 */
export function announcementOf({ answer, engine, chosen }) {
  const heading = headingOf(answer, coverageOf(answer, engine, chosen));
  const found =
    answer.searched === false ? [`${heading}.`] : [message('result.announce', { heading, scope: scopeOf(answer) })];
  const [first] = answer.matches;
  if (first) {
    const { name, list, score } = first;
    found.push(message('result.announce_first', { name, list, score, band: bandInWords(first) }));
  }
  if (answer.at_address_total) found.push(message('address.announce', { count: answer.at_address_total }));
  return found.join(' ');
}

/**
 * An answer: its heading, its record if it is a check, what it does not cover, and its matches.
 * @param {Shown} shown
 * @returns {HTMLElement[]}
 */
export function answerView(shown) {
  const { answer, engine, chosen, checkedAt } = shown;
  const coverage = coverageOf(answer, engine, chosen);
  const key = answer.searched === false ? 'result.for_unsearched' : 'result.for';
  const scope = message(key, { name: '\0', scope: scopeOf(answer) }).split('\0');
  const heading = h(
    'header',
    { class: 'summary' },
    h('h2', {}, headingOf(answer, coverage)),
    h('p', { class: 'scope' }, scope[0], h('bdi', {}, answer.query.name), scope[1]),
  );
  const { version } = engine.about;
  const record = checkedAt
    ? recordView({
        answer,
        version,
        coverage,
        found: answer.searched === false ? message('result.not_searched') : outcomeOf(answer, coverage),
        checkedAt,
      })
    : h('p', { class: 'live' }, message('result.live'));
  const top = [heading, ...missingNotice(shown, coverage), ...choiceNotice(answer, coverage)];
  top.push(...numbersNotice(answer), record, ...unsearchedNotice(answer));
  const byAddress = atAddress(shown);
  if (answer.searched === false) return [...top, ...byAddress];
  return [...top, ...(answer.total === 0 ? noMatch(shown) : matches(shown)), ...byAddress];
}

/**
 * What an address found beside the name, or that it found nothing.
 * @param {Shown} shown
 */
function atAddress(shown) {
  const { answer } = shown;
  const { query, matches: named, at_address: found = [], at_address_total: total = 0 } = answer;
  const isNowhere = total === 0 && named.every(({ listed_address: own }) => !own);
  if (query.address && isNowhere) return [h('p', { class: 'quiet' }, message('address.none'))];
  return atAddressView(answer, askedOf(shown), rest(shown, found.length, total));
}

/**
 * @param {Shown} shown
 * @param {Coverage} coverage
 */
function missingNotice({ retryOthers }, { state, missing, error }) {
  if (state === 'whole') return [];
  if (state === 'failed') return [notSearchedNotice({ lists: missing, error, retry: retryOthers })];
  if (state === 'absent') return [absentNotice('others.absent_here', missing)];
  const text = message('result.others_loading', { lists: listsInWords(missing) });
  return [h('p', { class: 'notice', part: 'notice' }, text)];
}

/**
 * What the user chose not to search.
 * @param {Answer} answer
 * @param {Coverage} coverage
 */
function choiceNotice({ query: { kinds } }, { leftOut }) {
  const sentences = [
    leftOut.length > 0 ? message('result.left_out', { lists: listsInWords(leftOut) }) : '',
    kinds ? message('result.kinds', { kinds: series(kinds.map((kind) => message(`kind.${kind}`))) }) : '',
  ].filter(Boolean);
  if (sentences.length === 0) return [];
  return [h('p', { class: 'notice choice', part: 'notice' }, sentences.join(' '))];
}

/**
 * What of the name could not be searched.
 * @param {Answer} answer
 */
function unsearchedNotice({ foreign_words: words, searched }) {
  if (!words && searched === false)
    return [h('p', { class: 'notice stale', part: 'notice' }, message('result.only_number'))];
  if (!words) return [];
  const said = messageAround('result.foreign', h('bdi', {}, series(words)));
  return [h('p', { class: 'notice stale', part: 'notice' }, ...said)];
}

/**
 * Which numbers beside the name were not looked up. Where nothing was, `unsearchedNotice` says why.
 * @param {Answer} answer
 */
function numbersNotice({ unsearched_numbers: numbers, searched }) {
  if (!numbers || searched === false) return [];
  const said = messageAround('result.unsearched_numbers', h('bdi', {}, series(numbers)));
  return [h('p', { class: 'notice', part: 'notice' }, ...said)];
}

/**
 * The state before anything is asked, while the list loads, or while the lists that were chosen do.
 * @param {'ready' | 'loading' | 'chosen'} state
 */
export function waitingView(state) {
  if (state !== 'ready') return [h('p', { class: 'quiet' }, message(`state.${state}`))];
  return [h('h2', { class: 'quiet' }, message('state.ready')), h('p', { class: 'quiet' }, message('state.ready_text'))];
}

/** @param {Shown} shown */
function noMatch({ answer, askAgain }) {
  const isOneDate = new Set(answer.lists.map(({ as_of }) => as_of)).size === 1;
  const date = datesInWords(answer.lists);
  const lower = () => askAgain({ minScore: lowerScore });
  return [
    h(
      'div',
      { class: 'none', part: 'no-match' },
      h('p', {}, message('result.none_limits')),
      answer.query.min_score > lowerScore ? button(message('result.look_lower', { score: lowerScore }), lower) : null,
      h('p', { class: 'side' }, message('result.searched', { date })),
      h(
        'ul',
        { class: 'searched' },
        ...answer.lists.map((list) =>
          h(
            'li',
            {},
            isOneDate
              ? message('list.title', { title: titleOf(list), code: list.code })
              : message('result.searched_list', { title: titleOf(list), code: list.code, date: datesInWords([list]) }),
          ),
        ),
      ),
    ),
  ];
}

/**
 * With what each match is read.
 * @param {Shown} shown
 */
function askedOf({ answer, engine, entryHref }) {
  return { query: answer.query, lists: engine.lists, entryHref };
}

/** @param {Shown} shown */
function matches(shown) {
  const { answer } = shown;
  const { matches: found } = answer;
  const list = h('ol', { class: 'matches', part: 'matches' });
  const asked = askedOf(shown);
  const told = new Set();
  for (const [index, match] of found.entries()) {
    const whole = index < wholeMatches;
    const tellList = whole || !told.has(match.list);
    told.add(match.list);
    list.append(h('li', {}, matchView(match, asked, { whole, tellList })));
  }
  return [h('p', { class: 'caution' }, message('result.same_name')), list, rest(shown, found.length, answer.total)];
}

/**
 * How many of what was found are not shown, and the way to them; empty where all are.
 * @param {Shown} shown
 * @param {number} there So many are shown …
 * @param {number} total … of so many.
 */
function rest({ engine: { about }, askAgain }, there, total) {
  const line = h('p', { class: 'rest' });
  if (total === there) return line;
  line.append(message('result.shown', { shown: there, total }));
  const count = Math.min(total, about.limits.matches);
  if (there < count) {
    const more = message(count === total ? 'result.show_all' : 'result.show_first', { count });
    line.append(
      ' ',
      button(more, () => askAgain({ maxMatches: count })),
    );
  }
  return line;
}
