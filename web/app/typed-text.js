/** What is typed, while a tab is loaded anew. It is the tab's own and goes with it. */
const key = 'entity-lookup-typed';

/** @param {Element | null} element The look-up. */
const fieldsOf = (element) =>
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (
    element?.shadowRoot?.querySelectorAll('form input[id]:not([type=checkbox], [type=file]), form select[id]') ?? []
  );

/**
 * Keeps what the fields of the look-up hold.
 * @param {Element | null} element
 */
export function keepTyped(element) {
  try {
    const typed = [...fieldsOf(element)].map(({ id, value }) => [id, value]);
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)));
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
    const typed = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    sessionStorage.removeItem(key);
    for (const field of fieldsOf(element)) {
      if (!typed[field.id]) continue;
      field.value = typed[field.id];
      field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
    }
  } catch {
    // Nothing was kept.
  }
}
