/**
 * What the copy of one build is called, as a cache and as the lock that a page holds while it uses it. Caches and locks are the
 * whole origin's, so the folder that the site lies in is part of it.
 * @param {string} folder Path of the folder, with a slash at its end.
 * @param {string} build
 */
export const keptBuildName = (folder, build) => `${keptBuildsOf(folder)}${build}`;

/**
 * How the names of all copies of the site in this folder begin.
 * @param {string} folder
 */
export const keptBuildsOf = (folder) => `entity-lookup ${folder} `;

/**
 * Holds the lock of this build for as long as the page is open, so that no service worker takes its copy away. Where there are
 * no locks there is no service worker either.
 * @param {string} folder
 * @param {string} build
 */
export function holdBuild(folder, build) {
  try {
    const forEver = () => new Promise(() => {});
    navigator.locks.request(keptBuildName(folder, build), { mode: 'shared' }, forEver).catch(() => {});
  } catch {
    // Not here: plain http, or a frame without an origin.
  }
}
