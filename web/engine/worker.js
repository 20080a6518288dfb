import { build } from './build.js';
import { asLookupError } from './errors.js';
import { openCore } from './open-core.js';
import { toPlain } from './protocol.js';

/**
 * @typedef {import('./protocol.js').Question} Question
 * @typedef {import('./protocol.js').WorkerMessage} WorkerMessage
 */

const page = /** @type {{postMessage(message: WorkerMessage): void} & EventTarget} */ (/** @type {unknown} */ (self));

/** @type {import('./core.js').Core | undefined} */
let core;

/**
 * @param {Question} question
 * @returns {Promise<unknown>}
 */
async function answer(question) {
  if (question.kind === 'open') {
    const { core: opening, ...said } = await openCore(question);
    core = opening;
    return said;
  }
  const open = /** @type {import('./core.js').Core} */ (core);
  switch (question.kind) {
    case 'add':
      return open.open(question.bytes);
    case 'browse':
      return open.browse(question.request);
    case 'entry':
      return open.entry(question.request);
    default:
      return open.check(question.request);
  }
}

page.addEventListener('message', async (event) => {
  const question = /** @type {MessageEvent<Question>} */ (event).data;
  const { id } = question;
  try {
    page.postMessage({ kind: 'done', id, value: await answer(question) });
  } catch (thrown) {
    page.postMessage({ kind: 'failed', id, error: toPlain(asLookupError(thrown, 'core_failed')) });
  }
});
page.postMessage({ kind: 'hello', build });
