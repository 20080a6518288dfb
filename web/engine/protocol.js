import { LookupError } from './errors.js';

/**
 * The messages between page and worker. Each question of the page carries a number, and its answer the same one.
 *
 * @typedef {{kind: 'open', id: number, wasm: import('./source.js').PlacedSource,
 *   snapshot: import('./source.js').PlacedSource, build?: string}} OpenMessage
 * @typedef {{kind: 'check', id: number, request: import('../types/index.js').Request}} CheckMessage
 * @typedef {{kind: 'browse', id: number, request: import('../types/index.js').CatalogueFilter}} BrowseMessage
 * @typedef {{kind: 'entry', id: number, request: import('../types/index.js').EntryRequest}} EntryMessage
 * @typedef {{kind: 'add', id: number, bytes: Uint8Array}} AddMessage A further snapshot.
 * @typedef {OpenMessage | CheckMessage | BrowseMessage | EntryMessage | AddMessage} Question
 *
 * @typedef {{kind: 'hello', build: string | undefined}} HelloMessage The worker's script has started.
 * @typedef {{kind: 'done', id: number, value: unknown}} DoneMessage
 * @typedef {{kind: 'failed', id: number, error: PlainError}} FailedMessage
 * @typedef {HelloMessage | DoneMessage | FailedMessage} WorkerMessage
 *
 * @typedef {{code: import('../types/index.js').ErrorCode, sentence: string, detail?: string, record?: number,
 *   field?: string}} PlainError
 */

/**
 * An error as plain data: a class does not survive the way between threads.
 * @param {LookupError} error
 * @returns {PlainError}
 */
export function toPlain({ code, message, detail, record, field }) {
  return { code, sentence: message, detail, record, field };
}

/**
 * @param {PlainError} plain
 * @returns {LookupError}
 */
export function fromPlain(plain) {
  return new LookupError(plain.code, plain);
}
