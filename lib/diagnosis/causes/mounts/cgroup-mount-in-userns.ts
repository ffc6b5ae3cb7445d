import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Mount, Namespace } from '../../facts/facts';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './cgroup-mount-in-userns.zh';

interface Match {
  readonly mount: Mount | undefined;
  readonly lacks: Known<readonly Namespace[]> | undefined;
}

export const cgroupMountInUserns = defineCause({
  id: 'cgroup-mount-in-userns',
  step: 'mount',
  effect: 'stops',
  explains: { 'cgroup-mount-refused': 'usually', 'daemon-option-refused': 'rarely' },
  uses: ['mounts', 'namespaces', 'hostMounts', 'failure'],
  references: [
    { title: 'cgroup_namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/cgroup_namespaces.7.html' },
    { title: 'Linux: kernel/cgroup/cgroup.c, cgroup_init_fs_context', url: 'https://github.com/torvalds/linux/blob/master/kernel/cgroup/cgroup.c' },
  ],
  words: {
    en: {
      name: 'A cgroup mount is asked for that this user namespace may not make',
      pageWhy:
        'cgroup2 may be mounted by the user namespace that owns the cgroup namespace; hierarchies of version 1 only where the host has them mounted already. Without a cgroup namespace of its own the container is refused. EACCES comes from a cgroup directory that mapped root may not search, as under a umask of 0027.',
      pageTell: 'The message is about a mount of type cgroup or cgroup2. EPERM: look for a new entry of type cgroup. EACCES: look at the mode of the directories in /sys/fs/cgroup.',
      pageSure: 'The mount was refused, and there is no new cgroup namespace, or the host has cgroup version 1; or the answer was EACCES, which a closed cgroup directory gives.',
      pageNot: 'The cgroup namespace is new and the host has cgroup version 2 alone.',
      title: 'The cgroup filesystem may not be mounted by this user namespace',
      explanation: 'The mount needs a cgroup namespace that the container owns, and a cgroup directory that mapped root may search.',
      mount: 'This mount is asked for.',
      none: 'There is no new cgroup namespace among these.',
      fresh: 'The cgroup namespace is a new one.',
      v1: 'The host mounts cgroup version 1.',
      refused: 'The kernel refused the mount.',
      denied: 'Mapped root may not search the cgroup directory.',
      addTitle: 'Add a new cgroup namespace (config only)',
      addCosts: 'The container sees its own cgroup as the root of the tree.',
      addUndo: 'Take the entry out again.',
      dropTitle: 'Leave the cgroup mount out (config only)',
      dropCosts: 'Programs in the container cannot read their limits; systemd cannot run in it.',
      dropUndo: 'Put the mount back.',
      umask: 'Where the answer was "permission denied": let others pass through the cgroup directories (mode 0755), which a umask of 0027 takes away; or start with `--cgroups=disabled`.',
    },
    zh,
  },
  judge({ mounts, namespaces, hostMounts, failure }, say) {
    const mount = mounts?.value.find(({ type }) => type === 'cgroup' || type === 'cgroup2');
    const entry = namespaces?.value.find(({ type }) => type === 'cgroup');
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const ours = failure?.symptom === 'cgroup-mount-refused' ? failure : undefined;
    const match: Match = { mount, lacks: namespaces && !(entry && !entry.path) ? namespaces : undefined };
    if (!ours) return mount && user && namespaces && !entry ? open(match, ['failure'], [mark(namespaces, say('none'))]) : open(match, ['failure']);
    const asked = mount ? [mark(mount.span, say('mount'))] : [];
    if (ours.errno === 'EACCES') return proved(match, [...asked, mark(ours, say('denied'))]);
    if (user && match.lacks) return proved(match, [...asked, mark(match.lacks, say('none')), mark(ours, say('refused'))]);
    const v1 = hostMounts?.find(({ type }) => type === 'cgroup');
    if (v1) return proved(match, [...asked, mark(v1.span, say('v1')), mark(ours, say('refused'))]);
    if (entry && !entry.path && hostMounts) return refuted([mark(entry.span, say('fresh'))]);
    return supported(match, [...asked, mark(ours, say('refused'))], ['namespaces', 'hostMounts']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ mount, lacks }, say) {
    const given = lacks?.span.pointer?.endsWith('/namespaces') ? lacks : undefined;
    const verify = [look`ls -ldn /sys/fs/cgroup`, look`jq .linux.namespaces config.json`];
    const add = given ? [fix({ title: say('addTitle'), risk: 'safe', costs: say('addCosts'), patch: append(given, { type: 'cgroup' }), undo: [say('addUndo')], verify })] : [];
    const edited = mount ? undefined : editConfig`.mounts |= map(select(.type == "cgroup" or .type == "cgroup2" | not))`;
    const drop = fix({
      title: say('dropTitle'),
      risk: 'review',
      costs: say('dropCosts'),
      patch: mount ? remove(mount.span) : [],
      commands: edited?.commands ?? [],
      undo: edited?.undo ?? [say('dropUndo')],
      verify,
      notes: [say('umask')],
    });
    return [...add, drop];
  },
});
