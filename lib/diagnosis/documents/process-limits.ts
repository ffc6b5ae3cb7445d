import { quote, type Known } from './document';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';

/** Names of limits in /proc/PID/limits (Linux: fs/proc/base.c, lnames). */
const inProc: Readonly<Record<string, string>> = {
  'Max cpu time': 'RLIMIT_CPU', 'Max file size': 'RLIMIT_FSIZE', 'Max data size': 'RLIMIT_DATA', 'Max stack size': 'RLIMIT_STACK', 'Max core file size': 'RLIMIT_CORE',
  'Max resident set': 'RLIMIT_RSS', 'Max processes': 'RLIMIT_NPROC', 'Max open files': 'RLIMIT_NOFILE', 'Max locked memory': 'RLIMIT_MEMLOCK', 'Max address space': 'RLIMIT_AS',
  'Max file locks': 'RLIMIT_LOCKS', 'Max pending signals': 'RLIMIT_SIGPENDING', 'Max msgqueue size': 'RLIMIT_MSGQUEUE', 'Max nice priority': 'RLIMIT_NICE',
  'Max realtime priority': 'RLIMIT_RTPRIO', 'Max realtime timeout': 'RLIMIT_RTTIME',
};

/** Limits that `ulimit` prints as plain counts; the others come in units that shells do not agree on. */
const inUlimit: readonly (readonly [RegExp, string])[] = [
  [/^(?:max user processes|process)\s/, 'RLIMIT_NPROC'],
  [/^(?:open files|nofiles)\s/, 'RLIMIT_NOFILE'],
  [/^pending signals\s/, 'RLIMIT_SIGPENDING'],
];

/** The hard limits in the output of /proc/PID/limits, or of `ulimit -H`; `Infinity` where there is none. */
export function readProcessLimits(region: Region): ReadonlyMap<string, Known<number>> | undefined {
  const limits = new Map<string, Known<number>>();
  const ofUlimit = /^ulimit\s+-\w*H/.test(region.command?.value.text ?? '');
  if (!ofUlimit && !quote(region).includes('Max ')) return undefined;
  for (const line of linesOf(region)) {
    const text = line.text.slice(0, 256);
    const [, name = '', , hard] = /^(Max [a-z ]{4,20}?)\s{2,}(\d+|unlimited)\s+(\d+|unlimited)(?:\s|$)/.exec(text) ?? [];
    const asked = ofUlimit ? inUlimit.find(([pattern]) => pattern.test(text))?.[1] : undefined;
    const type = inProc[name] ?? asked;
    const value = asked ? /\s(\d+|unlimited)\s*$/.exec(text)?.[1] : hard;
    if (type && value) limits.set(type, { value: value === 'unlimited' ? Infinity : Number(value), span: { ...spanIn(line, line.text.trim()) } });
  }
  return limits.size > 0 ? limits : undefined;
}
