import { trustedScriptUrl } from '../engine/worker-link.js';
import { build } from '../engine/build.js';
import { holdBuild, keptBuildsOf } from './kept-build.js';

/** A service worker that does not say of which build it is must not keep the page waiting. */
const answerLimitMs = 5_000;
const folder = new URL('./', document.baseURI);
const workerUrl = new URL('service-worker.js', folder).href;
/** Where it stands that the user wants no copy. */
const declinedKey = `entity-lookup-no-offline-copy ${folder.pathname}`;

/**
 * @typedef {'unavailable' | 'declined' | 'keeping' | 'kept' | 'not_kept'} CopyState `unavailable`: not in this browser, or not at
 *     an address like this. `declined`: the user wants none. `not_kept`: it was tried, in vain.
 */

/** The copy of this page that the browser keeps. Fires `changed` when `state` or `hasNewer` has changed. */
export class OfflineCopy extends EventTarget {
  #container = serviceWorkers();
  /** @type {ServiceWorkerRegistration | undefined} */
  #registration;
  /** @type {CopyState} */
  #state = 'unavailable';
  /** Whether the service worker is of another build than the page, which came from the server past it. */
  #isBehind = false;
  #wasControlled = false;
  /** Whether the user has agreed to the newer build in this tab. */
  #hasAgreed = false;
  #beforeReload;

  /** @param {() => void} beforeReload Called before the page is loaded anew. */
  constructor(beforeReload) {
    super();
    this.#beforeReload = beforeReload;
    if (!this.#container) return;
    this.#wasControlled = this.#isOwn(this.#container.controller);
    this.#container.addEventListener('controllerchange', () => void this.#controllerChanged());
    // Another tab has taken the copy away.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === declinedKey && newValue !== null) this.#become('declined');
    });
    holdBuild(folder.pathname, build ?? '');
  }

  get state() {
    return this.#state;
  }

  /** Whether a newer build is kept and waits to be used. */
  get hasNewer() {
    return this.#isBehind || Boolean(this.#registration?.active && this.#registration.waiting);
  }

  /** Keeps a copy unless the user has said that there shall be none, and looks whether the server has a newer build. */
  async start() {
    if (!this.#container) return;
    if (stored(() => localStorage.getItem(declinedKey))) this.#become('declined');
    else await this.keep();
  }

  /** Keeps a copy. */
  async keep() {
    if (!this.#container) return;
    stored(() => localStorage.removeItem(declinedKey));
    this.#become('keeping');
    try {
      const options = /** @type {const} */ ({ updateViaCache: 'none' });
      this.#registration = await this.#container.register(trustedScriptUrl(workerUrl), options);
    } catch {
      this.#become('not_kept');
      return;
    }
    this.#registration.addEventListener('updatefound', () => this.#follow());
    this.#follow();
    // The answer is not needed: asked, it looks which older copies no page uses any more.
    if (this.#registration.active) void buildOf(this.#registration.active);
  }

  /** Takes the copy away, for good. */
  async remove() {
    stored(() => localStorage.setItem(declinedKey, 'yes'));
    try {
      await this.#registration?.unregister();
      const own = (await caches.keys()).filter((name) => name.startsWith(keptBuildsOf(folder.pathname)));
      await Promise.all(own.map((name) => caches.delete(name)));
    } catch {
      // A browser that gives no storage keeps nothing in it either.
    }
    this.#registration = undefined;
    this.#become('declined');
  }

  /** The newer build takes over in all open tabs, each of which is loaded anew. */
  useNewer() {
    const waiting = this.#registration?.waiting;
    this.#hasAgreed = true;
    if (waiting) waiting.postMessage('use');
    else this.#reload();
  }

  #follow() {
    const registration = this.#registration;
    if (!registration) return;
    const { installing, waiting, active } = registration;
    const coming = installing ?? waiting;
    coming?.addEventListener('statechange', () => this.#follow());
    if (active) this.#become('kept');
    else this.#become(coming ? 'keeping' : 'not_kept');
  }

  /** Another service worker serves the page: the user has agreed to it in some tab, or it is the first. */
  async #controllerChanged() {
    const controller = this.#container?.controller;
    const wasControlled = this.#wasControlled;
    this.#wasControlled = this.#isOwn(controller);
    if (!controller || !this.#wasControlled) return;
    const itsBuild = await buildOf(controller);
    if (itsBuild === undefined || itsBuild === build) return;
    if (wasControlled || this.#hasAgreed) {
      this.#reload();
    } else {
      this.#isBehind = true;
      this.dispatchEvent(new Event('changed'));
    }
  }

  #reload() {
    this.#beforeReload();
    location.reload();
  }

  /** @param {ServiceWorker | null | undefined} serviceWorker */
  #isOwn(serviceWorker) {
    return serviceWorker?.scriptURL === workerUrl;
  }

  /** @param {CopyState} state */
  #become(state) {
    this.#state = state;
    this.dispatchEvent(new Event('changed'));
  }
}

/** What registers service workers; undefined on plain http, for a file, and in a frame without an origin. */
function serviceWorkers() {
  try {
    return isSecureContext && location.protocol.startsWith('http') ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a page's storage answers; undefined where it is refused.
 * @template T
 * @param {() => T} ask
 */
function stored(ask) {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/**
 * The build that a service worker belongs to; undefined where it does not say.
 * @param {ServiceWorker} serviceWorker
 * @returns {Promise<string | undefined>}
 */
function buildOf(serviceWorker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    /** @param {string} [said] */
    const settle = (said) => {
      clearTimeout(timer);
      port1.close();
      resolve(said);
    };
    const timer = setTimeout(settle, answerLimitMs);
    port1.addEventListener('message', ({ data }) => settle(data));
    port1.start();
    serviceWorker.postMessage('build', [port2]);
  });
}
