/** Fired when core and list are loaded; the other lists may follow. */
export class LookupReadyEvent extends Event {
  /** @param {import('../engine/engine.js').Engine} engine */
  constructor(engine) {
    super('lookup-ready', { bubbles: true, composed: true });
    this.about = engine.about;
    this.lists = engine.lists;
    this.others = engine.others;
    /** Whether the search runs in a worker. */
    this.threaded = engine.threaded;
  }
}

/** Fired when the other lists are loaded too, or cannot be. */
export class LookupListsEvent extends Event {
  /** @param {import('../engine/engine.js').Engine} engine */
  constructor(engine) {
    super('lookup-lists', { bubbles: true, composed: true });
    this.lists = engine.lists;
    this.others = engine.others;
  }
}

/** Fired with every answer that is shown. */
export class LookupResultEvent extends Event {
  /**
   * @param {import('../types/index.js').Answer} answer
   * @param {Date | undefined} checkedAt When the user asked for a check; undefined for an answer while typing.
   * @param {import('../types/index.js').OthersState} others
   */
  constructor(answer, checkedAt, others) {
    super('lookup-result', { bubbles: true, composed: true });
    this.answer = answer;
    this.checkedAt = checkedAt;
    /** What has become of the other lists; while they load, the answer to all lists follows. */
    this.others = others;
  }
}

/** Fired when the user has decided about what a check found. */
export class LookupDecisionEvent extends Event {
  /**
   * @param {import('../types/element.js').Decision} decision
   * @param {import('../types/element.js').CheckRecord} record With the decision in it.
   */
  constructor(decision, record) {
    super('lookup-decision', { bubbles: true, composed: true });
    this.decision = decision;
    this.record = record;
  }
}

/** Fired with every error that is shown. */
export class LookupErrorEvent extends Event {
  /** @param {import('../types/index.js').LookupError} error */
  constructor(error) {
    super('lookup-error', { bubbles: true, composed: true });
    this.error = error;
    this.code = error.code;
  }
}
