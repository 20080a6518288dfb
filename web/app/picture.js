import { button, h } from '../element/dom.js';
import { message } from '../element/messages.js';

/** So wide a window shows pictures unfolded from the start. */
const wideWindow = '(min-width: 60rem)';

/**
 * A picture that can be folded away, and shown as a table instead.
 * @param {string} title
 * @param {HTMLElement[]} drawn
 * @param {() => HTMLElement} makeTable Made anew whenever it is looked at.
 * @returns {{root: HTMLElement, changed: () => void}} `changed`: to be called when the numbers are others.
 */
export function picture(title, drawn, makeTable) {
  const chart = h('div', { class: 'drawn' }, ...drawn);
  const table = h('div', { class: 'behind', hidden: true });
  const toggle = button(message('chart.as_table'), () => {
    table.hidden = !table.hidden;
    chart.hidden = !table.hidden;
    toggle.textContent = message(table.hidden ? 'chart.as_table' : 'chart.as_picture');
    changed();
  });
  const changed = () => {
    if (table.hidden) table.replaceChildren();
    else table.replaceChildren(makeTable());
  };
  const isWide = matchMedia(wideWindow).matches;
  const root = h(
    'details',
    { class: 'picture', open: isWide },
    h('summary', {}, h('h2', {}, title)),
    chart,
    table,
    h('p', { class: 'ways' }, toggle),
  );
  return { root, changed };
}
