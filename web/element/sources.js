/** @typedef {import('../types/index.js').EngineOptions} EngineOptions */

/**
 * What the attributes say instead of the supply. A file of one's own is of no particular build, and the other lists of the
 * supply, and the means to bring in newer ones, belong to its own first list only.
 * @param {EngineOptions} supplied
 * @param {{wasmSrc: string, snapshotSrc: import('../types/index.js').Source, othersSrc: string | null}} attributes
 * @returns {EngineOptions}
 */
export function withAttributes(supplied, { wasmSrc, snapshotSrc, othersSrc }) {
  const { stamp } = supplied;
  const isOwn = wasmSrc !== '' || snapshotSrc !== '';
  const ownOthers = othersSrc ?? (snapshotSrc ? '' : null);
  return {
    ...supplied,
    ...(wasmSrc && { wasm: wasmSrc }),
    ...(snapshotSrc && { snapshot: snapshotSrc, importer: undefined }),
    ...(ownOthers !== null && { others: ownOthers || undefined }),
    stamp: {
      ...(isOwn ? {} : stamp),
      others: ownOthers === null ? namesOnly(stamp?.others, isOwn) : undefined,
    },
  };
}

/**
 * @param {import('../types/index.js').OthersStamp | undefined} others
 * @param {boolean} isOwn Whether they are used with files of another build.
 */
function namesOnly(others, isOwn) {
  return isOwn && others ? { lists: others.lists } : others;
}
