export type Level = 'debug' | 'info' | 'warning' | 'error' | 'fatal';

/** What stands before the words of a program, and what it tells. */
export interface Dressing {
  /** How many characters to cut. */
  readonly length: number;
  readonly level?: Level;
  readonly time?: string;
  readonly by?: string;
}

interface Layer {
  readonly pattern: RegExp;
  read?(match: RegExpExecArray): { level?: Level | undefined; time?: string | undefined; by?: string | undefined };
}

const levels: Readonly<Record<string, Level>> = {
  trac: 'debug', debu: 'debug', info: 'info', noti: 'info', warn: 'warning', erro: 'error', crit: 'error', aler: 'error', fata: 'fatal', pani: 'fatal',
  i: 'info', w: 'warning', e: 'error', f: 'fatal',
};

function levelOf(word: string | undefined): Level | undefined {
  const key = word?.toLowerCase().slice(0, 4) ?? '';
  return Object.hasOwn(levels, key) ? levels[key] : undefined;
}

const isoTime = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?`;

/** Each layer is tried at the beginning, again and again, until none fits; every pattern is anchored and bounded. */
const layers: readonly Layer[] = [
  { pattern: /^\s+/ },
  { pattern: /^>\s/ },
  // CRI log files: time, stream, F(ull) or P(artial).
  { pattern: new RegExp(String.raw`^(${isoTime}) (?:stdout|stderr) [FP] `), read: (m) => ({ time: m[1] }) },
  // journalctl -o short; the names of months follow the locale.
  {
    pattern: /^([^\s\d]{3,5} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) \S{1,255} ([^\s:[]{1,64})(?:\[\d+\])?: /,
    read: (m) => ({ time: m[1], by: m[2] }),
  },
  // journalctl -o short-iso; without the number of a process, a word and a colon may as well be the message.
  { pattern: new RegExp(String.raw`^(${isoTime}) \S{1,255} (kernel|[^\s:\[=]{1,64}(?=\[))(?:\[\d+\])?: `), read: (m) => ({ time: m[1], by: m[2] }) },
  // journalctl -o short-full and with-unit, short-unix, short-monotonic.
  {
    pattern: /^(?:[^\s\d]{2,4} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) [\w+:-]{1,8}|(\d{10}\.\d{6})|\[\s*(\d{1,10}\.\d{6})\]) \S{1,255} (kernel|[^\s:[=]{1,64}(?=\[))(?:\[\d+\])?: /,
    read: (m) => ({ time: m[1] ?? m[2] ?? m[3], by: m[4] }),
  },
  // journalctl -o export
  { pattern: /^MESSAGE=/ },
  // klog, as the kubelet writes it.
  { pattern: /^([IWEF])(\d{4} [\d:.]{8,20})\s+\d+ [\w./-]{1,128}:\d+\] /, read: (m) => ({ level: levelOf(m[1]), time: m[2] }) },
  // logrus text.
  {
    pattern: /^time="?([^"\s]{1,64}(?: [^"\s]{1,64}){0,5})"?\s+level=(\w{1,12})\s+(?:msg="?)?/,
    read: (m) => ({ time: m[1], level: levelOf(m[2]) }),
  },
  { pattern: /^level=(\w{1,12})\s+(?:msg="?)?/, read: (m) => ({ level: levelOf(m[1]) }) },
  // logrus on a terminal.
  { pattern: /^(TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[[\d.TZ:+-]{1,32}\]\s*/, read: (m) => ({ level: levelOf(m[1]) }) },
  // Set-up tools: [INFO], [WARNING], [ERROR].
  { pattern: /^\[(INFO|WARNING|ERROR)\]\s+/, read: (m) => ({ level: levelOf(m[1]) }) },
  // LXC's log files: container, time, level, category.
  {
    pattern: /^(?:\S{1,64} ){1,2}(\d[\d.]{5,24})\s+(TRACE|DEBUG|INFO|NOTICE|WARN|ERROR|FATAL|CRIT|ALERT)\s+\S{1,64} - (?:\S{1,128}\.c:\w{1,64}:\d{1,6} - )?/,
    read: (m) => ({ time: m[1], level: levelOf(m[2]), by: 'lxc' }),
  },
  // kubectl describe: type, reason, age, from.
  {
    pattern: /^(Warning|Normal)\s+(\w{1,64})\s+(?:\S{1,16}(?: \(x\d+ over [^)]{1,16}\))?|<\w+>)\s+([a-z][\w.-]{0,63})(?:, \S{1,255})?\s+/,
    read: (m) => ({ level: m[1] === 'Warning' && /^(Failed|BackOff)/.test(m[2] ?? '') ? 'error' : 'info', by: m[3] }),
  },
  // kubectl get events: namespace (with -A), age, type, reason, object.
  {
    pattern: /^(?:[a-z0-9][a-z0-9-]{0,62}\s+)?(?:\d[\dhmsdy]{0,15}(?: \(x\d+ over [^)]{1,16}\))?|<\w+>)\s+(Warning|Normal)\s+(\w{1,64})\s+[a-z]\w{0,62}\/\S{1,253}\s+/,
    read: (m) => ({ level: m[1] === 'Warning' && /^(Failed|BackOff)/.test(m[2] ?? '') ? 'error' : 'info' }),
  },
  // dmesg
  { pattern: /^\[\s*\d{1,10}\.\d{1,9}\] /, read: () => ({ by: 'kernel' }) },
  { pattern: /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] /, read: () => ({ by: 'kernel' }) },
  // A bare time, as crun on a terminal and CI systems put it.
  { pattern: new RegExp(String.raw`^\[?(${isoTime})\]?:?\s+`), read: (m) => ({ time: m[1] }) },
  { pattern: /^(\d\d:\d\d:\d\d)\s+/, read: (m) => ({ time: m[1] }) },
];

/** Finds the dressing of a line; the innermost level and the outermost program count. */
export function findDressing(text: string): Dressing {
  let length = 0;
  let level: Level | undefined;
  let time: string | undefined;
  let by: string | undefined;
  // No line is dressed deeper than this: journald around CRI around logrus.
  for (let round = 0; round < 8; round++) {
    const rest = text.slice(length, length + 1024);
    const layer = layers.find(({ pattern }) => pattern.test(rest));
    const match = layer?.pattern.exec(rest);
    if (!layer || !match) break;
    const told = layer.read?.(match);
    length += match[0].length;
    level = told?.level ?? level;
    time ??= told?.time;
    by ??= told?.by;
  }
  return { length, ...(level ? { level } : {}), ...(time ? { time } : {}), ...(by ? { by } : {}) };
}
