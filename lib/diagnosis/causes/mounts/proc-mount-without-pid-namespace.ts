import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Launcher, Mount, Namespace } from '../../facts/facts';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, remove, replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './proc-mount-without-pid-namespace.zh';

interface Match {
  readonly mount: Mount | undefined;
  readonly namespaces: Known<readonly Namespace[]> | undefined;
  readonly joined: Namespace | undefined;
}

/** Podman turns the mount of /proc into a bind where it shares the pid namespace (pkg/specgen/generate, namespaces.go); the API server and dockerd refuse the host's next to a user namespace. */
const bindsProc: ReadonlySet<Launcher> = new Set(['podman', 'docker', 'cri']);

export const procMountWithoutPidNamespace = defineCause({
  id: 'proc-mount-without-pid-namespace',
  step: 'mount',
  effect: 'stops',
  explains: { 'proc-mount-refused': 'usually', 'mount-destination-refused': 'rarely' },
  underlies: ['proc-mount-masked-by-outer'],
  uses: ['mounts', 'namespaces', 'launcher', 'sharedPid', 'failure'],
  references: [
    { title: 'user_namespaces(7): capabilities within a user namespace', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'Linux: fs/proc/root.c', url: 'https://github.com/torvalds/linux/blob/master/fs/proc/root.c' },
  ],
  words: {
    en: {
      name: 'A proc mount is asked for without a new pid namespace',
      pageWhy:
        'proc shows one pid namespace, and the kernel lets it be mounted only by who has CAP_SYS_ADMIN over that namespace. A container in a user namespace has that over a pid namespace of its own. Over the one of the host it has nothing, so the mount is refused with EPERM.',
      pageTell: 'linux.namespaces has no entry of type pid, or one with a path. Where the pid namespace is new, the outer /proc is masked or read-only instead.',
      pageSure: 'A new user namespace and a mount of type proc are asked for, and linux.namespaces has no entry of type pid; or the pid namespace is joined and the mount was refused.',
      pageNot: 'The pid namespace is new, or /proc is a bind mount.',
      title: '`/proc` is to be mounted, but the container shares a pid namespace that its user namespace does not own',
      titleUnknown: 'The container may share a pid namespace that its user namespace does not own, so `/proc` cannot be mounted',
      explanation: 'The kernel mounts proc only for the owner of the pid namespace that it shows. This container has a new user namespace and no new pid namespace.',
      mount: 'A new proc is asked for here.',
      none: 'None of these namespaces is a new `pid`.',
      joined: 'The pid namespace is joined by its path.',
      always: 'This program makes a new pid namespace for every container.',
      bound: 'This program binds /proc where the pid namespace is shared, and mounts a new one only with a new pid namespace.',
      shared: 'The container is started with the processes of the host.',
      fresh: 'The pid namespace is new, so its owner is the user namespace of the container.',
      refused: 'The kernel refused to mount proc.',
      addTitle: 'Give the container a pid namespace of its own (config only)',
      addCosts: 'The container no longer sees the processes of the host.',
      addUndo: 'Take the entry of type `pid` out of `linux.namespaces`.',
      bindTitle: "Bind the host's /proc instead of mounting a new one (config only)",
      bindCosts: "The container sees the host's processes.",
      bindUndo: 'Put the old mount back at `{pointer}`.',
    },
    zh,
  },
  judge({ mounts, namespaces, launcher, sharedPid, failure }, say) {
    const mount = mounts?.value.find(({ type, bind }) => type === 'proc' && !bind);
    const entry = namespaces?.value.find(({ type }) => type === 'pid');
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const match: Match = { mount, namespaces, joined: entry?.path ? entry : undefined };
    if (entry && !entry.path) return refuted([mark(entry.span, say('fresh'))]);
    // All make a pid namespace of their own for whatever they start (lxc: start.c, nspawn.c, linux-sandbox.cc).
    if (failure?.symptom === 'proc-mount-refused' && ['lxc', 'systemd', 'bazel'].includes(failure.by)) return refuted([mark(failure, say('always'))]);
    if (failure?.symptom === 'proc-mount-refused' && !namespaces && sharedPid) return supported(match, [mark(sharedPid, say('shared')), mark(failure, say('refused'))], ['namespaces']);
    const wrote = failure?.symptom === 'proc-mount-refused' && !namespaces && launcher && bindsProc.has(launcher.value) ? launcher : undefined;
    if (wrote) return refuted([mark(wrote, say('bound'))]);
    const refused = failure?.symptom === 'proc-mount-refused' ? [mark(failure, say('refused'))] : [];
    // A user namespace that is joined together with the pid namespace may be its owner.
    if (user && !user.path && mount && namespaces) {
      const where = entry ? mark(entry.span, say('joined')) : mark(namespaces, say('none'));
      return entry && refused.length === 0 ? open(match, ['failure'], [where]) : proved(match, [mark(mount.span, say('mount')), where, ...refused]);
    }
    return open(match, ['namespaces'], refused);
  },
  explain: ({ mount }, say) => ({ title: mount ? say('title') : say('titleUnknown'), explanation: say('explanation') }),
  fixes({ mount, namespaces, joined }, say) {
    const given = namespaces?.span.pointer?.endsWith('/namespaces') ? namespaces : undefined;
    const patch = joined?.path ? remove(joined.path) : given ? append(given, { type: 'pid' }) : [];
    const edited = patch.length > 0 ? undefined : editConfig`.linux.namespaces |= (map(select(.type == "pid" | not)) + [{"type": "pid"}])`;
    return [
      fix({
        title: say('addTitle'),
        risk: 'safe',
        costs: say('addCosts'),
        patch,
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('addUndo')],
        verify: [look`jq .linux.namespaces config.json`],
      }),
      ...(mount
        ? [
            fix({
              title: say('bindTitle'),
              risk: 'review' as const,
              costs: say('bindCosts'),
              lowersIsolation: true,
              patch: replace(mount, { destination: '/proc', type: 'none', source: '/proc', options: ['rbind', 'nosuid', 'nodev', 'noexec'] }),
              undo: [say('bindUndo', { pointer: mount.span.pointer ?? '' })],
              verify: [look`jq .mounts config.json`],
            }),
          ]
        : []),
    ];
  },
});
