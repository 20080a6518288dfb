import { ChangeView } from './change-view.js';
import { titleOf } from './core-words.js';
import { isFuture } from './date-view.js';
import { button, h } from './dom.js';
import { longDate, longDay, message, series } from './messages.js';

/**
 * @typedef {import('../types/update.js').Finding} Finding
 * @typedef {import('../types/update.js').Imported} Imported
 * @typedef {import('../types/update.js').Part} Part
 */

/** What the user must accept by a tick of its own; `same_date` is only said. */
const refusable = /** @type {const} */ (['uncompared', 'future', 'predates', 'older', 'vanished', 'shrank']);

/** The sentences' names for the two snapshots. */
const partNames = /** @type {const} */ ({ 'entity-list': 'entityList', 'other-lists': 'others' });

/**
 * A file that was checked: what is odd about it, what it would change, and the two ways on.
 * @param {{imported: Imported, fileName: string, unreadable: Part[]}} about `unreadable`: what the file could not be compared
 *     with.
 * @param {{take: () => void, discard: () => void}} ways
 * @returns {HTMLElement}
 */
export function reviewView({ imported, fileName, unreadable }, { take, discard }) {
  const { lists, stays, difference } = imported;
  const [first] = lists;
  const dates = [...new Set(lists.map(({ as_of }) => as_of))].sort();
  const heading = h('h2', { tabindex: '-1' }, message('update.review'));
  const summary = message('update.summary', {
    name: fileName,
    lists: message('update.lists', { count: lists.length }),
    entries: message('list.entries', { count: lists.reduce((sum, { entries }) => sum + entries, 0) }),
    date:
      dates.length === 1
        ? longDate(first.as_of)
        : message('update.dates', { from: longDate(dates[0]), to: longDate(dates.at(-1) ?? '') }),
  });
  const { notices, ticks } = findingsView(imported, unreadable, new Date());
  const missing = h('p', { class: 'notice stale', 'aria-live': 'assertive', hidden: true });
  const tryToTake = () => {
    const open = ticks.filter(({ checked }) => !checked);
    for (const tick of ticks) tick.setAttribute('aria-invalid', String(!tick.checked));
    missing.hidden = open.length === 0;
    missing.textContent = open.length > 0 ? message('update.tick_first', { count: open.length }) : '';
    if (open.length > 0) open[0].focus();
    else take();
  };
  const nothing = difference.changes.length === 0;
  return h(
    'div',
    { class: 'review' },
    heading,
    h('p', {}, summary),
    ...stays.map((part) =>
      h('p', { class: 'notice' }, message(part === 'entity-list' ? 'update.stays_entity_list' : 'update.stays_others')),
    ),
    ...notices,
    nothing ? h('p', {}, message('update.nothing')) : new ChangeView(difference, first.as_of).root,
    h(
      'div',
      { class: 'decide' },
      missing,
      h(
        'div',
        { class: 'row' },
        button(message('update.take'), tryToTake, { class: 'check' }),
        button(message('update.discard'), discard),
      ),
    ),
  );
}

/**
 * What is odd, each kind in a sentence with the lists that it concerns, and a tick where it must be accepted.
 * @param {Imported} imported
 * @param {Part[]} unreadable
 * @param {Date} now
 */
function findingsView({ findings, lists, stays, difference }, unreadable, now) {
  /** @type {HTMLInputElement[]} */
  const ticks = [];
  const titles = new Map(difference.lists.map((list) => [list.code, titleOf(list)]));
  /** @param {Finding[]} group Of one kind. */
  const concerned = ([{ kind, list, before, after, newest_start: newest = '' }, ...more]) =>
    message(`update.${kind}_list`, {
      title:
        more.length > 0
          ? message('update.several', {
              count: more.length + 1,
              codes: series([list, ...more.map((finding) => finding.list)]),
            })
          : (titles.get(list) ?? list),
      before: before.entries,
      after: message('list.entries', { count: after.entries }),
      before_date: longDay(before.as_of),
      after_date: longDay(after.as_of),
      newest: longDay(newest),
    });
  // A list that is gone is not older too.
  const gone = new Set(findings.filter(({ kind }) => kind === 'vanished').map(({ list }) => list));
  const told = findings.filter(({ kind, list }) => kind === 'vanished' || !gone.has(list));
  const uncompared = unreadable.filter((part) => !stays.includes(part));
  const future = lists.filter(({ as_of }) => isFuture(as_of, now));
  const notices = [...refusable, /** @type {const} */ ('same_date')].flatMap((kind) => {
    const items =
      kind === 'uncompared'
        ? uncompared.map((part) => message(`kept.which_${partNames[part]}`))
        : kind === 'future'
          ? future.map((list) => message('update.future_list', { title: titleOf(list), date: longDate(list.as_of) }))
          : withSameDates(told.filter((finding) => finding.kind === kind)).map(concerned);
    if (items.length === 0) return [];
    const notice = h(
      'div',
      { class: kind === 'same_date' ? 'notice' : 'notice stale', 'data-finding': kind },
      h('p', {}, message(`update.${kind}`)),
      h('ul', {}, ...items.map((text) => h('li', {}, text))),
    );
    if (kind !== 'same_date') {
      const tick = h('input', { type: 'checkbox', id: `accept-${kind}` });
      ticks.push(tick);
      const isOfDate = kind === 'future' || kind === 'predates';
      const text = message(isOfDate ? 'update.accept_date' : `update.accept_${kind}`);
      notice.append(h('p', { class: 'tick' }, tick, h('label', { for: tick.id }, text)));
    }
    return [notice];
  });
  return { notices, ticks };
}

/**
 * Findings about dates alone, which lists of one file share, in groups with the same dates; all others each by itself.
 * @param {Finding[]} findings Of one kind.
 */
function withSameDates(findings) {
  /** @type {Map<string, Finding[]>} */
  const groups = new Map();
  for (const finding of findings) {
    const isDated = finding.kind === 'older' || finding.kind === 'same_date';
    const key = isDated ? `${finding.before.as_of} ${finding.after.as_of}` : finding.list;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}
