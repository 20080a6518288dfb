/** The one key that works without another beside it; it can be turned off, since speech input may hit it unmeant. */
export class Shortcuts {
  isOn = true;
  #toName;

  /** @param {() => void} toName Goes to the field of the name. */
  constructor(toName) {
    this.#toName = toName;
  }

  listen() {
    document.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      if (!this.isOn || key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented || isInField(event)) return;
      event.preventDefault();
      this.#toName();
    });
  }
}

/** @param {Event} event */
function isInField(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches('input, select, textarea, [contenteditable]');
}
