/**
 * An HTML element with attributes and children. An attribute that is `false` or undefined, and a child that is null or
 * undefined, is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | undefined>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * A button that does one thing.
 * @param {string} text
 * @param {() => void} onClick
 * @param {Record<string, string>} [attributes]
 */
export function button(text, onClick, attributes = {}) {
  const element = h('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', onClick);
  return element;
}

/**
 * A text with the given ranges in `<mark>`.
 * @param {string} text
 * @param {import('../types/index.js').Range[]} ranges In order, not overlapping, in UTF-16 code units.
 * @returns {HTMLElement}
 */
export function marked(text, ranges) {
  const element = h('bdi');
  let at = 0;
  for (const [begin, end] of ranges) {
    element.append(text.slice(at, begin), h('mark', {}, text.slice(begin, end)));
    at = end;
  }
  element.append(text.slice(at));
  return element;
}

/**
 * A description list; rows without a value are left out.
 * @param {string} className
 * @param {[term: string, value: Node | string | null | undefined][]} rows
 */
export function facts(className, rows) {
  const list = h('dl', { class: className });
  for (const [term, value] of rows) {
    if (value) list.append(h('div', {}, h('dt', {}, term), h('dd', {}, value)));
  }
  return list;
}
