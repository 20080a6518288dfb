// Keeps whole builds of the site for use without a network. One service worker belongs to one build; a page is served with the
// files of its own build, which stand in the addresses that it asks for.
import { fileTypes } from './file-types.js';
import { keptBuildName, keptBuildsOf } from './kept-build.js';

/** @type {any} The library of types for pages knows no service worker. */
const worker = self;
const build = LOOKUP_BUILD ?? '';
const folder = new URL('./', worker.location.href);
/** Stands in a cache that holds its whole build, and is put there last. */
const wholeMark = new URL('whole', folder).href;
/** What stands in the address of a page; the folder alone is that of the first. */
const pageName = /^(?:(index|embed)\.html)?$/;

/**
 * @param {string} name
 * @param {string} ofBuild
 */
const addressOf = (name, ofBuild) => new URL(`${name}?build=${ofBuild}`, folder).href;

/** @param {string} ofBuild */
const cacheName = (ofBuild) => keptBuildName(folder.pathname, ofBuild);

/**
 * A file of this build from the server, if it is that file to the last bit: what a server sends in its place, of another build
 * or a page that says "not found", is refused. Its type is ours, since servers send wrong ones; its policy is the server's.
 * @param {string} name
 * @returns {Promise<Response>}
 */
async function fetched(name) {
  const response = await fetch(addressOf(name, build), { cache: 'no-cache' });
  if (response.status !== 200) throw new Error(`${name}: status ${response.status}`);
  const bytes = await response.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (btoa(String.fromCharCode(...hash)) !== LOOKUP_FILES[name])
    throw new Error(`${name} is not that of build ${build}`);
  const headers = new Headers(response.headers);
  for (const gone of ['content-encoding', 'content-length', 'vary']) headers.delete(gone);
  headers.set('content-type', fileTypes[name.slice(name.lastIndexOf('.'))]);
  return new Response(bytes, { headers });
}

/**
 * What the copy of a build has under an address; undefined where that is not kept, or not whole.
 * @param {string} address
 * @param {string} ofBuild
 */
async function kept(address, ofBuild) {
  const inCopy = { cacheName: cacheName(ofBuild) };
  const [isWhole, file] = await Promise.all([caches.match(wholeMark, inCopy), caches.match(address, inCopy)]);
  return isWhole && file;
}

/** All of this build, or nothing. */
async function keep() {
  if (await kept(wholeMark, build)) return;
  await caches.delete(cacheName(build));
  try {
    const cache = await caches.open(cacheName(build));
    const names = Object.keys(LOOKUP_FILES);
    await Promise.all(names.map(async (name) => cache.put(addressOf(name, build), await fetched(name))));
    await cache.put(wholeMark, new Response(build));
  } catch (thrown) {
    await caches.delete(cacheName(build));
    throw thrown;
  }
}

/**
 * Takes away the copies of builds that no page uses any more: each page holds a lock of its build. While one is open that
 * holds none yet, and while a newer build is being kept, all of them stay.
 */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(keptBuildsOf(folder.pathname)));
  const { held } = await navigator.locks.query();
  const locks = (held ?? [])
    .map(({ name }) => name ?? '')
    .filter((name) => name.startsWith(keptBuildsOf(folder.pathname)));
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = open.filter((/** @type {{url: string}} */ { url }) => url.startsWith(folder.href));
  const { installing, waiting } = worker.registration;
  if (installing || waiting || own.length > locks.length) return;
  const unused = names.filter((name) => name !== cacheName(build) && !locks.includes(name));
  await Promise.all(unused.map((name) => caches.delete(name)));
}

/**
 * The file as it is kept, or as the server has it. Of this build the server's is taken only if it is the same.
 * @param {Request} request
 * @param {string} name
 * @param {string} ofBuild
 */
async function answer(request, name, ofBuild) {
  const file = await kept(addressOf(name, ofBuild), ofBuild).catch(() => undefined);
  if (file) return file;
  return request.mode === 'navigate' || ofBuild !== build ? fetch(request) : fetched(name);
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keep()));

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(Promise.all([worker.clients.claim(), tidy()]));
});

worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data === 'use') event.waitUntil(worker.skipWaiting());
  if (event.data === 'build') {
    event.ports[0].postMessage(build);
    event.waitUntil(tidy());
  }
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || !address.href.startsWith(folder.href)) return;
  const name = address.pathname.slice(folder.pathname.length);
  if (request.mode === 'navigate') {
    const page = pageName.exec(name);
    if (page) event.respondWith(answer(request, `${page[1] ?? 'index'}.html`, build));
    return;
  }
  const ofBuild = address.searchParams.get('build');
  if (ofBuild && name in LOOKUP_FILES) event.respondWith(answer(request, name, ofBuild));
});
