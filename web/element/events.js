/** Fired when core and list are loaded. */
export class LookupReadyEvent extends Event {
  /** @param {import('../engine/engine.js').Engine} engine */
  constructor(engine) {
    super('lookup-ready', { bubbles: true, composed: true });
    this.about = engine.about;
    this.lists = engine.lists;
    this.sha256 = engine.sha256;
    /** Whether the search runs in a worker. */
    this.threaded = engine.threaded;
  }
}

/** Fired with every answer that is shown. */
export class LookupResultEvent extends Event {
  /**
   * @param {import('../types/index.js').Answer} answer
   * @param {Date | undefined} checkedAt When the user asked for a check; undefined for an answer while typing.
   */
  constructor(answer, checkedAt) {
    super('lookup-result', { bubbles: true, composed: true });
    this.answer = answer;
    this.checkedAt = checkedAt;
  }
}

/** Fired with every error that is shown. */
export class LookupErrorEvent extends Event {
  /** @param {import('../engine/errors.js').LookupError} error */
  constructor(error) {
    super('lookup-error', { bubbles: true, composed: true });
    this.error = error;
    this.code = error.code;
  }
}
