const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long ago an instant was, in minutes or whole hours, as in “3 hours ago” or “this minute”; both are milliseconds since 1970. */
export function showAgo(instant: number, now: number, language?: string): string {
  // A clock that was set back makes nothing lie ahead.
  const passed = Math.max(0, now - instant);
  const form = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return passed < HOUR
    ? form.format(-Math.floor(passed / MINUTE), 'minute')
    : form.format(-Math.floor(passed / HOUR), 'hour');
}
