import { snapshotBytes } from './bytes.js';
import { Core } from './core.js';
import { loadModule } from './module.js';

/** @typedef {import('./source.js').PlacedSource} PlacedSource */

/**
 * A core with its list loaded, and what it says of itself. Both files are fetched at the same time.
 * @param {{wasm: PlacedSource, snapshot: PlacedSource, build?: string}} from
 * @param {AbortSignal} [signal]
 * @returns {Promise<{core: Core, about: import('../types/index.js').About, opened: import('../types/index.js').Opened}>}
 */
export async function openCore({ wasm, snapshot, build }, signal) {
  const coming = snapshotBytes(snapshot, signal);
  coming.catch(() => {}); // Reported below, unless the core itself fails first.
  const core = await Core.start(await loadModule(wasm, { build, signal }));
  const opened = core.open(await coming);
  return { core, about: core.about(), opened };
}
