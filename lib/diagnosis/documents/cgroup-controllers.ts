import type { Known } from './document';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';

/** The names that cgroup.controllers may hold (Documentation/admin-guide/cgroup-v2.rst). */
const names: ReadonlySet<string> = new Set(['cpuset', 'cpu', 'io', 'memory', 'hugetlb', 'pids', 'rdma', 'misc', 'dmem', 'perf_event']);

/** The controllers of a cgroup, and its path where the command or a prefix tells it. */
export interface Controllers {
  readonly path: string;
  readonly controllers: readonly string[];
}

const file = /(\/[^\s"';|&]{0,1024}\/cgroup\.controllers)\b/;

/** Reads lines of cgroup.controllers: after `cat`, or as `grep` prints them with the file's name. */
export function readControllers(region: Region): Known<Controllers>[] {
  if (region.kind !== 'log' && region.kind !== 'text') return [];
  const asked = file.exec(commandOf(region))?.[1] ?? (/cgroup\.controllers/.test(region.document.name) ? '/' : undefined);
  return linesOf(region).flatMap((line): Known<Controllers>[] => {
    const text = line.text.slice(0, 2048).trim();
    const [, named, list = ''] = /^(\/\S{1,1024}\/cgroup\.controllers):(.*)$/.exec(text) ?? [undefined, undefined, text];
    const controllers = list.split(/\s+/).filter(Boolean);
    const path = named ?? asked;
    if (!controllers.every((name) => names.has(name)) || (controllers.length === 0 && named === undefined)) return [];
    // A lone word is a list only where something says so.
    if (path === undefined && controllers.length < 2) return [];
    return [{ value: { path: path ?? '/', controllers }, span: controllers.length > 0 ? spanIn(line, list.trim()) : line.span }];
  });
}

/** The file that a command prints. */
export function askedControllers(region: Region): string | undefined {
  const command = commandOf(region);
  return /^(?:sudo )?(?:cat|head)\s/.test(command) ? file.exec(command)?.[1] : undefined;
}

/** The command, in which the shell's own ID is a word like any other. */
function commandOf({ command }: Region): string {
  return (command?.value.text ?? '').replaceAll('$(id -u)', '$UID');
}
