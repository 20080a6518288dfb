// The engine as a package gives it to a browser.
import { openEngine } from './engine.js';
import { completed } from './siblings.js';

export { Engine, LookupError, coreErrorCodes, engineErrorCodes, openEngine } from './engine.js';
export { screen } from './screen.js';

/**
 * An engine with the files of this package, which a bundler finds by their addresses.
 * @param {Partial<import('../types/index.js').EngineOptions>} [options] Go before.
 */
export async function open(options = {}) {
  return openEngine(completed(options));
}
