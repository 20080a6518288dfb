const dayMs = 86_400_000;

/** From these ages on, in days, the list is called old, and then too old to rely on. */
export const oldFromDays = 31;
export const staleFromDays = 91;

/**
 * How old a list is, by the calendar.
 * @param {string} asOf ISO 8601 date.
 * @param {Date} now
 * @returns {{days: number, state: 'fresh' | 'old' | 'stale' | 'future'}} `future`: the clock or the list's date is wrong.
 */
export function ageOf(asOf, now) {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.floor((today - Date.parse(asOf)) / dayMs);
  // A list published today is dated tomorrow for readers to the west of its publisher.
  if (days < -1) return { days, state: 'future' };
  if (days >= staleFromDays) return { days, state: 'stale' };
  return { days: Math.max(days, 0), state: days >= oldFromDays ? 'old' : 'fresh' };
}
