import type { Known } from '../documents/document';
import { linesOf, spanIn } from '../documents/region-lines';
import type { Region } from '../documents/region';
import type { PodAsked } from './facts';

/** Members of a pod that share something of the host, with the value that shares it. */
const sharing = /^\s*(?:- )?(hostNetwork|hostPID|hostIPC|privileged):\s*true\s*(?:#.*)?$/;

/** What manifests ask for: a light reading of single members, each on a line of its own, in any nesting. */
export function readPods(regions: readonly Region[]): PodAsked | undefined {
  const shared: Known<string>[] = [];
  let hostUsers: Known<boolean> | undefined;
  let runtimeClass: Known<string> | undefined;
  let seen = false;
  for (const region of regions) {
    if (region.kind !== 'yaml') continue;
    seen = true;
    for (const line of linesOf(region)) {
      const text = line.text.slice(0, 1024);
      const users = /^\s*hostUsers:\s*(true|false)\s*(?:#.*)?$/.exec(text)?.[1];
      if (users) hostUsers = { value: users === 'true', span: spanIn(line, text.trim()) };
      const name = sharing.exec(text)?.[1] ?? /^\s*(?:- )?(volumeDevices):\s*$/.exec(text)?.[1];
      if (name) shared.push({ value: name, span: spanIn(line, text.trim()) });
      const handler = /^\s*runtimeClassName:\s*["']?([\w.-]{1,253})/.exec(text)?.[1];
      if (handler) runtimeClass = { value: handler, span: spanIn(line, handler) };
    }
  }
  return seen ? { shared, ...(hostUsers ? { hostUsers } : {}), ...(runtimeClass ? { runtimeClass } : {}) } : undefined;
}
