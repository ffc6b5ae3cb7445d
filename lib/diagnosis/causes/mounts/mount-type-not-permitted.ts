import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostMount, Mount } from '../../facts/facts';
import { editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { isSafeInCommand, join, look } from '../../fixes/sh';
import { zh } from './mount-type-not-permitted.zh';

/** Filesystems with FS_USERNS_MOUNT, which a user namespace may mount itself (their file_system_type in Linux 6.x). */
const permitted = new Set(['proc', 'sysfs', 'tmpfs', 'ramfs', 'devpts', 'mqueue', 'cgroup', 'cgroup2', 'overlay', 'fuse', 'fuseblk', 'binfmt_misc', 'zfs', 'aufs', '', 'none', 'bind', 'devtmpfs']);

/** Where the host has a filesystem of the kernel mounted, by its own documentation and systemd's mount table. */
const places: Readonly<Record<string, string>> = {
  debugfs: '/sys/kernel/debug', tracefs: '/sys/kernel/tracing', securityfs: '/sys/kernel/security', configfs: '/sys/kernel/config', bpf: '/sys/fs/bpf', pstore: '/sys/fs/pstore', efivarfs: '/sys/firmware/efi/efivars', hugetlbfs: '/dev/hugepages',
};

interface Match {
  readonly mount: Mount | undefined;
  /** Further mounts of such types, and where the host has each mounted. */
  readonly others: readonly { readonly mount: Mount; readonly place: string }[];
  /** Where the host has it mounted. */
  readonly place: string | undefined;
  /** What is mounted, and where in the container: of the config, else of the message. */
  readonly source: string | undefined;
  readonly target: string | undefined;
}

export const mountTypeNotPermitted = defineCause({
  id: 'mount-type-not-permitted',
  step: 'mount',
  effect: 'stops',
  explains: { 'mount-refused': 'usually', 'overlay-refused': 'rarely' },
  uses: ['mounts', 'namespaces', 'hostMounts', 'failure'],
  references: [
    { title: 'user_namespaces(7): mounting filesystems', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'Linux: FS_USERNS_MOUNT', url: 'https://elixir.bootlin.com/linux/latest/A/ident/FS_USERNS_MOUNT' },
  ],
  words: {
    en: {
      name: 'A filesystem of this type may not be mounted inside a user namespace',
      pageWhy:
        'The kernel lets a user namespace mount only what it trusts with hostile input: proc, sysfs, tmpfs, devpts, mqueue, cgroup, fuse (since 4.18), overlay (5.11), bpf (6.9) and few more. Disks (ext4, xfs), network filesystems and those of kernel debugging need capabilities over the host. Mounted by the host, they can be bound into the container.',
      pageTell: 'The refused mount has type ext4, xfs, nfs, debugfs, securityfs or the like, and no bind option. EPERM for a bind mount is about flags, for proc and sysfs about namespaces.',
      pageSure: 'A new or joined user namespace is asked for, and a mount that is no bind has a type for which the kernel wants capabilities over the host.',
      pageNot: 'Every mount has a type that a user namespace may mount, or the line names a directory of the host, which is bound.',
      title: 'A filesystem of type `{type}` may not be mounted inside a user namespace',
      titleUnknown: 'This filesystem may not be mounted inside a user namespace',
      explanation: 'The mount is made as mapped root, inside the user namespace. For this type the kernel asks for capabilities over the host.',
      asked: 'Type {type} needs the root of the host.',
      refused: 'The kernel refused the mount.',
      fine: 'Every mount has a type that a user namespace may mount.',
      bound: 'The source is a path of the host: this is a bind mount.',
      there: 'The host has it mounted here.',
      fixTitle: 'Bind the place where the host has it mounted (config only)',
      costs: 'The container sees the very files of the host, with their owners.',
      undo: 'Put the old mount back at `{pointer}`.',
      first: 'Mount it on the host first, where it is not mounted there yet.',
      findTitle: 'Bind the place where the host has `{source}` mounted (config only)',
      ownTitle: 'Let the host mount it, and bind that place into the container',
    },
    zh,
  },
  judge({ mounts, namespaces, hostMounts, failure }, say) {
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const ours = failure?.symptom === 'mount-refused' && (failure.errno === 'EPERM' || failure.errno === 'ENODEV') ? failure : undefined;
    const target = ours?.values.target?.value.replace(/^\/?/, '/');
    const foreign = mounts?.value.filter(({ type, bind }) => !bind && !permitted.has(type)) ?? [];
    const mount = foreign.find(({ destination }) => destination === target) ?? foreign[0];
    const held = mount ? heldBy(hostMounts, mount) : undefined;
    const source = mount?.source ?? (ours?.values.path ?? ours?.values.quoted ?? ours?.values.source)?.value;
    const others = foreign.flatMap((one) => {
      const place = heldBy(hostMounts, one)?.target ?? places[one.type];
      return one === mount || place === undefined ? [] : [{ mount: one, place }];
    });
    const match: Match = { mount, others, place: held?.target ?? (mount ? places[mount.type] : undefined), source, target: mount?.destination ?? target };
    const there = held ? [mark(held.span, say('there'))] : [];
    if (mount && user) return proved(match, [mark(mount.span, say('asked', { type: mount.type })), ...(ours ? [mark(ours, say('refused'))] : []), ...there]);
    if (mounts && foreign.length === 0 && ours) return refuted([mark(mounts, say('fine'))]);
    // Filesystems are mounted from a device or a name; a directory or file of the host is bound.
    // ENODEV is about the type (mount(2)): one that the kernel does not have, `bind` for one, which is an option.
    if (ours?.errno === 'EPERM' && !mount && source && /^\/(?!dev\/)/.test(source)) return refuted([mark(ours, say('bound'))]);
    const device = /^\/dev\/(?:sd|vd|nvme|xvd|loop|mapper|md|dm-)/.test(source ?? '');
    const named = /\b(?:ext[234]|xfs|btrfs|nfs4?|debugfs|tracefs|securityfs|configfs|bpf|cifs)\b/.test(ours?.text ?? '');
    if (ours && (device || named)) return supported(match, [mark(ours, say('refused'))], ['mounts']);
    return open(match, ['mounts'], ours ? [mark(ours, say('refused'))] : []);
  },
  explain: ({ mount }, say) => ({ title: mount ? say('title', { type: mount.type }) : say('titleUnknown'), explanation: say('explanation') }),
  fixes({ mount, others, place, source, target }, say) {
    const verify = [look`findmnt`];
    const mountable = source !== undefined && /[/:=]/.test(source) && isSafeInCommand(source) && target !== undefined && isSafeInCommand(target);
    // The host knows where it has mounted what the config names, whatever link or tag that is; without an answer nothing is written.
    const named = look`jq -r --arg target ${target ?? ''} ${'.mounts[] | select(.destination == $target) | .source'} config.json`;
    const listed = join`${look`findmnt -lnJo TARGET -S`} "$(${named})"`;
    const found = place === undefined && mountable ? editConfigWith({ host: { printedBy: listed }, target }, bindThere) : undefined;
    const find = found ? [fix({ title: say('findTitle', { source: source ?? '' }), risk: 'review', costs: say('costs'), commands: [look`findmnt -lo SOURCE,TARGET`, ...found.commands], undo: found.undo, verify: [look`jq .mounts config.json`], notes: [say('first')] })] : [];
    if (!mount) return find.length > 0 ? find : [fix({ title: say('ownTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [], verify, notes: [say('first')] })];
    return [
      ...find,
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        patch: [replace(mount.span, boundFrom(mount, place ?? '<directory where the host has it mounted>')), ...others.map((one) => replace(one.mount.span, boundFrom(one.mount, one.place)))].flat(),
        undo: [say('undo', { pointer: mount.span.pointer ?? '' })],
        verify: [place ? look`findmnt -- ${place}` : look`findmnt`],
        notes: [say('first')],
      }),
    ];
  },
});

/** Where the host has mounted what a mount asks for: the same device, or the one instance of a type without devices. */
function heldBy(hostMounts: readonly HostMount[] | undefined, mount: Mount): HostMount | undefined {
  return hostMounts?.find(({ source, type, target }) => (type === mount.type && target !== '/' && !mount.source.startsWith('/dev/')) || (source === mount.source && source !== ''));
}

/** A mount that takes its files from a directory of the host. */
function boundFrom({ destination, options }: Mount, source: string) {
  return { destination, type: 'bind', source, options: ['rbind', options.some(({ value }) => value === 'ro') ? 'ro' : 'rw'] };
}

/** `$host` is what findmnt prints of the source: nothing, where it is mounted nowhere. */
const bindThere =
  '(if $host == "" then error("the host has it mounted nowhere") else $host | fromjson | .filesystems[0].target end) as $place | (.mounts[] | select(.destination == $target)) |= {"destination": $target, "type": "bind", "source": $place, "options": ["rbind", (.options // [] | if index("ro") then "ro" else "rw" end)]}';
