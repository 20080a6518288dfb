import { h } from '../element/dom.js';
import { countryName, countryWithCode, message, number } from '../element/messages.js';
import { BarChart } from './bar-chart.js';
import { plainTable } from './page-view.js';
import { picture } from './picture.js';
import { listHref } from './route.js';

/**
 * @typedef {import('./catalogue.js').Counts} Counts
 * @typedef {import('./route.js').Filter} Filter
 */

/** So many countries have a bar of their own. */
const shownCountries = 15;

/** How many entries each country has; a bar narrows the list to its country, and back. */
export class CountryChart {
  #bars = new BarChart('rows countries', message('chart.countries'));
  /** @type {Counts['countries']} Most entries first. */
  #counts = [];
  /** @type {Filter | undefined} */
  #filter;
  #picture = picture(message('chart.countries'), [this.#bars.root], () => this.#table());
  root = this.#picture.root;

  /**
   * @param {Counts['countries']} counts
   * @param {Filter} filter
   */
  show(counts, filter) {
    this.#counts = [...counts].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    this.#filter = filter;
    const rest = this.#counts.slice(shownCountries);
    const entries = rest.reduce((sum, { count }) => sum + count, 0);
    const values = { countries: message('chart.country_count', { count: rest.length }), count: entries };
    this.#bars.show([
      ...this.#counts.slice(0, shownCountries).map(({ code, count }) => ({
        key: code,
        label: countryName(code),
        value: count,
        spoken: message('chart.country', { name: countryName(code), count }),
        href: this.#hrefOf(code),
        isCurrent: filter.countries.includes(code),
      })),
      ...(rest.length > 0
        ? [
            {
              key: '',
              label: message('chart.others', values),
              value: entries,
              spoken: message('chart.others_spoken', values),
            },
          ]
        : []),
    ]);
    this.#picture.changed();
  }

  /** @param {string} code */
  #hrefOf(code) {
    const { countries = [] } = this.#filter ?? {};
    const isOnly = countries.length === 1 && countries[0] === code;
    return listHref({ ...this.#filter, countries: isOnly ? [] : [code], page: 1 });
  }

  #table() {
    return plainTable(
      {
        caption: message('chart.countries'),
        head: [message('browse.country'), message('browse.entries')],
        className: 'numbers',
      },
      this.#counts.map(({ code, count }) => [
        h('a', { href: this.#hrefOf(code) }, countryWithCode(code)),
        number(count),
      ]),
    );
  }
}
