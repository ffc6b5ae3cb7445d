import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { isBefore } from '../../facts/version';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';

interface Match {
  readonly map: Known<IdMap> | undefined;
}

export const stdioNotReopenable = defineCause({
  id: 'stdio-not-reopenable',
  step: 'run',
  effect: 'stops',
  explains: { 'stdio-refused': 'usually' },
  uses: ['uidMap', 'processUser', 'launcher', 'versions', 'failure'],
  references: [
    { title: 'containerd 2.0.1: pipes owned by the mapped user', url: 'https://github.com/containerd/containerd/releases/tag/v2.0.1' },
    { title: 'proc_pid_fd(5): opening /proc/self/fd checks the file again', url: 'https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html' },
  ],
  words: {
    en: {
      name: 'The process opens /dev/stdout again, which belongs to an ID outside the map',
      pageWhy:
        'Writing to an inherited descriptor needs no permission. Opening /dev/stdout or /proc/self/fd/1 opens the file behind it once more, and its owner and mode are checked then. A pipe, log file or terminal of the caller belongs to a host ID that the map does not hold.',
      pageTell: 'The application started and says permission denied for /dev/stdout, /dev/stderr or its tty. `echo` to the plain descriptor works, `echo > /dev/stdout` does not.',
      pageSure: 'The process was refused /dev/stdout, /dev/stderr or its tty, and runs with a map.',
      pageNot: 'Every host ID is mapped, or containerd is 2.0.1 or later and gives the pipes to the mapped user.',
      title: 'The process may not open its own output again: it belongs to an ID outside the map',
      explanation: 'The output that it inherited is a file or pipe of the host. Opening it again checks the owner, and mapped IDs are not the owner.',
      told: 'The process opened its output by name and was refused.',
      mapped: 'The process runs with the IDs of this map.',
      asUser: 'The process is this user, not the owner of the output.',
      none: 'No user namespace is in play: every host ID is mapped.',
      fixed: 'From 2.0.1 on containerd gives the pipes to the mapped user.',
      fixTitle: 'Let the program write to the descriptor that it has',
      costs: 'None.',
      how: 'Give it `-` or no file in place of /dev/stdout (nginx: `error_log stderr;`), or pipe: `runc run web 2>&1 | cat > app.log` gives it a pipe of its own.',
      upgrade: 'Through containerd: 2.0.1 or later makes the pipes belong to the mapped user. Podman: `--log-driver` other than passthrough.',
    },
  },
  judge({ uidMap, processUser, launcher, versions, failure }, say) {
    const ours = failure?.symptom === 'stdio-refused' ? failure : undefined;
    const match: Match = { map: uidMap };
    if (!ours) return open(match, ['failure']);
    const told = mark(ours, say('told'));
    const whole = uidMap?.value.extents.some(({ containerId, hostId, size }) => containerId.value === 0 && hostId.value === 0 && (size.value ?? 0) > 65536);
    if (uidMap && whole) return refuted([mark(uidMap, say('none'))]);
    const containerd = launcher?.value === 'cri' || launcher?.value === 'containerd' ? versions?.get('containerd') : undefined;
    if (containerd && isBefore(containerd.value, '2.0.1') === false) return refuted([mark(containerd, say('fixed'))]);
    if (uidMap && uidMap.value.extents.length > 0) return proved(match, [told, mark(uidMap, say('mapped'))]);
    return supported(match, [told, ...(processUser?.value.uid ? [mark(processUser.value.uid, say('asUser'))] : [])], ['uidMap']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes(_, say) {
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), undo: [], verify: [look`ls -lnL /proc/self/fd/1`], notes: [say('how'), say('upgrade')] })];
  },
});
