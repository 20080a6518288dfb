import { h } from '../element/dom.js';

/**
 * A view with its heading, which takes the focus when the view is opened.
 * @param {Exclude<import('./shell.js').ViewName, 'check'>} name
 * @param {string} heading
 * @param {...(Node | null)} children
 */
export function pageView(name, heading, ...children) {
  return h('section', { class: 'view', 'data-view': name }, h('h1', { tabindex: '-1' }, heading), ...children);
}

/**
 * A table, named by a caption that is seen or only heard.
 * @param {{caption: string, isSeen?: boolean, head: string[], className?: string}} about
 * @param {(string | Node)[][]} rows The first cell of each names the row.
 */
export function plainTable({ caption, isSeen = false, head, className }, rows) {
  const cell = (/** @type {string | Node} */ content, /** @type {number} */ index) =>
    index === 0 ? h('th', { scope: 'row' }, content) : h('td', {}, content);
  return h(
    'table',
    { class: className },
    h('caption', isSeen ? {} : { class: 'unseen' }, caption),
    h('thead', {}, h('tr', {}, ...head.map((text) => h('th', { scope: 'col' }, text)))),
    h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map(cell)))),
  );
}
