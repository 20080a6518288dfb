import { coverageOf } from './coverage.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').Engine} Engine
 * @typedef {import('../types/index.js').Match} Match
 * @typedef {import('../types/element.js').CheckRecord} CheckRecord
 * @typedef {import('../types/element.js').Decision} Decision
 */

/**
 * How an entry is called in a record.
 * @param {Pick<Match, 'list' | 'id'>} match
 */
export function entryOf({ list, id }) {
  return `${list}/${id}`;
}

/**
 * What is kept of a check: what was asked, when, of which lists, and what was found. Decisions are added to it.
 * @param {object} check
 * @param {Answer} check.answer
 * @param {Engine} check.engine
 * @param {string[] | undefined} check.chosen The lists that the user wants.
 * @param {CheckRecord['outcome']} check.outcome
 * @param {Date} check.checkedAt
 * @returns {CheckRecord}
 */
export function recordOf({ answer, engine, chosen, outcome, checkedAt }) {
  const { state, missing } = coverageOf(answer, engine, chosen);
  const told = (/** @type {Match} */ { list, id, name, score, also }) => ({
    entry: entryOf({ list, id }),
    name,
    score,
    ...(also && { also: also.map(entryOf) }),
  });
  return {
    checked_at: checkedAt.toISOString(),
    version: engine.about.version,
    query: answer.query,
    outcome,
    whole: state === 'whole' && !answer.foreign_words && answer.searched !== false,
    lists: answer.lists.map(({ code, as_of, entry_count, sha256 }) => ({ code, as_of, entry_count, sha256 })),
    ...(state !== 'whole' && { missing: missing?.map(({ code }) => code) ?? [] }),
    total: answer.total,
    matches: answer.matches.map(told),
    ...(answer.at_address && { at_address: answer.at_address.map(told), at_address_total: answer.at_address_total }),
    decisions: [],
  };
}

/**
 * A record with one decision more; the record itself stays as it was.
 * @param {CheckRecord} record
 * @param {Decision} decision
 * @returns {CheckRecord}
 */
export function decided(record, decision) {
  return { ...record, decisions: [...record.decisions, decision] };
}

/**
 * The entries that a check shows to decide about.
 * @param {CheckRecord} record
 */
export function entriesIn({ matches, at_address: atAddress = [] }) {
  return [...matches, ...atAddress].map(({ entry }) => entry);
}

/**
 * Whether two checks ask for the same party, whatever lists and scores they ask.
 * @param {CheckRecord} one
 * @param {CheckRecord} other
 */
export function isSameQuestion({ query: one }, { query: other }) {
  return /** @type {const} */ (['name', 'country', 'address', 'born', 'item']).every(
    (part) => one[part] === other[part],
  );
}

/**
 * What a form is still to be given before it may be sent, by the key of its sentence; undefined where nothing is missing.
 * @param {CheckRecord | null} record
 * @param {ReadonlySet<string>} seen The entries that the last decision is about.
 */
export function lackOf(record, seen) {
  if (!record) return 'decision.lacks_check';
  const { decision = 'undecided' } = record.decisions.at(-1) ?? {};
  if (decision === 'same_party') return undefined;
  // That a party is none of those found says nothing of lists that were not searched.
  if (!record.whole) return 'decision.lacks_whole';
  if (record.outcome === 'no-match') return undefined;
  const entries = entriesIn(record);
  if (entries.length < record.total + (record.at_address_total ?? 0)) return 'decision.lacks_rest';
  if (decision === 'not_same_party' && entries.every((entry) => seen.has(entry))) return undefined;
  return 'decision.lacks_decision';
}

/**
 * A record as a form sends it: the last decision in fields of its own, and the record whole as JSON.
 * @param {string} name Of the element.
 * @param {CheckRecord} record
 */
export function formDataOf(name, record) {
  const data = new FormData();
  const { decision = '', entry = '', note = '', decided_at: decidedAt = '' } = record.decisions.at(-1) ?? {};
  for (const [field, value] of Object.entries({
    name: record.query.name,
    checked_at: record.checked_at,
    outcome: record.outcome,
    total: String(record.total),
    decision,
    entry,
    note,
    decided_at: decidedAt,
    record: JSON.stringify(record),
  })) {
    data.append(`${name}.${field}`, value);
  }
  return data;
}
