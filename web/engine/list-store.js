import { LookupError } from './errors.js';
import { settle } from './time-limit.js';

/**
 * @typedef {import('../types/update.js').Kept} Kept
 * @typedef {import('../types/update.js').KeptLists} KeptLists
 */

const databaseName = 'entity-lookup-lists';
const storeName = 'kept';
/** All that is kept is one record, so that no part of it is ever of another moment. */
const recordKey = 'lists';
/** A browser that neither opens its storage nor refuses it must not keep the page waiting; writing takes longer. */
const usualLimitsMs = { readonly: 3_000, readwrite: 20_000 };

/** Which snapshots are kept, by their names in `Snapshots`. */
export const keptParts = /** @type {const} */ (['entityList', 'others']);

/**
 * Whether two sets of lists are the same: each part taken at the same time from the same file.
 * @param {KeptLists} a
 * @param {KeptLists} b
 */
export function areSameLists(a, b) {
  return keptParts.every((part) =>
    /** @type {const} */ (['takenAt', 'fileName', 'asOf']).every((fact) => a[part]?.[fact] === b[part]?.[fact]),
  );
}

/**
 * Keeps brought-in lists in the browser, by origin: those in use, and those that were in use before them. Every method
 * rejects with `storage_refused` where the browser keeps nothing for this page, has no room or takes too long, and what was
 * kept is then as it was. Fires `changed` when another tab of the origin has changed what is kept, between `listen()` and
 * `close()`.
 */
export class ListStore extends EventTarget {
  #limitsMs;
  /** @type {BroadcastChannel | undefined} */
  #channel;

  /** @param {{limitsMs?: Partial<typeof usualLimitsMs>}} [options] */
  constructor({ limitsMs } = {}) {
    super();
    this.#limitsMs = { ...usualLimitsMs, ...limitsMs };
  }

  /** Hears of other tabs from now on. */
  listen() {
    if (this.#channel) return;
    try {
      this.#channel = new BroadcastChannel(databaseName);
      this.#channel.addEventListener('message', () => this.dispatchEvent(new Event('changed')));
    } catch {
      // Other tabs will know when they are loaded anew.
    }
  }

  /** Hears of no other tab any more. An open channel would hold whoever listens in memory. */
  close() {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /**
   * @returns {Promise<Kept>}
   */
  async kept() {
    return this.#inDatabase('readonly', read);
  }

  /**
   * These are in use from now on, and those that were become the previous ones, unless they are the same. What another tab
   * has put in their place meanwhile is what becomes previous then, and so is not lost.
   * @param {KeptLists} lists
   * @returns {Promise<Kept>} What is kept now.
   */
  async use(lists) {
    return this.#change(({ current, previous }) => ({
      current: lists,
      previous: areSameLists(current, lists) ? previous : current,
    }));
  }

  /**
   * Nothing is kept any more: the lists that came with the page are in use.
   * @returns {Promise<Kept>} What is kept now.
   */
  async forget() {
    return this.#change(() => ({ current: {}, previous: {} }));
  }

  /** @param {(kept: Kept) => Kept} change */
  async #change(change) {
    const now = await this.#inDatabase('readwrite', async (store) => {
      const kept = change(await read(store));
      const isEmpty = [kept.current, kept.previous].every((lists) => areSameLists(lists, {}));
      await settledRequest(isEmpty ? store.delete(recordKey) : store.put(kept, recordKey));
      return kept;
    });
    this.#channel?.postMessage('changed');
    return now;
  }

  /**
   * Does something with the store in one transaction: all of it happens, or nothing.
   * @template T
   * @param {'readonly' | 'readwrite'} mode
   * @param {(store: IDBObjectStore) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #inDatabase(mode, work) {
    try {
      return await settle(
        async (signal) => {
          const database = await opened();
          try {
            if (signal.aborted) throw new LookupError('aborted');
            return await transacted(database.transaction(storeName, mode), work, signal);
          } finally {
            database.close();
          }
        },
        { limitMs: this.#limitsMs[mode] },
      );
    } catch (thrown) {
      const { name = '', message = '' } = thrown instanceof Error ? thrown : {};
      throw new LookupError('storage_refused', { detail: name ? `${name}: ${message}` : undefined, cause: thrown });
    }
  }
}

/** @returns {Promise<IDBDatabase>} */
function opened() {
  return new Promise((resolve, reject) => {
    // A sandboxed frame throws here, or has no such thing.
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName));
    request.addEventListener('success', () => {
      const database = request.result;
      database.addEventListener('versionchange', () => database.close());
      resolve(database);
    });
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('blocked', () => reject(new Error('another tab holds it')));
  });
}

/**
 * @template T
 * @param {IDBTransaction} transaction
 * @param {(store: IDBObjectStore) => Promise<T>} work
 * @param {AbortSignal} signal Gives it up: whoever was told that nothing was written must not find it written later.
 * @returns {Promise<T>}
 */
function transacted(transaction, work, signal) {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
    };
    signal.addEventListener('abort', giveUp);
    /** @type {Promise<T>} */
    const working = work(transaction.objectStore(storeName));
    working.catch((thrown) => {
      reject(thrown);
      giveUp();
    });
    // Only a transaction that is complete has written; a full disk ends it afterwards.
    transaction.addEventListener('complete', () => working.then(resolve, reject));
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('given up')));
  });
}

/**
 * @param {IDBObjectStore} store
 * @returns {Promise<Kept>}
 */
async function read(store) {
  return { current: {}, previous: {}, ...(await settledRequest(store.get(recordKey))) };
}

/**
 * @param {IDBRequest} request
 * @returns {Promise<any>}
 */
function settledRequest(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
