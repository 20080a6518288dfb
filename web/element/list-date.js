/**
 * The date that a list probably has: that in its file's name, or else the day on which the file was last written.
 * @param {string[]} names Of the file, and of that in the archive.
 * @param {number | undefined} lastModified Milliseconds, as `File` has it.
 * @returns {{date: string, from: 'name' | 'file' | 'none'}} ISO 8601, empty where nothing tells.
 */
export function probableDate(names, lastModified) {
  for (const name of names) {
    for (const [, year, month, day] of name.matchAll(/(?<!\d)(20\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)/g)) {
      const date = `${year}-${month}-${day}`;
      const read = new Date(`${date}T00:00:00Z`);
      if (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(date)) return { date, from: 'name' };
    }
  }
  if (!lastModified) return { date: '', from: 'none' };
  return { date: calendarDay(new Date(lastModified)), from: 'file' };
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
