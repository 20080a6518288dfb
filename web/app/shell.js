import { button, h } from '../element/dom.js';
import { message } from '../element/messages.js';
import { BrowseView } from './browse-view.js';
import { CheckView } from './check-view.js';
import { EntryView } from './entry-view.js';
import { KeysView } from './keys-view.js';
import { ListsView } from './lists-view.js';
import { PrivacyView } from './privacy-view.js';
import { languagePicker, showInLanguage } from './page-language.js';
import { formatRoute, parseRoute } from './route.js';
import { ScoreView } from './score-view.js';
import { Shortcuts } from './shortcuts.js';
import { keepTyped, restoreTyped } from './typed-text.js';

/**
 * @typedef {import('../element/entity-lookup-element.js').EntityLookupElement} EntityLookupElement
 * @typedef {import('./route.js').Route} Route
 * @typedef {Route['view']} ViewName
 *
 * @typedef {object} View
 * @property {HTMLElement} root With one `h1`, which takes the focus.
 * @property {(route: any) => void} show Shows what a route of this view asks for, and again when the lists have changed.
 * @property {() => void} [hide] Gives up what is under way.
 */

/** The views that the navigation leads to, in its order. */
const inNavigation = /** @type {const} */ (['check', 'list', 'lists', 'score', 'privacy', 'keys']);

/** @type {Record<ViewName, new (shell: Shell) => View>} */
const views = {
  check: CheckView,
  list: BrowseView,
  entry: EntryView,
  lists: ListsView,
  score: ScoreView,
  privacy: PrivacyView,
  keys: KeysView,
};

/** The page around the element: one view at a time, as the address says. */
export class Shell {
  lookup = /** @type {EntityLookupElement} */ (document.querySelector('entity-lookup'));
  shortcuts = new Shortcuts(() => this.#toName());
  #main = /** @type {HTMLElement} */ (document.querySelector('main'));
  /** @type {Map<ViewName, View>} */
  #made = new Map();
  /** @type {Map<string, HTMLAnchorElement>} */
  #links = new Map();
  /** @type {Route | undefined} */
  #route;
  /** Where one was in each place when one left it, to be found again on the way back. */
  #left = /** @type {Map<string, {scroll: number, focused: Element | null}>} */ (new Map());
  /** Whether a link is being followed, rather than the way back or forward. */
  #isFollowing = false;

  /** The open engine; null while there is none. */
  get engine() {
    return this.lookup.engine;
  }

  /** Whether the lists could not be opened, rather than not yet. */
  get hasFailed() {
    return !this.lookup.engine && this.lookup.state === 'error';
  }

  start() {
    showInLanguage(document);
    this.#addNavigation();
    history.scrollRestoration = 'manual';
    addEventListener('hashchange', () => this.#apply());
    document.addEventListener('click', (event) => this.#clicked(event));
    this.shortcuts.listen();
    this.#viewOf('check'); // It stands in the page already, to be shown or hidden.
    for (const event of ['lookup-ready', 'lookup-lists', 'lookup-error']) {
      this.lookup.addEventListener(event, () => this.#refresh());
    }
    this.#apply();
    restoreTyped(this.lookup);
  }

  /** Goes to where the look-up has newer lists brought in, and unfolds it. */
  toNewerLists() {
    this.#toCheck();
    const fold = /** @type {HTMLDetailsElement | null} */ (this.lookup.shadowRoot?.querySelector('[part=update]'));
    if (!fold || fold.hidden) return;
    fold.open = true;
    fold.querySelector('summary')?.focus();
  }

  /** The address of the check as one left it. */
  get checkHref() {
    return this.#links.get('check')?.getAttribute('href') ?? '#';
  }

  /**
   * Goes to another route of the view that is shown, and leaves the focus where it is.
   * @param {Route} route
   * @param {{replace?: boolean}} [options] `replace`: the way back does not lead to where one is.
   */
  go(route, { replace = false } = {}) {
    this.write(route, { replace });
    this.#apply(route);
  }

  /**
   * Has the address say where one is in the view that is shown.
   * @param {Route} route
   * @param {{replace?: boolean, state?: unknown}} options `state`: what the history keeps beside it.
   */
  write(route, { replace = false, state = null }) {
    const address = formatRoute(route);
    try {
      if (replace) history.replaceState(state, '', address);
      else history.pushState(state, '', address);
    } catch {
      // A sandboxed frame, or a browser that has been told too often: the page works on, without its address.
    }
    this.#noteRoute(route);
  }

  /** The heading of the view has changed. */
  titled() {
    const heading = this.#view?.root.querySelector('h1')?.textContent ?? '';
    document.title = message('page.view_title', { view: heading, title: message('page.title') });
  }

  get #view() {
    return this.#route && this.#made.get(this.#route.view);
  }

  #addNavigation() {
    for (const name of inNavigation) {
      const link = h('a', { href: `#${name}` }, message(`nav.${name}`));
      this.#links.set(name, link);
    }
    this.#links.get('check')?.setAttribute('href', '#');
    const items = [...this.#links.values()].map((link) => h('li', {}, link));
    const skip = button(message('nav.skip'), () => this.#focusHeading(), { class: 'skip' });
    document.body.prepend(skip);
    document.querySelector('.page-header')?.append(
      h('nav', { 'aria-label': message('nav.label') }, h('ul', {}, ...items)),
      languagePicker(() => keepTyped(this.lookup)),
    );
  }

  /** @param {Route} [route] */
  #apply(route = parseRoute(location.hash)) {
    const following = this.#isFollowing;
    this.#isFollowing = false;
    const before = this.#route;
    const isMove = !before || placeOf(before) !== placeOf(route);
    if (before && isMove) {
      if (!following) this.#remember(before);
      this.#view?.hide?.();
    }
    this.#noteRoute(route);
    const view = this.#viewOf(route.view);
    for (const other of this.#made.values()) other.root.hidden = other !== view;
    view.show(route);
    this.titled();
    if (before && isMove) this.#arrive(route, following);
  }

  /** Shows again what the lists tell: they have come, changed or gone. */
  #refresh() {
    if (this.#route && this.#route.view !== 'check') this.#view?.show(this.#route);
  }

  /** @param {ViewName} name */
  #viewOf(name) {
    const known = this.#made.get(name);
    if (known) return known;
    const view = new views[name](this);
    this.#made.set(name, view);
    if (!view.root.isConnected) this.#main.append(view.root);
    return view;
  }

  /**
   * The navigation says where one is, and leads back to what one had there.
   * @param {Route} route
   */
  #noteRoute(route) {
    this.#route = route;
    const section = route.view === 'entry' ? 'list' : route.view;
    for (const [name, link] of this.#links) {
      if (name !== section) link.removeAttribute('aria-current');
      else link.setAttribute('aria-current', name === route.view ? 'page' : 'true');
    }
    this.#links.get(route.view)?.setAttribute('href', formatRoute(route));
  }

  /** @param {Route} route */
  #remember(route) {
    this.#left.set(placeOf(route), { scroll: scrollY, focused: document.activeElement });
  }

  /**
   * Who follows a link begins at the heading; who comes back goes on where they were.
   * @param {Route} route
   * @param {boolean} following
   */
  #arrive(route, following) {
    const left = this.#left.get(placeOf(route));
    if (following || !left) {
      scrollTo(0, 0);
      this.#focusHeading();
      return;
    }
    const { focused } = left;
    if (focused instanceof HTMLElement && this.#view?.root.contains(focused)) focused.focus({ preventScroll: true });
    else this.#focusHeading();
    scrollTo(0, left.scroll);
  }

  #focusHeading() {
    this.#view?.root.querySelector('h1')?.focus({ preventScroll: true });
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    // Links of the element are told from outside by the way that the click came.
    const [target] = event.composedPath();
    const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || !this.#route) return;
    if (/** @type {HTMLAnchorElement} */ (link).hash === location.hash) {
      this.#focusHeading();
      return;
    }
    this.#remember(this.#route);
    this.#isFollowing = true;
  }

  #toName() {
    this.#toCheck();
    this.lookup.focus();
  }

  #toCheck() {
    if (this.#route?.view !== 'check') location.hash = this.#links.get('check')?.hash ?? '';
    // The view is shown before the next task, and only what is shown takes the focus.
    this.#apply();
  }
}

/**
 * What counts as one place: to narrow a list is not to leave it, to open another entry is.
 * @param {Route} route
 */
function placeOf(route) {
  return route.view === 'entry' ? formatRoute(route) : route.view;
}
