import { build } from './build.js';
import { asLookupError } from './errors.js';
import { ImportCore } from './import-core.js';
import { toPlain } from './protocol.js';

/**
 * @typedef {import('./import-core.js').ImportQuestion} ImportQuestion
 * @typedef {import('./protocol.js').WorkerMessage} WorkerMessage
 */

const page = /** @type {{postMessage(message: WorkerMessage): void} & EventTarget} */ (/** @type {unknown} */ (self));
const core = new ImportCore();

page.addEventListener('message', async (event) => {
  const question = /** @type {MessageEvent<ImportQuestion & {id: number}>} */ (event).data;
  const { id } = question;
  try {
    page.postMessage({ kind: 'done', id, value: await core.answer(question) });
  } catch (thrown) {
    page.postMessage({ kind: 'failed', id, error: toPlain(asLookupError(thrown, 'core_failed')) });
  }
});
page.postMessage({ kind: 'hello', build });
