import { h } from './dom.js';
import { matchView } from './match-view.js';
import { message } from './messages.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('./match-view.js').Asked} Asked
 */

/** So many parties are shown unfolded. */
const few = 3;

/**
 * The listed parties that no name found, but an address: apart from the matches, for they are less. Empty where there are
 * none.
 * @param {Answer} answer
 * @param {Asked} asked
 * @param {HTMLElement} rest How many of them are not shown, and the way to them.
 */
export function atAddressView({ at_address: found = [] }, asked, rest) {
  if (found.length === 0) return [];
  const told = new Set();
  const items = found.map((match) => {
    const tellList = !told.has(match.list);
    told.add(match.list);
    // The first of the reasons says how near the two addresses are.
    const band = message(`band.${match.reasons[0].kind}`);
    return h('li', {}, matchView(match, asked, { whole: false, tellList, band }));
  });
  const more = items.slice(few);
  return [
    h(
      'section',
      { class: 'at-address', part: 'at-address' },
      h('h2', {}, message('address.heading')),
      h('p', { class: 'caution' }, message('address.weaker')),
      h('ol', { class: 'matches' }, ...items.slice(0, few)),
      more.length > 0
        ? h(
            'details',
            { class: 'fold' },
            h('summary', {}, message('address.more', { count: more.length })),
            h('ol', { class: 'matches', start: String(few + 1) }, ...more),
          )
        : null,
      rest,
    ),
  ];
}

/**
 * How many listed parties an address alone found; null where none was asked for or seen.
 * @param {Answer} answer
 */
export function atAddressInWords({ query, at_address_total: total = 0 }) {
  if (total > 0) return message('address.found', { count: total });
  return query.address ? message('address.found_none') : null;
}
