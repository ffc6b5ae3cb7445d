import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostMount, Mount } from '../../facts/facts';
import { editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace, type Patch } from '../../fixes/patch';
import { blank } from '../../fixes/blank';
import { look } from '../../fixes/sh';
import { zh } from './bind-locked-flags.zh';

/** Flags that a mount from outside has locked in a user namespace (mount_setattr(2), EPERM; fs/namespace.c, lock_mnt_tree). */
const lockable = ['nosuid', 'nodev', 'noexec', 'ro'] as const;
/** MS_REMOUNT and MS_BIND (include/uapi/linux/mount.h). */
const remountBind = 0x1020;

interface Match {
  readonly mount: Mount | undefined;
  readonly missing: readonly string[];
  /** Further binds that the runtime remounts, each with the flags that it would drop. */
  readonly others: readonly { readonly mount: Mount; readonly missing: readonly string[] }[];
  /** As the message names them; empty where it does not. */
  readonly source: string;
  readonly target: string;
}

export const bindLockedFlags = defineCause({
  id: 'bind-locked-flags',
  step: 'mount',
  effect: 'stops',
  explains: { 'mount-flags-locked': 'usually', 'mount-refused': 'usually', 'cgroup-mount-refused': 'rarely', 'idmap-mount-refused': 'rarely' },
  uses: ['mounts', 'hostMounts', 'failure'],
  references: [
    { title: 'mount_setattr(2): EPERM, locked flags', url: 'https://man7.org/linux/man-pages/man2/mount_setattr.2.html' },
    { title: 'runc 1.2: locked flags of bind mounts', url: 'https://github.com/opencontainers/runc/blob/main/CHANGELOG.md' },
  ],
  words: {
    en: {
      name: 'A bind mount drops flags that are locked: nosuid, nodev, noexec, ro or atime',
      pageWhy:
        'A mount that comes from outside keeps its restrictions in a user namespace: nosuid, nodev, noexec, ro and the atime mode are locked. A bind mount with other options (ro, say) is made by a remount that would clear them, and the kernel answers EPERM. Newer runtimes add the locked flags by themselves.',
      pageTell: '`findmnt -T SOURCE` shows nosuid, nodev, noexec or ro, and the options of the mount lack them. runc 1.1 retries only with ro; runc 1.2 and crun keep what was not asked to be cleared.',
      pageSure: 'The runtime names locked flags; or the mount of the source is known, has flags that the options lack, and the bind was refused with EPERM.',
      pageNot: 'The mount of the source has no flag that the options lack, or the target is no bind mount of the config.',
      title: 'The bind mount would drop {flags}, which the mount of its source has locked',
      titleUnknown: 'A bind mount would drop flags that are locked in the user namespace',
      flagsOfSource: 'flags of the source',
      explanation: 'The source lies on a mount with these flags. Inside a user namespace they may not be cleared, and the remount without them is refused.',
      options: 'These options lack {flags}.',
      source: 'The source lies on a mount with {flags}.',
      refused: 'The kernel refused to change the flags.',
      same: 'The mount of the source has no flag that the options lack.',
      other: 'The kernel answers "operation not permitted" for locked flags, and not "no such device".',
      told: 'The runtime names the locked flags.',
      fixTitle: 'Keep the locked flags: add {flags} to the options (config only)',
      anyTitle: 'Keep the locked flags: add nosuid, nodev and noexec to the options',
      costs: 'None: they are in force either way.',
      undo: 'Take them out of `{pointer}` again.',
      upgrade: 'runc 1.2 and later, and crun, add them by themselves where the config does not ask to clear them.',
    },
    zh,
  },
  judge({ mounts, hostMounts, failure }, say) {
    const symptoms = ['mount-flags-locked', 'mount-refused'];
    const ours = failure && symptoms.includes(failure.symptom) ? failure : undefined;
    const target = (ours?.values.target?.value ?? (/ at "([^"]+)"/.exec(ours?.text ?? '')?.[1] ?? '')).replace(/^\/?/, '/');
    const mount = mounts?.value.find(({ bind, destination }) => bind && (destination === target || target.endsWith(`/rootfs${destination}`)));
    const host = mount ? holding(mount.source, hostMounts ?? []) : undefined;
    const missing = host && mount ? droppedBy(mount, host) : [];
    const others = (mounts?.value ?? []).flatMap((one) => {
      const source = one !== mount && one.bind && one.options.some(({ value }) => remounting.has(value)) ? holding(one.source, hostMounts ?? []) : undefined;
      const dropped = source ? droppedBy(one, source) : [];
      return dropped.length > 0 ? [{ mount: one, missing: dropped }] : [];
    });
    const source = ours?.values.path?.value ?? ours?.values.quoted?.value ?? ours?.values.source?.value ?? '';
    const match: Match = { mount, missing, others, source, target: ours?.values.target ? target : '' };
    if (!ours) return open(match, ['failure']);
    const flags = missing.join(', ');
    const asked = mount ? [mark(mount.span, say('options', { flags: flags || say('flagsOfSource') }))] : [];
    if (ours.symptom === 'mount-flags-locked') return proved(match, [...asked, ...(host ? [mark(host.span, say('source', { flags }))] : []), mark(ours, say('told'))]);
    if (ours.errno === 'ENODEV') return refuted([mark(ours, say('other'))]);
    if (ours.errno !== 'EPERM') return open(match, ['mounts']);
    if (host && missing.length > 0) return proved(match, [...asked, mark(host.span, say('source', { flags })), mark(ours, say('refused'))]);
    if (host && mount) return refuted([mark(host.span, say('same'))]);
    if (mounts && !mount) return refuted([mark(mounts, say('same'))]);
    // The flags in the message tell a bind remount from a mount of its own.
    const bits = /flags[:=] ?0x([0-9a-f]{1,8})/i.exec(ours.text)?.[1];
    const isRemount = bits !== undefined && (parseInt(bits, 16) & remountBind) === remountBind;
    if (isRemount || mount || /^\/(?!dev\/)/.test(source)) return supported(match, [...asked, mark(ours, say('refused'))], ['hostMounts']);
    return open(match, ['mounts', 'hostMounts'], [mark(ours, say('refused'))]);
  },
  explain({ missing }, say) {
    return { title: missing.length > 0 ? say('title', { flags: missing.join(', ') }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ mount, missing, others, source, target }, say) {
    const list = mount?.options[0]?.span.pointer?.replace(/\/\d+$/, '');
    const wanted = missing.length > 0 ? missing : ['nosuid', 'nodev', 'noexec'];
    const named = mount && list ? withFlags(mount, wanted) : [];
    const patch = named.length > 0 ? [...named, ...others.flatMap((one) => withFlags(one.mount, one.missing))] : [];
    const verify = [mount ? look`findmnt -no OPTIONS -T ${mount.source}` : look`findmnt -no OPTIONS -T ${blank('source of the bind mount')}`];
    return [
      fix({
        title: missing.length > 0 ? say('fixTitle', { flags: missing.join(', ') }) : say('anyTitle'),
        risk: missing.length > 0 ? 'safe' : 'review',
        costs: say('costs'),
        ...(patch.length === 0 && source.startsWith('/') && target !== '' ? keepLocked(source, target) : { patch, commands: patch.length > 0 ? [] : verify, undo: [say('undo', { pointer: list ?? '/mounts' })], verify }),
        notes: [say('upgrade')],
      }),
    ];
  },
});

/** Options with which a runtime sets the flags of a bind by a remount. */
const remounting: ReadonlySet<string> = new Set(['ro', 'nosuid', 'nodev', 'noexec', 'noatime', 'nodiratime', 'relatime', 'strictatime', 'suid', 'dev', 'exec']);

/** The locked flags of its source that a mount does not name. */
function droppedBy(mount: Mount, host: HostMount): readonly string[] {
  return lockable.filter((flag) => host.options.includes(flag) && !mount.options.some(({ value }) => value === flag));
}

/** The options of a mount with these flags, and without their opposites. */
function withFlags(mount: Mount, flags: readonly string[]): Patch[] {
  const list = mount.options[0]?.span.pointer?.replace(/\/\d+$/, '');
  const kept = mount.options.map(({ value }) => value).filter((value) => !['suid', 'dev', 'exec'].includes(value));
  return list === undefined ? [] : replace({ ...mount.span, pointer: list }, [...kept, ...flags.filter((flag) => !kept.includes(flag))]);
}

/** For a config that was not given: the options of the bind get what its source has locked. */
const keepLocked = (source: string, target: string) =>
  editConfigWith(
    { target, flags: { printedBy: look`findmnt -no OPTIONS -T ${source}` } },
    '($flags | split(",") | map(select(test("^(nosuid|nodev|noexec|ro)$")))) as $locked | (.mounts[] | select(.destination == $target) | .options) |= (. // []) + ($locked - (. // []))',
  );

/** The mount on which a path lies. */
function holding(path: string, mounts: readonly HostMount[]): HostMount | undefined {
  return mounts
    .filter(({ target }) => path === target || path.startsWith(target === '/' ? '/' : `${target}/`))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
}
