import { LookupError } from './errors.js';
import { settle } from './time-limit.js';

/**
 * @typedef {import('../types/update.js').KeptLists} KeptLists
 * @typedef {import('../types/update.js').ListsToKeep} ListsToKeep
 * @typedef {'current' | 'previous'} Place
 * @typedef {{current: KeptLists | undefined, previous: KeptLists | undefined}} Kept Undefined: the lists that came with the page.
 */

const databaseName = 'entity-lookup-lists';
const storeName = 'kept';
const places = /** @type {const} */ (['current', 'previous']);
/** A browser that neither opens its storage nor refuses it must not keep the page waiting; writing takes longer. */
const limitsMs = { readonly: 3_000, readwrite: 20_000, versionchange: 20_000 };

/**
 * Keeps brought-in lists in the browser, by origin: those in use, and those that were in use before them. Every method
 * rejects with `storage_refused` where the browser keeps nothing for this page or has no room, and what was kept is then
 * as it was. Fires `changed` when another tab of the origin has changed what is kept.
 */
export class ListStore extends EventTarget {
  /** @type {BroadcastChannel | undefined} */
  #channel;

  constructor() {
    super();
    try {
      this.#channel = new BroadcastChannel(databaseName);
      this.#channel.addEventListener('message', () => this.dispatchEvent(new Event('changed')));
    } catch {
      // Other tabs will know when they are loaded anew.
    }
  }

  /**
   * The lists in use; undefined for those that came with the page.
   * @returns {Promise<KeptLists | undefined>}
   */
  async current() {
    return (await inDatabase('readonly', read)).current;
  }

  /**
   * The lists in use before them.
   * @returns {Promise<KeptLists | undefined>}
   */
  async previous() {
    return (await inDatabase('readonly', read)).previous;
  }

  /**
   * Puts lists in the place of those in use, which become the previous ones unless they are the same.
   * @param {ListsToKeep} lists
   * @returns {Promise<KeptLists>}
   */
  async keep(lists) {
    const kept = { ...lists, ...headersOf(lists) };
    await this.#use(kept);
    return kept;
  }

  /**
   * Goes back to lists that were in use; those in use become the previous ones, so that the way back stays open. To which is
   * said, since another tab may have changed what is kept: two tabs that go back at once must not undo each other.
   * @param {ListsToKeep | undefined} to Undefined: those that came with the page.
   */
  async rollBack(to) {
    await this.#use(to && { ...to, ...headersOf(to) });
  }

  /** @param {KeptLists | undefined} lists */
  async #use(lists) {
    await inDatabase('readwrite', async (store) => {
      const { current, previous } = await read(store);
      await write(store, { current: lists, previous: isSame(current, lists) ? previous : current });
    });
    this.#tell();
  }

  /** Nothing is kept any more: the lists that came with the page are in use. */
  async forget() {
    await inDatabase('readwrite', (store) => write(store, { current: undefined, previous: undefined }));
    this.#tell();
  }

  /** Hears no other tab any more. */
  close() {
    this.#channel?.close();
  }

  #tell() {
    try {
      this.#channel?.postMessage('changed');
    } catch {
      // A closed channel: this page is going.
    }
  }
}

/**
 * Whether two are the same lists, taken at the same time from the same file; undefined stands for those that came with the page.
 * @param {ListsToKeep | undefined} one
 * @param {ListsToKeep | undefined} other
 */
export function isSame(one, other) {
  return one?.takenAt === other?.takenAt && one?.fileName === other?.fileName && one?.asOf === other?.asOf;
}

/**
 * What tells one set of lists from another, whatever build reads it: the snapshots' own versions and checksums.
 * @param {ListsToKeep} lists
 */
function headersOf({ entityList, others }) {
  const headers = [entityList, others].map((bytes) => bytes && new TextDecoder().decode(bytes.subarray(0, 400)));
  const [first, second] = headers.map((text) => /"sha256":\s*"([0-9a-f]{64})"/.exec(text ?? '')?.[1]);
  const version = /"schema_version":\s*(\d+)/.exec(headers.find(Boolean) ?? '')?.[1];
  return { schemaVersion: Number(version), sha256: { entityList: first, others: second } };
}

/**
 * Does something with the store in one transaction: all of it happens, or nothing.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inDatabase(mode, work) {
  try {
    return await settle(
      async (signal) => {
        const database = await opened();
        try {
          if (signal.aborted) throw new LookupError('aborted');
          return await transacted(database, mode, work);
        } finally {
          database.close();
        }
      },
      { limitMs: limitsMs[mode] },
    );
  } catch (thrown) {
    const { name = '', message = '' } = thrown instanceof Error ? thrown : {};
    throw new LookupError('storage_refused', { detail: name ? `${name}: ${message}` : undefined, cause: thrown });
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
 * @param {IDBDatabase} database
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => Promise<T>} work
 * @returns {Promise<T>}
 */
function transacted(database, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode);
    /** @type {Promise<T>} */
    const working = work(transaction.objectStore(storeName));
    working.catch((thrown) => {
      reject(thrown);
      try {
        transaction.abort();
      } catch {
        // It ended by itself.
      }
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
  const [current, previous] = await Promise.all(places.map((place) => settledRequest(store.get(place))));
  return { current, previous };
}

/**
 * @param {IDBObjectStore} store
 * @param {Kept} kept
 */
async function write(store, kept) {
  await Promise.all(
    places.map((/** @type {Place} */ place) => {
      const lists = kept[place];
      return settledRequest(lists ? store.put(lists, place) : store.delete(place));
    }),
  );
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
