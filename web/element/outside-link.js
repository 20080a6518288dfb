import { h } from './dom.js';
import { message } from './messages.js';

/**
 * A link to a page elsewhere, which opens by a click only, in a tab of its own, and is told nothing; what is no address of a
 * page is only text.
 * @param {string} url
 * @param {string} text
 * @param {string} unseen What a screen reader says besides.
 */
export function outsideLink(url, text, unseen) {
  if (!/^https?:\/\//i.test(url)) return h('span', {}, text);
  return h(
    'a',
    { class: 'outside', href: url, target: '_blank', rel: 'noopener noreferrer' },
    text,
    h('span', { class: 'unseen' }, message('text.bracketed', { text: unseen })),
  );
}
