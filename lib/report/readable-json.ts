/** A log line in JSON, said as a person would. */
export interface ReadableLine {
  readonly time: string;
  readonly said: string;
  /** The other members, as `key=value`. */
  readonly rest: string;
}

const saidBy = ['msg', 'message', 'MESSAGE', 'log'];
const timeBy = ['time', 'ts', 'timestamp', '__REALTIME_TIMESTAMP'];
const levelBy = ['level', 'PRIORITY'];
/** A longer line is no line of a log that one would read. */
const longest = 16_384;

/** Reads a line that is one JSON object with something said in it; undefined for every other line. */
export function readableJson(raw: string): ReadableLine | undefined {
  if (raw.length > longest || !/^\s*\{.*\}\s*$/.test(raw)) return undefined;
  const members = parsed(raw);
  const said = saidBy.find((key) => typeof members?.[key] === 'string');
  if (!members || said === undefined) return undefined;
  const time = timeBy.map((key) => members[key]).find((value) => typeof value === 'string' || typeof value === 'number');
  const others = Object.entries(members).filter(([key]) => key !== said && ![...timeBy, ...levelBy].includes(key));
  return { time: String(time ?? ''), said: String(members[said]), rest: others.map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' ') };
}

function parsed(raw: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
