import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { isBefore } from '../../facts/version';
import { editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './seccomp-blocks-namespaces.zh';

/** System calls that a runtime cannot do without, by their number on x86-64 (syscall_64.tbl). */
const calls: Readonly<Record<string, string>> = { '56': 'clone', '155': 'pivot_root', '165': 'mount', '166': 'umount2', '250': 'keyctl', '272': 'unshare', '308': 'setns', '428': 'open_tree', '429': 'move_mount', '432': 'fsmount', '435': 'clone3', '442': 'mount_setattr' };

const shown = ['userns-creation-refused', 'pod-namespace-refused', 'namespaces-creation-refused', 'namespace-join-refused', 'keyring-refused', 'pivot-root-refused', 'syscall-blocked', 'mount-refused', 'init-vanished', 'masked-path-refused', 'idmap-mount-refused'];

interface Match {
  readonly call: string | undefined;
}

export const seccompBlocksNamespaces = defineCause({
  id: 'seccomp-blocks-namespaces',
  step: 'create-namespaces',
  effect: 'stops',
  explains: {
    'pod-namespace-refused': 'sometimes',
    'syscall-blocked': 'usually', 'keyring-refused': 'usually', 'pivot-root-refused': 'usually', 'userns-creation-refused': 'usually', 'namespaces-creation-refused': 'sometimes',
    'namespace-join-refused': 'rarely', 'mount-refused': 'rarely', 'init-vanished': 'rarely', 'masked-path-refused': 'rarely', 'setgroups-file-denied': 'rarely',
    'capabilities-refused': 'rarely', 'idmap-mount-refused': 'rarely', 'rootfs-unreachable': 'rarely', 'newidmap-lacks-privilege': 'rarely', 'sysfs-mount-refused': 'rarely',
    'remaining-namespaces-refused': 'usually',
    'child-mount-refused': 'rarely',
    'pidfd-unknown': 'sometimes',
  },
  uses: ['denials', 'callerSeccomp', 'insideContainer', 'switchesRead', 'versions', 'failure'],
  references: [
    { title: 'Docker: the default seccomp profile', url: 'https://docs.docker.com/engine/security/seccomp/' },
    { title: 'proc_pid_status(5): Seccomp', url: 'https://man7.org/linux/man-pages/man5/proc_pid_status.5.html' },
  ],
  words: {
    en: {
      name: 'A seccomp profile around the runtime blocks a call that it needs',
      pageWhy:
        'A runtime that runs inside a container is under that container\'s seccomp profile. The default profiles of Docker, Podman and containerd refuse unshare, clone with new namespaces, mount, pivot_root and setns with EPERM unless the container has CAP_SYS_ADMIN, and that of Docker refuses keyctl as well, whatever the kernel itself would allow.',
      pageTell: '`grep Seccomp /proc/self/status` where the runtime runs shows 2. A session on the host itself shows 0. The audit log has type=1326 where the profile logs.',
      pageSure: 'The audit log names the blocked call, which was refused; or a filter is in force and keyctl or pivot_root was refused, which nothing else refuses with EPERM.',
      pageNot: 'Seccomp is 0 where the runtime runs.',
      title: 'A seccomp filter around the runtime blocks `{call}`',
      titleUnknown: 'A seccomp filter around the runtime may block the call that was refused',
      explanation: 'The runtime runs under a seccomp filter, as programs in a container do, and the filter answers "not permitted" in the place of the kernel.',
      filter: 'A filter is in force where the runtime runs.',
      none: 'No filter is in force where the runtime runs.',
      inside: 'The runtime runs in a container, where engines set a filter by default.',
      switches: 'The program found the switches of the kernel on, so something around it refused.',
      blocked: 'The filter stopped this call.',
      known: 'This kernel has the call.',
      refused: 'The call was refused.',
      fixTitle: 'Allow {calls} in the seccomp profile of the outer container',
      costs: 'Programs in the outer container reach more of the kernel: namespaces and mounts of their own.',
      undo: 'Start the outer container under its old profile again.',
      how: 'The commands are for an outer container that runc or crun starts from a bundle: run them in its directory, and start it again. Docker and Podman: `--security-opt seccomp=PROFILE.json`, the default profile with {calls} added; `seccomp=unconfined` to try it out. Kubernetes: securityContext.seccompProfile.',
    },
    zh,
  },
  judge({ denials, callerSeccomp, insideContainer, switchesRead, versions, failure }, say) {
    const blocked = denials?.find(({ module, verdict }) => module === 'seccomp' && verdict === 'denied');
    const number = blocked && /syscall=(\d{1,4})\b/.exec(blocked.span.document.text.slice(blocked.span.start, blocked.span.end))?.[1];
    const ours = failure && shown.includes(failure.symptom) ? failure : undefined;
    const match: Match = { call: (number === undefined ? undefined : calls[number]) ?? (ours ? callOf(ours.symptom) : undefined) };
    if (blocked && ours) return proved(match, [mark(blocked.span, say('blocked')), ...(ours.row?.vague ? [] : [mark(ours, say('refused'))])]);
    if (callerSeccomp?.value === 0) return refuted([mark(callerSeccomp, say('none'))]);
    const refused = ours ? [mark(ours, say('refused'))] : [];
    // Neither a key nor a new root is refused with EPERM to mapped root by the kernel itself.
    const onlyFilter = ours?.errno === 'EPERM' && (ours.symptom === 'keyring-refused' || ours.symptom === 'pivot-root-refused');
    if (callerSeccomp && ours && onlyFilter) return proved(match, [mark(callerSeccomp, say('filter')), ...refused]);
    if (callerSeccomp && ours) return supported(match, [mark(callerSeccomp, say('filter')), ...refused], ['denials']);
    // The default profiles answer EPERM to unshare and clone with new namespaces.
    if (insideContainer && ours?.errno === 'EPERM' && ours.symptom === 'userns-creation-refused') return supported(match, [mark(insideContainer, say('inside')), ...refused], ['callerSeccomp']);
    // create_user_ns() answers EPERM to a caller in a chroot, and to a switch that is off (kernel/user_namespace.c, kernel/fork.c of Debian).
    if (switchesRead && ours?.symptom === 'userns-creation-refused') return supported(match, [mark(switchesRead, say('switches')), ...refused], ['callerSeccomp']);
    if (onlyFilter) return supported(match, refused, ['callerSeccomp']);
    // mount_setattr() came with Linux 5.12; libseccomp's answer to a call that a profile does not know is ENOSYS.
    const kernel = versions?.get('linux');
    if (kernel && ours?.symptom === 'idmap-mount-refused' && ours.errno === 'ENOSYS' && isBefore(kernel.value, '5.12') === false) return supported(match, [mark(kernel, say('known')), ...refused], ['callerSeccomp']);
    return open(match, ['callerSeccomp'], refused);
  },
  explain: ({ call }, say) => ({ title: call ? say('title', { call }) : say('titleUnknown'), explanation: say('explanation') }),
  fixes({ call }, say) {
    const names = families.find((family) => call !== undefined && family.includes(call)) ?? families.flat();
    const calls = names.join(', ');
    const { commands, undo } = editConfigWith({}, allow(names));
    const verify = [look`grep Seccomp /proc/self/status`];
    return [fix({ title: say('fixTitle', { calls }), risk: 'review', costs: say('costs'), commands, undo: [...undo, say('undo')], verify, lowersIsolation: true, notes: [say('how', { calls })] })];
  },
});

/** Calls that are of no use without each other. */
const families: readonly (readonly string[])[] = [
  ['clone', 'clone3', 'unshare', 'setns'],
  ['mount', 'umount2', 'open_tree', 'move_mount', 'fsopen', 'fsconfig', 'fsmount', 'mount_setattr'],
  ['pivot_root'],
  ['keyctl', 'add_key', 'request_key'],
];

/** A jq program that takes the calls out of every rule that refuses them, and allows them where the default does not. */
function allow(names: readonly string[]): string {
  const listed = JSON.stringify(names);
  const kept = `map(if .action == "SCMP_ACT_ALLOW" then . else .names -= ${listed} end | select(.names | length > 0))`;
  const added = `if $default == "SCMP_ACT_ALLOW" then [] else [{"names": ${listed}, "action": "SCMP_ACT_ALLOW"}] end`;
  return `if .linux.seccomp == null then error("no seccomp profile in this config") else .linux.seccomp |= (.defaultAction as $default | .syscalls |= ((. // [] | ${kept}) + (${added}))) end`;
}

function callOf(symptom: string): string | undefined {
  return symptom === 'keyring-refused' ? 'keyctl' : symptom === 'pivot-root-refused' ? 'pivot_root' : symptom === 'namespace-join-refused' ? 'setns' : undefined;
}
