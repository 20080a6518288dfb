/**
 * The date in a list's file name. Nothing else tells: the day on which a file was last written is that of its last copy.
 * @param {string[]} names Of the file, and of that in the archive.
 * @returns {string | undefined} ISO 8601.
 */
export function dateInName(names) {
  for (const name of names) {
    for (const [, year, month, day] of name.matchAll(/(?<!\d)(20\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)/g)) {
      const date = `${year}-${month}-${day}`;
      const read = new Date(`${date}T00:00:00Z`);
      if (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(date)) return date;
    }
  }
  return undefined;
}

/**
 * The day that a calendar on the wall shows.
 * @param {Date} moment
 * @returns {string} ISO 8601.
 */
export function calendarDay(moment) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
