import { h } from '../element/dom.js';
import { number } from '../element/messages.js';
import { rove } from './rove.js';

/** So long, as a share of the longest, is the shortest bar that is there to be seen. */
const least = 0.01;
const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * @typedef {object} Bar
 * @property {string} key Tells it from the others.
 * @property {string} label
 * @property {string} [detail] Beside the label.
 * @property {number} value
 * @property {string} spoken All of it in words.
 * @property {string} [href] Where it leads; none for a bar that leads nowhere.
 * @property {boolean} [isCurrent] Whether the list is narrowed to it.
 */

/** Bars, each a link, as rows or as columns where there is room. One stop of the Tab key: the arrow keys move between them. */
export class BarChart {
  root;
  #rove;

  /**
   * @param {string} className `rows`, `columns`, and what else styles it.
   * @param {string} label What the bars show, for who does not see them.
   */
  constructor(className, label) {
    this.root = h('ul', { class: `bars ${className}`, 'aria-label': label });
    this.#rove = rove(this.root);
  }

  /** @param {Bar[]} bars */
  show(bars) {
    const focused = this.root.contains(document.activeElement)
      ? /** @type {HTMLElement} */ (document.activeElement).dataset.key
      : undefined;
    const most = Math.max(1, ...bars.map(({ value }) => value));
    this.root.replaceChildren(...bars.map((bar) => h('li', {}, barView(bar, most))));
    this.#rove(focused);
  }
}

/**
 * @param {Bar} bar
 * @param {number} most The value of the longest bar.
 */
function barView({ key, label, detail, value, spoken, href, isCurrent }, most) {
  const hidden = { 'aria-hidden': 'true' };
  const parts = [
    h('span', { class: 'unseen' }, spoken),
    h(
      'span',
      { class: 'label', ...hidden },
      h('bdi', {}, label),
      detail ? h('bdi', { class: 'detail' }, detail) : null,
    ),
    drawn(value === 0 ? 0 : Math.max(value / most, least)),
    h('span', { class: 'value', ...hidden }, number(value)),
  ];
  if (href === undefined) return h('span', { class: 'item' }, ...parts);
  return h('a', { class: 'item', href, 'data-key': key, 'aria-current': isCurrent ? 'true' : undefined }, ...parts);
}

/**
 * The bar itself. Its length is a share of whatever room it has, and its direction that of the writing: both are the style
 * sheet's.
 * @param {number} share
 */
function drawn(share) {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.classList.add('bar');
  svg.setAttribute('aria-hidden', 'true');
  svg.style.setProperty('--share', share.toFixed(4));
  svg.append(document.createElementNS(svgNamespace, 'rect'));
  return svg;
}
