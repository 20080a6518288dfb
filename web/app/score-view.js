import { reasonInWords } from '../element/core-words.js';
import { h, marked } from '../element/dom.js';
import { message, number } from '../element/messages.js';
import { failureNotice, notOpenNotice } from './lists-notice.js';
import { pageView, plainTable } from './page-view.js';
import { formatRoute } from './route.js';

/**
 * @typedef {import('../types/index.js').Answer} Answer
 * @typedef {import('../types/index.js').Engine} Engine
 * @typedef {import('./shell.js').Shell} Shell
 */

/** What the worked example asks for. */
const example = 'Wuhan Raycus';
/** The listed name that the sentence about the example speaks of. */
const described = 'Wuhan Raycus Fiber Laser Technologies Co., Ltd.';

/** How a score is made: in words, by an example that the search itself works out, and with the bands that it goes by. */
export class ScoreView {
  #shell;
  #asking = new AbortController();
  #worked = h('div', { class: 'worked' });
  #bands = h('div', {});

  /** @param {Shell} shell */
  constructor(shell) {
    this.#shell = shell;
    this.root = pageView(
      'score',
      message('score.heading'),
      h('p', {}, message('score.what')),
      h('h2', {}, message('score.steps_heading')),
      h(
        'ol',
        { class: 'steps' },
        h('li', {}, message('score.step_fold')),
        h('li', {}, message('score.step_pair')),
        h('li', {}, message('score.step_weigh')),
        h('li', {}, message('score.step_chance')),
      ),
      h('h2', {}, message('score.example_heading')),
      this.#worked,
      h('h2', {}, message('score.bands_heading')),
      h('p', {}, message('score.bands_about')),
      this.#bands,
      h('h2', {}, message('score.not_heading')),
      h(
        'ul',
        { class: 'texts' },
        h('li', {}, message('score.not_same_party')),
        h('li', {}, message('score.not_moved')),
        h('li', {}, message('score.not_none')),
      ),
    );
  }

  show() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { engine } = this.#shell;
    if (!engine) {
      this.#worked.replaceChildren(notOpenNotice(this.#shell));
      this.#bands.replaceChildren(notOpenNotice(this.#shell));
      return;
    }
    this.#bands.replaceChildren(bandsTable(engine.about));
    void this.#work(engine);
  }

  hide() {
    this.#asking.abort();
  }

  /** @param {Engine} engine */
  async #work(engine) {
    const { signal } = this.#asking;
    try {
      const answer = await engine.check({ name: example, max_matches: 1 }, { signal });
      if (!signal.aborted) this.#worked.replaceChildren(...workedExample(answer));
    } catch (thrown) {
      if (signal.aborted) return;
      this.#worked.replaceChildren(failureNotice(thrown, () => this.show()));
    }
  }
}

/** @param {Answer} answer */
function workedExample({ query, matches: [match] }) {
  if (!match) return [h('p', {}, message('score.example_none', { name: query.name }))];
  const { score, band, name_marks: marks, query_marks: asked, matched_name: name, reasons } = match;
  return [
    h(
      'dl',
      { class: 'where' },
      pair(message('score.example_asked'), marked(query.name, asked)),
      pair(message('score.example_listed'), marked(name, marks)),
      pair(
        message('score.example_why'),
        h('ul', { class: 'texts' }, ...reasons.map((reason) => h('li', {}, h('bdi', {}, reasonInWords(reason))))),
      ),
      pair(message('score.example_score'), h('p', {}, h('strong', {}, number(score)), ' · ', message(`band.${band}`))),
    ),
    ...(name === described ? [h('p', {}, message('score.example_text'))] : []),
    h(
      'p',
      { class: 'ways' },
      h('a', { href: formatRoute({ view: 'check', q: query.name, country: '' }) }, message('score.example_try')),
    ),
  ];
}

/**
 * @param {string} term
 * @param {Node} value
 */
function pair(term, value) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, value));
}

/** @param {import('../types/index.js').About} about */
function bandsTable({ bands, defaults }) {
  return plainTable(
    {
      caption: message('score.bands_heading'),
      head: [message('score.band'), message('score.from'), message('score.means')],
    },
    bands.map(({ name, from }) => [
      h('span', { class: 'band', 'data-band': name }, message(`band.${name}`)),
      number(from),
      [message(`score.band_${name}`), ...(from === defaults.min_score ? [message('score.default')] : [])].join(' '),
    ]),
  );
}
