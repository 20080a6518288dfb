/** The head of a snapshot, which says its checksum; the core sees to it that it says so truly. */
const headBytes = 400;

/**
 * The checksum that a snapshot says it has; undefined where it says none.
 * @param {Uint8Array} bytes
 */
export function checksumSaid(bytes) {
  return /"sha256"\s*:\s*"([0-9a-f]{64})"/.exec(new TextDecoder().decode(bytes.subarray(0, headBytes)))?.[1];
}
