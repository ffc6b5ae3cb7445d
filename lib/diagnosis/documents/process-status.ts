import { quote, type Known } from './document';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';

/** What /proc/PID/status tells of the rights of a process (proc_pid_status(5)). */
export interface ProcessStatus {
  /** 0 none, 1 strict, 2 a filter. */
  readonly seccomp?: Known<number>;
  readonly noNewPrivs?: Known<number>;
  /** The effective set, 16 hexadecimal digits. */
  readonly capEff?: Known<string>;
}

/** Reads the lines of /proc/PID/status, also as `grep` prints them with the file's name. */
export function readProcessStatus(region: Region): ProcessStatus | undefined {
  let status: ProcessStatus = {};
  if (!/Seccomp:|NoNewPrivs:|CapEff:/.test(quote(region))) return undefined;
  for (const line of linesOf(region)) {
    const [, name, value = ''] = /^\s*(?:\/proc\/\w{1,16}\/status:)?(Seccomp|NoNewPrivs|CapEff):\s+([0-9a-f]{1,16})\s*$/.exec(line.text.slice(0, 256)) ?? [];
    if (name === undefined) continue;
    const span = { ...spanIn(line, name), end: line.span.end };
    if (name === 'CapEff') status = { ...status, capEff: { value, span } };
    else if (/^[0-2]$/.test(value)) status = { ...status, [name === 'Seccomp' ? 'seccomp' : 'noNewPrivs']: { value: Number(value), span } };
  }
  return Object.keys(status).length > 0 ? status : undefined;
}
