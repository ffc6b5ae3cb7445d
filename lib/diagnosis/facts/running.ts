import type { Known } from '../documents/document';
import { asFlag, endsWith, readMembers } from '../documents/members';
import type { Region } from '../documents/region';
import { runsContainer } from './run-command';

/**
 * An object that says of a container that it runs: `crictl inspect` (CONTAINER_RUNNING), `docker inspect` and
 * `podman inspect` (State.Running), the status of a pod all of whose containers run; or what only its process could print.
 */
export function runningSeen(region: Region): Known<boolean> | undefined {
  // A container that printed the map of its own process ran it.
  if (region.kind === 'id-map' && region.command && runsContainer(region.command.value.text)) return { value: true, span: { document: region.document, start: region.start, end: region.end } };
  if (region.kind !== 'yaml' && region.kind !== 'json') return undefined;
  for (const members of readMembers(region)) {
    const waits = members.some(({ path }) => path.includes('waiting') || path.includes('terminated'));
    const running = members.find(
      (member) =>
        (endsWith(member, 'status.state') && member.value.value === 'CONTAINER_RUNNING') ||
        (endsWith(member, 'State.Running') && asFlag(member)?.value === true) ||
        (endsWith(member, 'state.running.startedAt') && !waits),
    );
    if (running) return { value: true, span: running.span };
  }
  return undefined;
}
