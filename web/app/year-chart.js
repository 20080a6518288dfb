import { h } from '../element/dom.js';
import { longDate, message, number, series } from '../element/messages.js';
import { BarChart } from './bar-chart.js';
import { plainTable } from './page-view.js';
import { picture } from './picture.js';
import { listHref } from './route.js';

/**
 * @typedef {import('./catalogue.js').Day} Day
 * @typedef {import('./route.js').Filter} Filter
 */

/**
 * The entries by the year in which they were listed, as far as that is published; a year that is chosen shows its days, with
 * the notices that made them.
 */
export class YearChart {
  #bars = new BarChart('columns years', message('chart.years'));
  #daysHeading = h('h3', {});
  #days = new BarChart('rows days', message('chart.days'));
  #ofYear = h('div', { class: 'of-year', hidden: true }, this.#daysHeading, this.#days.root);
  #undated = h('p', { class: 'side' });
  /** @type {readonly Day[]} The earliest first. */
  #dates = [];
  /** @type {Filter | undefined} */
  #filter;
  #picture = picture(message('chart.years'), [this.#bars.root, this.#ofYear, this.#undated], () => this.#table());
  root = this.#picture.root;

  /**
   * @param {{dates: readonly Day[], undated: number}} counts
   * @param {Filter} filter
   */
  show({ dates, undated }, filter) {
    this.#dates = [...dates].sort((a, b) => (a.date < b.date ? -1 : 1));
    this.#filter = filter;
    const chosen = yearOf(filter);
    this.#bars.show(
      this.#years().map(({ year, count }) => ({
        key: year,
        label: year,
        value: count,
        spoken: message('chart.year', { year, count }),
        href: count > 0 ? this.#hrefOf(year) : undefined,
        isCurrent: year === chosen,
      })),
    );
    const days = this.#dates.filter(({ date }) => chosen !== undefined && date.startsWith(chosen));
    this.#ofYear.hidden = days.length === 0;
    this.#daysHeading.textContent = message('chart.days_of', { year: chosen ?? '' });
    this.#days.show(days.map((day) => this.#dayBar(day)));
    this.#undated.hidden = undated === 0;
    this.#undated.textContent = message('chart.undated', { count: undated });
    this.#picture.changed();
  }

  /** Every year from the first to the last: an empty one tells something too. */
  #years() {
    if (this.#dates.length === 0) return [];
    const [first, last] = [this.#dates[0], this.#dates[this.#dates.length - 1]].map(({ date }) =>
      Number(date.slice(0, 4)),
    );
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const year = String(first + index);
      const days = this.#dates.filter(({ date }) => date.startsWith(year));
      const notices = new Set(days.flatMap((day) => day.notices)).size;
      return { year, count: days.reduce((sum, { count }) => sum + count, 0), notices };
    });
  }

  /** @param {Day} day */
  #dayBar({ date, notices, count }) {
    const { from, to } = this.#filter ?? {};
    const isCurrent = from === date && to === date;
    const year = date.slice(0, 4);
    const values = { date: longDate(date), count, notices: series(notices) };
    return {
      key: date,
      label: longDate(date),
      detail: values.notices,
      value: count,
      spoken: message(notices.length > 0 ? 'chart.day' : 'chart.day_without_notice', values),
      href: isCurrent ? this.#hrefOf(year, false) : this.#href(date, date),
      isCurrent,
    };
  }

  /**
   * @param {string} year
   * @param {boolean} [canGoBack] Whether a year that is chosen already is left again.
   */
  #hrefOf(year, canGoBack = true) {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const isChosen = this.#filter?.from === from && this.#filter.to === to;
    return isChosen && canGoBack ? this.#href('', '') : this.#href(from, to);
  }

  /**
   * @param {string} from
   * @param {string} to
   */
  #href(from, to) {
    return listHref({ ...this.#filter, from, to, page: 1 });
  }

  #table() {
    const head = [message('chart.year_head'), message('browse.entries'), message('chart.notices')];
    return plainTable(
      { caption: message('chart.years'), head, className: 'numbers' },
      this.#years()
        .filter(({ count }) => count > 0)
        .map(({ year, count, notices }) => [
          h('a', { href: this.#hrefOf(year, false) }, year),
          number(count),
          number(notices),
        ]),
    );
  }
}

/**
 * The year that a filter keeps to; undefined where it keeps to none.
 * @param {Filter} filter
 */
function yearOf({ from, to }) {
  const year = from.slice(0, 4);
  return year !== '' && year === to.slice(0, 4) ? year : undefined;
}
