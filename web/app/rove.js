/** How far each key moves; left and right are those of left-to-right writing. */
const steps = /** @type {Record<string, number>} */ ({
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
});

/**
 * Makes the links of a container one stop of the Tab key, with the arrow keys, Home and End to move between them.
 * @param {HTMLElement} container
 * @returns {(focused?: string) => void} To be called when the links are others, with the `data-key` of the one that had the
 *     focus.
 */
export function rove(container) {
  const links = () => [...container.querySelectorAll('a')];
  /** @param {HTMLElement | undefined} stop */
  const stopAt = (stop) => {
    for (const link of links()) link.tabIndex = link === stop ? 0 : -1;
  };
  container.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLAnchorElement) stopAt(target);
  });
  container.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
    const all = links();
    const at = all.findIndex((link) => link === target);
    let step = steps[key];
    if (at < 0 || step === undefined || ctrlKey || metaKey || altKey || shiftKey) return;
    const isTurned = getComputedStyle(container).direction === 'rtl';
    if (isTurned && (key === 'ArrowLeft' || key === 'ArrowRight')) step = -step;
    event.preventDefault();
    all[Math.min(Math.max(at + step, 0), all.length - 1)].focus();
  });
  return (focused) => {
    const all = links();
    const own = focused === undefined ? undefined : all.find(({ dataset }) => dataset.key === focused);
    stopAt(own ?? all.find((link) => link.hasAttribute('aria-current')) ?? all[0]);
    own?.focus({ preventScroll: true });
  };
}
