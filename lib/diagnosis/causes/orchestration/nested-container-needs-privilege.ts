import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './nested-container-needs-privilege.zh';

interface Match {
  readonly inside: Known<true> | undefined;
}

const shown = ['userns-creation-refused', 'namespaces-creation-refused', 'pod-namespace-refused', 'child-mount-refused', 'remaining-namespaces-refused', 'namespace-join-refused', 'proc-mount-refused', 'sysfs-mount-refused', 'pivot-root-refused', 'masked-path-refused', 'capabilities-refused', 'cgroup-refused', 'overlay-refused', 'id-map-write-denied', 'mount-refused', 'mount-denied', 'mount-propagation-refused', 'device-refused', 'newidmap-lacks-privilege', 'idmap-mount-refused'];

export const nestedContainerNeedsPrivilege = defineCause({
  id: 'nested-container-needs-privilege',
  step: 'create-namespaces',
  effect: 'stops',
  explains: {
    'pod-namespace-refused': 'sometimes',
    'masked-path-refused': 'usually', 'userns-creation-refused': 'sometimes', 'namespaces-creation-refused': 'usually', 'namespace-join-refused': 'rarely', 'proc-mount-refused': 'sometimes',
    'sysfs-mount-refused': 'rarely', 'pivot-root-refused': 'sometimes', 'capabilities-refused': 'sometimes', 'cgroup-refused': 'rarely', 'overlay-refused': 'sometimes',
    'id-map-write-denied': 'rarely', 'own-id-map-write-denied': 'rarely', 'mount-refused': 'rarely', 'device-refused': 'rarely', 'newidmap-lacks-privilege': 'sometimes', 'idmap-mount-refused': 'rarely', 'apparmor-profile-refused': 'rarely', 'rootless-environment-refused': 'rarely',
    'idmap-mount-rootless': 'rarely',
    'remaining-namespaces-refused': 'sometimes',
    'child-mount-refused': 'sometimes',
    'setgroups-file-denied': 'rarely',
    'mount-denied': 'sometimes',
    'mount-propagation-refused': 'sometimes',
    'newidmap-write-refused': 'sometimes',
  },
  uses: ['insideContainer', 'callerSeccomp', 'fileCapabilities', 'hostMounts', 'failure'],
  references: [
    { title: 'Podman inside of a container', url: 'https://www.redhat.com/en/blog/podman-inside-container' },
    { title: 'Kubernetes: procMount and user namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  words: {
    en: {
      name: 'A runtime inside a container lacks what its outer container does not give it',
      pageWhy:
        'A container takes away what a runtime needs: CAP_SYS_ADMIN, calls such as unshare and mount, /dev/fuse, an unmasked /proc, a writable cgroup. A runtime inside it fails at the first of these that it comes to, with the very messages that a host gives for other reasons.',
      pageTell: 'The runtime is started by docker run, in a pod or a CI job, and the same bundle starts on the host. /proc/1/cgroup, /.dockerenv or the mounts of / show the outer container.',
      pageSure: 'The API server says that procMount: Unmasked needs hostUsers: false. Everything else is likely at most: a host may refuse the same.',
      pageNot: 'Seccomp is 0 where the runtime runs, as on a host.',
      title: 'The runtime runs inside a container that does not let it make containers',
      explanation: 'What is refused here is given by the host, and taken away by the container around the runtime.',
      inside: 'The runtime is started inside a container.',
      refused: 'This is what was refused.',
      readonly: 'Container engines mount the cgroups of a container read-only; those of a host are not.',
      sealed: 'The tree of cgroups is mounted read-only here.',
      cgroups: 'Where its cgroups are read-only: Podman `--security-opt unmask=/sys/fs/cgroup`, Docker `--cgroupns=private -v /sys/fs/cgroup:/sys/fs/cgroup:rw`.',
      module: '"Permission denied" is the answer of a profile around the runtime, as container engines set one.',
      node: '/dev/fuse is not there. A host has it from its boot on (modules.devname), a container only where it is given.',
      capable: 'The program has its capability, so something around it takes it away.',
      free: 'No filter is in force, as on a host.',
      fixTitle: 'Give the outer container what a rootless runtime needs, and no more',
      costs: 'Programs in the outer container reach more of the kernel than before.',
      undo: 'Start the outer container with its old options.',
      how: 'Docker and Podman: `--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined --device /dev/fuse`, as an ordinary user inside. Kubernetes: `hostUsers: false` with `procMount: Unmasked`.',
      privileged: '`--privileged` gives all of it and everything else: the container is then no border.',
    },
    zh,
  },
  judge({ insideContainer, callerSeccomp, fileCapabilities, hostMounts, failure }, say) {
    const match: Match = { inside: insideContainer };
    const ours = failure && shown.includes(failure.symptom) && failure.errno !== 'ENOSPC' ? failure : undefined;
    const refused = ours ? [mark(ours, say('refused'))] : [];
    if (insideContainer && ours) return supported(match, [mark(insideContainer, say('inside')), ...refused], ['callerSeccomp']);
    if (ours?.symptom === 'cgroup-refused' && ours.errno === 'EROFS') {
      const sealed = hostMounts?.find(({ type, options }) => type.startsWith('cgroup') && options.includes('ro'));
      return supported(match, [mark(ours, say('readonly')), ...(sealed ? [mark(sealed.span, say('sealed'))] : [])], ['callerSeccomp']);
    }
    // The kernel and seccomp answer EPERM; a mount that a profile of AppArmor around the runtime refuses is EACCES (apparmor_mount, security/apparmor/mount.c).
    if (ours?.symptom === 'namespaces-creation-refused' && ours.errno === 'EACCES') return supported(match, [mark(ours, say('module'))], ['callerSeccomp']);
    // libfuse and fuse-overlayfs of a /dev/fuse that is missing.
    if (ours?.symptom === 'overlay-refused' && /fuse: device not found|fuse-overlayfs: cannot mount: no such file/i.test(ours.text)) return supported(match, [mark(ours, say('node'))], ['callerSeccomp']);
    // newuidmap has its capability and is refused all the same: no_new_privs or the bounding set around it took it away (execve(2)).
    const capable = failure?.symptom === 'newidmap-write-refused' ? fileCapabilities?.find(({ value }) => /new[ug]idmap$/.test(value.path) && /cap_set[ug]id/.test(value.capabilities)) : undefined;
    if (capable) return supported(match, [mark(capable, say('capable')), ...refused], ['callerSeccomp']);
    if (callerSeccomp?.value === 0 && ours) return refuted([mark(callerSeccomp, say('free'))]);
    if (ours && /must be false to use .?Unmasked/.test(ours.text)) return proved(match, refused);
    return open(match, ['callerSeccomp'], ours?.symptom === 'masked-path-refused' ? refused : []);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes(_, say) {
    const verify = [look`grep -E 'CapEff|Seccomp|NoNewPrivs' /proc/self/status`, look`cat /proc/self/uid_map`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify, lowersIsolation: true, notes: [say('how'), say('cgroups'), say('privileged')] })];
  },
});
