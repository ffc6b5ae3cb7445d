/** The clock that a time was told by: only times of one clock can be compared. */
export type Clock = 'world' | 'local' | 'klog' | 'syslog';

/** A time of a log line, in milliseconds of its clock. */
export interface Moment {
  readonly clock: Clock;
  readonly at: number;
}

const iso = /^(\d{4}-(?:0\d|1[0-2])-[0-3]\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a time as log-dressing.ts cuts it: RFC 3339 with or without a zone, seconds since 1970, klog (MMDD, no year),
 * syslog (`Nov 24`, no year). Undefined for everything else, for names of months in another language too.
 */
export function momentOf(time: string): Moment | undefined {
  const [, day, clock, fraction = '', zone] = iso.exec(time) ?? [];
  if (day && clock) {
    const at = dayNumber(day) * 86_400_000 + withinDay(`${clock}.${fraction || '0'}`) - offsetOf(zone ?? 'Z');
    return { clock: zone ? 'world' : 'local', at };
  }
  if (/^\d{10}\.\d{6}$/.test(time)) return { clock: 'world', at: Number(time) * 1000 };
  const [, month, date, klogClock] = /^(\d\d)(\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?)$/.exec(time) ?? [];
  if (month && date && klogClock) return { clock: 'klog', at: withinYear(Number(month), Number(date), klogClock) };
  const [, name, dayOfMonth, syslogClock] = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?)$/.exec(time) ?? [];
  const index = months.indexOf(name?.toLowerCase() ?? '');
  return index >= 0 && dayOfMonth && syslogClock ? { clock: 'syslog', at: withinYear(index + 1, Number(dayOfMonth), syslogClock) } : undefined;
}

/** Days since 1 March of year 0: a year that begins in March has its leap day at its end. The engine has no clock. */
function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const years = month > 2 ? year : year - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((((month + 9) % 12) * 153 + 2) / 5) + date;
}

function withinDay(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}

/** Only an order is wanted, so every month may have 31 days. */
function withinYear(month: number, day: number, clock: string): number {
  return (month * 31 + day) * 86_400_000 + withinDay(clock);
}

/** Puts things in order of time where every one has a time of one clock; else they stay as they are. */
export function inTime<T>(things: readonly T[], moment: (thing: T) => Moment | undefined): readonly T[] {
  const moments = things.map(moment);
  const [first] = moments;
  if (!first || moments.some((one) => one?.clock !== first.clock)) return things;
  return things.map((thing, index) => ({ thing, at: moments[index]?.at ?? 0 })).sort((a, b) => a.at - b.at).map(({ thing }) => thing);
}
