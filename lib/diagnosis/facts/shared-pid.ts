import type { Known } from '../documents/document';
import { linesOf } from '../documents/region-lines';
import type { Region } from '../documents/region';

/** An engine's command that gives a container the processes of the host. */
const shares = /(?:^|[\s`'"(])(?:docker|podman|nerdctl)\s[^\n`]{0,1024}?--pid[= ]host\b/;

/** Does a command share the host's processes with the container? Read in a session, and where a text quotes the command. */
export function readSharedPid(regions: readonly Region[]): Known<true> | undefined {
  for (const region of regions) {
    if (region.command && shares.test(region.command.value.text.slice(0, 4096))) return { value: true, span: region.command.span };
    if (region.kind !== 'text' && region.kind !== 'log') continue;
    const line = linesOf(region).find(({ text }) => text.includes('--pid') && shares.test(text.slice(0, 4096)));
    if (line) return { value: true, span: line.span };
  }
  return undefined;
}
