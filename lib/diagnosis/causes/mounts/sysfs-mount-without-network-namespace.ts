import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { Mount, Namespace } from '../../facts/facts';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, remove, replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './sysfs-mount-without-network-namespace.zh';

interface Match {
  readonly mount: Mount | undefined;
  readonly namespaces: Known<readonly Namespace[]> | undefined;
  readonly joined: Namespace | undefined;
}

export const sysfsMountWithoutNetworkNamespace = defineCause({
  id: 'sysfs-mount-without-network-namespace',
  step: 'mount',
  effect: 'stops',
  explains: { 'sysfs-mount-refused': 'usually' },
  underlies: ['proc-mount-masked-by-outer'],
  uses: ['mounts', 'namespaces', 'runtime', 'failure'],
  references: [
    { title: 'Linux: fs/sysfs/mount.c', url: 'https://github.com/torvalds/linux/blob/master/fs/sysfs/mount.c' },
    { title: 'runc issue 225', url: 'https://github.com/opencontainers/runc/issues/225' },
  ],
  words: {
    en: {
      name: 'A sysfs mount is asked for in a network namespace of another user namespace',
      pageWhy:
        'sysfs shows the devices of one network namespace, and the kernel lets it be mounted only by the owner of that namespace. A container with a user namespace of its own that shares the network of the host, or joins a namespace made elsewhere, is not. crun binds /sys of the host instead where the mount is read-only.',
      pageTell: 'linux.namespaces has no entry of type network, or one with a path. Where the network namespace is new, an outer container masks /sys.',
      pageSure: 'A new user namespace and a mount of type sysfs are asked for, and linux.namespaces has no entry of type network; or that namespace is joined and the mount was refused.',
      pageNot: 'The network namespace is new, or crun starts it with the option ro and binds /sys of the host.',
      title: '`/sys` is to be mounted, but the container shares a network namespace that its user namespace does not own',
      titleUnknown: 'The user namespace does not seem to own the network namespace, so `/sys` cannot be mounted',
      explanation: 'The kernel mounts sysfs only for the owner of the network namespace that it shows. This container has a new user namespace and no new network namespace.',
      mount: 'A new sysfs is asked for here.',
      none: 'None of these namespaces is a new `network`.',
      joined: 'The network namespace is joined by its path.',
      fresh: 'The network namespace is new, so its owner is the user namespace of the container.',
      refused: 'The kernel refused to mount sysfs.',
      crun: 'crun binds /sys of the host where the mount is read-only.',
      bindTitle: "Bind the host's /sys, read-only, instead of mounting a new one (config only)",
      bindCosts: "The container sees the host's /sys, read-only, as it sees the host's network.",
      bindUndo: 'Put the old mount back at `{pointer}`.',
      addTitle: 'Give the container a network namespace of its own (config only)',
      addCosts: 'The container loses the network of the host and needs one set up for it.',
      addUndo: 'Take the entry of type `network` out of `linux.namespaces`.',
    },
    zh,
  },
  judge({ mounts, namespaces, runtime, failure }, say) {
    const mount = mounts?.value.find(({ type, bind }) => type === 'sysfs' && !bind);
    const entry = namespaces?.value.find(({ type }) => type === 'network');
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const match: Match = { mount, namespaces, joined: entry?.path ? entry : undefined };
    if (entry && !entry.path) return refuted([mark(entry.span, say('fresh'))]);
    const refused = failure?.symptom === 'sysfs-mount-refused' ? [mark(failure, say('refused'))] : [];
    if (user && !user.path && mount && namespaces) {
      const readonly = mount.options.find(({ value }) => value === 'ro');
      if (readonly && runtime?.value.name === 'crun' && refused.length === 0) return refuted([mark(readonly, say('crun'))]);
      const where = entry ? mark(entry.span, say('joined')) : mark(namespaces, say('none'));
      const certain = refused.length > 0 || (!entry && (!readonly || runtime?.value.name === 'runc'));
      return certain || !entry ? proved(match, [mark(mount.span, say('mount')), where, ...refused]) : open(match, ['failure'], [where]);
    }
    return open(match, ['namespaces'], refused);
  },
  explain: ({ mount }, say) => ({ title: mount ? say('title') : say('titleUnknown'), explanation: say('explanation') }),
  fixes({ mount, namespaces, joined }, say) {
    const given = namespaces?.span.pointer?.endsWith('/namespaces') ? namespaces : undefined;
    const bound = { destination: '/sys', type: 'none', source: '/sys', options: ['rbind', 'nosuid', 'noexec', 'nodev', 'ro'] };
    const patch = mount ? replace(mount, bound) : [];
    const edited =
      patch.length > 0
        ? undefined
        : editConfig`(.mounts[] | select(.type == "sysfs")) |= {"destination": "/sys", "type": "none", "source": "/sys", "options": ["rbind", "nosuid", "noexec", "nodev", "ro"]}`;
    const bind = fix({
      title: say('bindTitle'),
      risk: 'review',
      costs: say('bindCosts'),
      patch,
      commands: edited?.commands ?? [],
      undo: edited?.undo ?? [say('bindUndo', { pointer: mount?.span.pointer ?? '' })],
      verify: [look`jq .mounts config.json`],
    });
    const own = joined?.path ? remove(joined.path) : given ? append(given, { type: 'network' }) : [];
    if (own.length === 0) return [bind];
    const add = fix({
      title: say('addTitle'),
      risk: 'review',
      costs: say('addCosts'),
      patch: own,
      undo: [say('addUndo')],
      verify: [look`jq .linux.namespaces config.json`],
    });
    return [bind, add];
  },
});
