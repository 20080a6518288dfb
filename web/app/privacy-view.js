import { button, h } from '../element/dom.js';
import { message, number } from '../element/messages.js';
import { pageView, plainTable } from './page-view.js';
import { forbidsElsewhere, ownPolicy, servedPolicy, tryElsewhere } from './policy.js';

/** What stays on the machine, what enforces that, and the ways to see it. */
export class PrivacyView {
  #proof = h('div', { class: 'proof' });
  #outcome = h('div', { class: 'outcome', role: 'status' });
  #requests = h('div', {});
  #asking = new AbortController();
  #observer = new PerformanceObserver(() => this.#showRequests());

  constructor() {
    const policy = ownPolicy();
    this.#proof.append(...(policy ? this.#ofFile(policy) : this.#ofServer()));
    this.root = pageView(
      'privacy',
      message('page.privacy_heading'),
      h('p', {}, message('privacy.what')),
      h('h2', {}, message('privacy.proof_heading')),
      this.#proof,
      this.#outcome,
      h('h2', {}, message('privacy.requests_heading')),
      this.#requests,
      h('h2', {}, message('privacy.yourself_heading')),
      h(
        'ol',
        { class: 'steps' },
        h('li', {}, message('privacy.yourself_tools')),
        h('li', {}, message('privacy.yourself_check')),
        h('li', {}, message('privacy.yourself_cable')),
      ),
      h('h2', {}, message('privacy.address_heading')),
      h('p', {}, message('privacy.address')),
      h('h2', {}, message('privacy.stored_heading')),
      h('p', {}, message(policy ? 'privacy.stored_file' : 'privacy.stored_site')),
      h('h2', {}, message('privacy.limits_heading')),
      h('p', {}, message('privacy.limits')),
    );
  }

  show() {
    this.#asking = new AbortController();
    this.#showRequests();
    this.#observer.observe({ type: 'resource' });
  }

  hide() {
    this.#asking.abort();
    this.#observer.disconnect();
  }

  /** @param {string} policy */
  #ofFile(policy) {
    return [
      h('p', {}, message('privacy.file')),
      policyView(policy),
      forbidsElsewhere(policy) ? button(message('privacy.try'), () => void this.#try()) : null,
    ].filter((part) => part !== null);
  }

  #ofServer() {
    return [h('p', {}, message('privacy.served')), button(message('privacy.ask'), () => void this.#ask())];
  }

  async #try() {
    this.#outcome.replaceChildren(h('p', {}, message('privacy.trying')));
    const directive = await tryElsewhere();
    const said = directive ? message('privacy.refused', { directive }) : message('privacy.refused_unsaid');
    this.#outcome.replaceChildren(h('p', { class: 'said' }, said));
  }

  async #ask() {
    const { signal } = this.#asking;
    try {
      const { policy, isKept } = await servedPolicy(signal);
      const key = forbidsElsewhere(policy)
        ? 'privacy.server_forbids'
        : policy
          ? 'privacy.server_allows'
          : 'privacy.server_none';
      this.#outcome.replaceChildren(
        ...(isKept ? [h('p', {}, message('privacy.kept'))] : []),
        h('p', { class: 'said' }, message(key)),
        ...(policy ? [policyView(policy)] : []),
      );
    } catch {
      if (!signal.aborted) this.#outcome.replaceChildren(h('p', { class: 'said' }, message('privacy.server_silent')));
    }
  }

  #showRequests() {
    const requests = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
    const sent = requests.filter(({ name }) => !/^(data|blob):/.test(name));
    const elsewhere = sent.filter(({ name }) => new URL(name).origin !== location.origin).length;
    const said =
      sent.length === 0
        ? message('privacy.requests_none')
        : elsewhere > 0
          ? message('privacy.requests_elsewhere', { count: elsewhere, total: sent.length })
          : message('privacy.requests_own', { count: sent.length, origin: location.origin });
    const table =
      sent.length === 0
        ? []
        : [
            plainTable(
              {
                caption: message('privacy.requests_heading'),
                head: [message('privacy.request'), message('privacy.request_bytes')],
                className: 'numbers',
              },
              sent.map(({ name, transferSize }) => [
                h('code', { dir: 'ltr' }, new URL(name).origin === location.origin ? new URL(name).pathname : name),
                number(transferSize),
              ]),
            ),
          ];
    this.#requests.replaceChildren(
      h('p', {}, said),
      ...table,
      h('p', { class: 'side' }, message('privacy.requests_worker')),
    );
  }
}

/**
 * A policy as it is, a rule in each line.
 * @param {string} policy
 */
function policyView(policy) {
  return h('pre', {}, h('code', { dir: 'ltr' }, policy.replace(/([;,]) /g, '$1\n')));
}
