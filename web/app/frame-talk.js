/**
 * @typedef {import('../element/entity-lookup-element.js').EntityLookupElement} EntityLookupElement
 * @typedef {import('../types/frame.js').CheckMessage} CheckMessage
 * @typedef {import('../types/frame.js').FromFrame} FromFrame
 * @typedef {import('../types/index.js').ListInfo} ListInfo
 * @typedef {FromFrame extends infer M ? M extends FromFrame ? Omit<M, 'entity_lookup'> : never : never} Saying
 */

/** The frame's end of the way to the page around it; `types/frame.d.ts` has the messages. */
export class FrameTalk {
  #lookup;
  #channel = new MessageChannel();
  /** @type {number | undefined} The check that the page waits for. */
  #asked;
  /** @type {import('../types/index.js').ErrorCode | undefined} Of an error since then. */
  #code;
  #height = 0;

  /** @param {EntityLookupElement} lookup */
  constructor(lookup) {
    this.#lookup = lookup;
  }

  /**
   * Says hello to the page around, if it is of this origin: to any other the browser does not deliver it.
   * @param {string} origin
   * @param {string} nonce
   */
  begin(origin, nonce) {
    // `*` would be any, and what is no origin none.
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) return;
    const { port1, port2 } = this.#channel;
    parent.postMessage({ entity_lookup: 1, kind: 'hello', nonce }, origin, [port2]);
    port1.addEventListener('message', ({ data }) => this.#check(data));
    // What is asked before the element is there waits in the port.
    void customElements.whenDefined('entity-lookup').then(() => port1.start());
    this.#listen();
  }

  #listen() {
    const lookup = this.#lookup;
    for (const event of /** @type {const} */ (['lookup-ready', 'lookup-lists'])) {
      lookup.addEventListener(event, (/** @type {any} */ { lists, others }) => {
        const told = lists.map((/** @type {ListInfo} */ { code, title, as_of, entry_count, sha256 }) => ({
          code,
          title,
          as_of,
          entry_count,
          sha256,
        }));
        this.#say({ kind: 'ready', lists: told, others: others.state });
      });
    }
    lookup.addEventListener('lookup-result', (/** @type {any} */ { answer, checkedAt, others }) => {
      if (checkedAt) {
        const isLast = others.state !== 'loading';
        const checked_at = checkedAt.toISOString();
        this.#say({ kind: 'result', state: lookup.state, answer, checked_at, ...(isLast && this.#answered()) });
      } else {
        this.#giveUp();
      }
    });
    lookup.addEventListener('lookup-error', (/** @type {any} */ { code }) => {
      // Whether it ends the check is known when that settles.
      if (this.#asked === undefined) this.#say({ kind: 'error', code });
      else this.#code = code;
    });
    new ResizeObserver(() => this.#measure()).observe(document.body);
  }

  /** @param {CheckMessage} message */
  #check({ entity_lookup: version, kind, id, name }) {
    if (version !== 1 || kind !== 'check' || typeof name !== 'string') return;
    this.#giveUp();
    this.#asked = id;
    this.#lookup.value = name;
    void this.#lookup.check().then((answer) => {
      if (answer === null && this.#asked === id)
        this.#say({ kind: 'error', code: this.#code ?? 'aborted', ...this.#answered() });
      else if (this.#code) this.#say({ kind: 'error', code: this.#code });
      this.#code = undefined;
    });
  }

  /** Another question came before the answer. */
  #giveUp() {
    if (this.#asked !== undefined) this.#say({ kind: 'error', code: 'aborted', ...this.#answered() });
  }

  /** The id of the check that is answered with this, if there is one. */
  #answered() {
    const id = this.#asked;
    this.#asked = undefined;
    return id === undefined ? {} : { id };
  }

  #measure() {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === this.#height) return;
    this.#height = height;
    this.#say({ kind: 'resize', height });
  }

  /** @param {Saying} saying */
  #say(saying) {
    this.#channel.port1.postMessage({ entity_lookup: 1, ...saying });
  }
}
