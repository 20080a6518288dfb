/** What is typed, while a tab is loaded anew. It is the tab's own and goes with it. */
const key = 'entity-lookup-typed';

/**
 * @param {Element | null} element The look-up.
 * @param {string} selector Of fields in its form.
 */
const fieldsOf = (element, selector) => [...(element?.shadowRoot?.querySelectorAll(`form :is(${selector})[id]`) ?? [])];

/** @param {Element | null} element */
const typedIn = (element) =>
  /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (
    fieldsOf(element, 'input:not([type=checkbox], [type=file]), select')
  );

/** @param {Element | null} element */
const boxesOf = (element) => /** @type {HTMLInputElement[]} */ (fieldsOf(element, 'input[type=checkbox]'));

/**
 * Keeps what the fields of the look-up hold, and which of its lists and kinds are taken out.
 * @param {Element | null} element
 */
export function keepTyped(element) {
  try {
    const typed = Object.fromEntries(typedIn(element).map(({ id, value }) => [id, value]));
    const without = boxesOf(element).flatMap(({ id, checked }) => (checked ? [] : [id]));
    sessionStorage.setItem(key, JSON.stringify({ typed, without }));
  } catch {
    // Without storage it is lost with the page.
  }
}

/**
 * Puts what was kept into the fields again, once.
 * @param {Element | null} element
 */
export function restoreTyped(element) {
  try {
    const { typed, without } = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    sessionStorage.removeItem(key);
    for (const field of typedIn(element)) {
      if (!typed[field.id]) continue;
      field.value = typed[field.id];
      field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
    }
    const takeOut = () => {
      for (const box of boxesOf(element)) if (box.checked && without.includes(box.id)) box.click();
    };
    takeOut();
    // Before the lists are open nobody knows which there are.
    if (!(/** @type {any} */ (element)?.engine)) element?.addEventListener('lookup-ready', takeOut, { once: true });
  } catch {
    // Nothing was kept.
  }
}
