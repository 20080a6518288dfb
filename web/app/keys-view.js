import { h } from '../element/dom.js';
import { message } from '../element/messages.js';
import { pageView, plainTable } from './page-view.js';

/** Every key that does something. What is written on a key is the key's own. */
const keys = /** @type {const} */ ([
  ['/', 'keys.slash'],
  ['Enter', 'keys.enter'],
  ['Tab', 'keys.tab'],
  ['Shift + Tab', 'keys.tab_back'],
  ['← → ↑ ↓', 'keys.arrows'],
  ['Home, End', 'keys.ends'],
  ['Space', 'keys.space'],
  ['Alt + ←, Alt + →', 'keys.back'],
  ['Ctrl + P', 'keys.print'],
]);

/** The keys, and the way to turn off the one that works without another beside it. */
export class KeysView {
  /** @param {import('./shell.js').Shell} shell */
  constructor({ shortcuts }) {
    const isOn = h('input', { type: 'checkbox', id: 'slash' });
    isOn.checked = shortcuts.isOn;
    isOn.addEventListener('change', () => {
      shortcuts.isOn = isOn.checked;
    });
    const heading = message('keys.heading');
    this.root = pageView(
      'keys',
      heading,
      h('p', {}, message('keys.about')),
      plainTable(
        { caption: heading, head: [message('keys.key'), message('keys.does')] },
        keys.map(([key, does]) => [h('kbd', { dir: 'ltr' }, key), message(does)]),
      ),
      h('p', {}, h('label', { class: 'tick', for: 'slash' }, isOn, message('keys.slash_on'))),
      h('p', { class: 'side' }, message('keys.slash_why')),
    );
  }

  show() {}
}
