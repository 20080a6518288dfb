import { sentencesOf } from './core-words.js';
import { facts, h } from './dom.js';
import { message, series } from './messages.js';
import { outsideLink } from './outside-link.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').ListedEntry} ListedEntry
 * @typedef {import('../types/index.js').Match} Match
 * @typedef {import('../types/index.js').Provision} Provision
 * @typedef {Pick<NonNullable<Match['requirement']>, 'plain' | 'phrases'>} Said
 */

/**
 * What a listing means for an order: what it says of the item that was asked for, its rules in plain words with the
 * published ones beside them, and the programmes. Null where the entry says nothing of its own.
 * @param {ListedEntry & Pick<Match, 'item'>} match
 * @param {Pick<Answer['query'], 'item'>} query
 */
export function meaning({ item, requirement, policy, programmes = [] }, query) {
  const parts = [
    query.item ? itemPart(item, query.item) : null,
    requirement ? rule('match.requirement', requirement, provisionsOf(requirement)) : null,
    policy ? rule('match.policy', policy, policy.provisions ?? []) : null,
    programmes.length > 0
      ? facts('programmes', [[message('match.programmes'), h('bdi', {}, series(programmes))]])
      : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return h('section', { class: 'means' }, h('h4', {}, message('match.means')), ...parts);
}

/**
 * @param {Match['item']} answer
 * @param {string} asked
 */
function itemPart(answer, asked) {
  return h(
    'div',
    { class: 'item' },
    h('p', { class: 'side' }, ...[message('match.item', { item: answer?.item ?? asked })]),
    answer ? sentences(answer) : h('p', {}, message('match.item_not_told', { item: asked })),
  );
}

/**
 * @param {'match.requirement' | 'match.policy'} key
 * @param {Said & {text: string}} said
 * @param {Provision[]} provisions
 */
function rule(key, said, provisions) {
  return h(
    'div',
    { class: 'rule' },
    h('div', { class: 'plain' }, h('p', { class: 'side' }, message(key)), sentences(said)),
    h(
      'div',
      { class: 'published' },
      h('p', { class: 'side' }, message('match.as_published')),
      h('blockquote', { lang: 'en' }, h('bdi', {}, said.text)),
      provisions.length > 0 ? h('ul', { class: 'links' }, ...provisions.map(provisionItem)) : null,
    ),
  );
}

/** @param {Said} said */
function sentences(said) {
  const [first, ...more] = sentencesOf(said);
  return more.length === 0
    ? h('p', {}, first)
    : h('ul', { class: 'sentences' }, ...[first, ...more].map((sentence) => h('li', {}, sentence)));
}

/**
 * The places that a requirement cites, with those of the licence exceptions that it allows.
 * @param {NonNullable<Match['requirement']>} requirement
 */
function provisionsOf({ provisions = [], licence_exceptions: exceptions = [] }) {
  const all = [...provisions, ...exceptions.flatMap((exception) => exception.provisions)];
  return all.filter(({ link }, index) => all.findIndex((other) => other.link === link) === index);
}

/** @param {Provision} provision */
function provisionItem({ citation, link }) {
  return h('li', {}, outsideLink(link, citation, message('match.opens_ecfr')));
}
