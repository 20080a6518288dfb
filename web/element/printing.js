/**
 * Unfolds what is folded for as long as the page is being printed: a record must be whole on paper.
 * @param {ParentNode} root
 * @param {AbortSignal} signal Ends it.
 */
export function unfoldForPrint(root, signal) {
  /** @type {HTMLDetailsElement[]} */
  const unfolded = [];
  const unfold = () => {
    const folded = /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll('details:not([open])'));
    for (const details of folded) details.open = true;
    unfolded.push(...folded);
  };
  const foldAgain = () => {
    for (const details of unfolded.splice(0)) details.open = false;
  };
  window.addEventListener('beforeprint', unfold, { signal });
  window.addEventListener('afterprint', foldAgain, { signal });
}
