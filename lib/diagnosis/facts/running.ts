import type { Known } from '../documents/document';
import { asFlag, endsWith, readMembers } from '../documents/members';
import type { Region } from '../documents/region';

/**
 * An object that says of a container that it runs: `crictl inspect` (CONTAINER_RUNNING), `docker inspect` and
 * `podman inspect` (State.Running), the status of a pod all of whose containers run.
 */
export function runningSeen(region: Region): Known<boolean> | undefined {
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
