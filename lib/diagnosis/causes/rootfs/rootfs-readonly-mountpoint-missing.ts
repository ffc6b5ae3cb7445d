import { defineCause, mark, open as stillOpen, proved, refuted, supported } from '../../cause';
import { failedEntryOf } from '../../facts/failed-entry';
import type { Mount } from '../../facts/facts';
import type { Files } from '../../facts/files';
import { barred } from '../../fixes/barred';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { hostPath } from '../../fixes/host-path';
import { change, join, look } from '../../fixes/sh';
import { zh } from './rootfs-readonly-mountpoint-missing.zh';

interface Match {
  /** Where the mount point is missing, on the host. */
  readonly place: string | undefined;
  readonly target: string | undefined;
  /** Further directories to mount on that a listing of the rootfs lacks, on the host. */
  readonly further: readonly string[];
  /** The bind mount under which the mount point would have to be made. */
  readonly under: Mount | undefined;
  /** The rootfs in which the place lies, where the host may have it mounted read-only. */
  readonly rootfs: string | undefined;
  /** A mount of the host that is read-only and holds the place. */
  readonly sealed: string | undefined;
}

export const rootfsReadonlyMountpointMissing = defineCause({
  id: 'rootfs-readonly-mountpoint-missing',
  step: 'mount',
  effect: 'stops',
  explains: { 'mountpoint-on-readonly': 'usually', 'mountpoint-create-denied': 'sometimes', 'rootfs-entry-denied': 'rarely' },
  uses: ['rootfsOnHost', 'files', 'mounts', 'hostMounts', 'launcher', 'failure'],
  references: [
    { title: 'OCI runtime specification: mounts', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#mounts' },
    { title: 'runc: libcontainer/rootfs_linux.go', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/rootfs_linux.go' },
  ],
  words: {
    en: {
      name: "A mount's destination is missing where it cannot be created",
      pageWhy:
        'The runtime creates a destination that does not exist, from inside the user namespace. On a filesystem that is mounted read-only, or below a bind mount of a host directory that mapped root may not write, it cannot. The order matters: what an earlier mount covers is no longer the rootfs.',
      pageTell: 'The message says read-only file system, or the failing path lies below the destination of an earlier bind mount. The member root.readonly is not the reason: it is applied after the mounts.',
      pageSure: 'The runtime could not create a mount point because the filesystem is read-only (EROFS).',
      pageNot: 'The mount point exists, or the failing path lies below no bind mount and nothing says read-only. Below a bind mount of the host it is likely, not certain.',
      title: 'The mount point `{target}` does not exist, and the filesystem there cannot be written',
      explanation: 'The runtime has to create `{target}` before it can mount there, and the filesystem it lies on is read-only or not writable by mapped root.',
      ofMount: 'of a mount',
      readonly: 'The filesystem is read-only, so the mount point cannot be made.',
      below: 'The path lies below this bind mount, whose source belongs to the host.',
      refused: 'The mount point could not be created.',
      present: 'The mount point is there.',
      sealed: 'It is mounted read-only here.',
      engine: 'The engine owns the rootfs and maps it; what cannot be written there is a mount of the host.',
      elsewhere: 'The failing path is not below a bind mount, and nothing says that it is read-only.',
      fixTitle: 'Create the mount point `{place}` beforehand, where the filesystem can be written',
      fixCosts: 'One empty directory more on the host.',
    },
    zh,
  },
  judge({ rootfsOnHost, files, mounts, hostMounts, launcher, failure }, say) {
    const entry = failedEntryOf({ failure, rootfsOnHost, files });
    const target = failure?.values.target?.value ?? failure?.values.path?.value;
    const under = target === undefined ? undefined : coveringBind(target, mounts?.value ?? []);
    const place = under && target ? `${under.source}${target.slice(under.destination.length)}` : entry?.path;
    const sealed = place ? hostMounts?.find(({ target: at, options }) => options.includes('ro') && place.startsWith(`${at}/`) && hostPath(at) !== undefined) : undefined;
    const further = under || entry?.rootfs === undefined ? [] : missingIn(entry.rootfs, mounts?.value ?? [], files).filter((one) => one !== place);
    const match: Match = { place, target, further, under, rootfs: failure?.symptom === 'mountpoint-on-readonly' && !under ? entry?.rootfs : undefined, sealed: sealed?.target };
    if (failure?.symptom === 'mountpoint-on-readonly') return proved(match, [mark(failure.values.path ?? failure, say('readonly')), ...(sealed ? [mark(sealed.span, say('sealed'))] : [])]);
    if (failure?.symptom !== 'mountpoint-create-denied') return stillOpen(match, ['failure']);
    const present = entry && files?.at(entry.path);
    if (present && !present.missing) return refuted([mark(present, say('present'))]);
    if (under) return supported(match, [mark(under.span, say('below')), mark(failure.values.path ?? failure, say('refused'))], ['files']);
    if (mounts && failure.values.path) return refuted([mark(failure.values.path, say('elsewhere'))]);
    const refused = mark(failure.values.path ?? failure, say('refused'));
    // An engine gives its trees to the mapped IDs: what mapped root may not write there is a mount of the host.
    const engines = launcher && (launcher.value === 'podman' || launcher.value === 'docker') && !/\s--rootfs\b/.test(failure.command ?? '');
    if (engines && failure.values.path) return supported(match, [mark(launcher, say('engine')), refused], ['mounts', 'files']);
    return stillOpen(match, ['mounts', 'files'], [refused]);
  },
  explain({ target }, say) {
    const shown = target ?? say('ofMount');
    return { title: say('title', { target: shown }), explanation: say('explanation', { target: shown }) };
  },
  fixes({ place, further, rootfs, sealed }, say) {
    const path = place?.startsWith('/') ? hostPath(place) : undefined;
    const isBarred = place?.startsWith('/') && path === undefined;
    const directory = path ?? blank('missing mount point on the host');
    const parent = path ? look`ls -ldn -- ${path.replace(/\/[^/]*$/, '')}` : look`findmnt -T ${blank('rootfs on the host')}`;
    const mounted = sealed === undefined ? undefined : hostPath(sealed);
    const open = mounted ? [change`mount -o remount,bind,rw -- ${mounted}`] : [];
    const close = mounted ? [change`mount -o remount,bind,ro -- ${mounted}`] : [];
    const others = isBarred ? [] : further.flatMap((one) => hostPath(one) ?? []);
    const make = [directory, ...others].map((one) => change`mkdir -p -- ${one}`).reduce((all, one) => join`${all} && ${one}`);
    // The host may have mounted the rootfs read-only; that mount is opened for the moment, and no other.
    const tree = rootfs === undefined || mounted ? undefined : hostPath(rootfs);
    const making = tree ? join`${make} || { ${change`mount -o remount,bind,rw -- ${tree}`} && ${make} && ${change`mount -o remount,bind,ro -- ${tree}`}; }` : make;
    return [
      fix({
        title: say('fixTitle', { place: place ?? '<mount point>' }),
        risk: 'review',
        costs: say('fixCosts'),
        commands: isBarred ? [parent] : [parent, ...open, making, ...close],
        undo: isBarred ? [] : [...open, ...[directory, ...others].map((one) => change`rmdir -- ${one}`), ...close],
        verify: [look`ls -ldn -- ${directory}`],
        notes: isBarred ? [barred(place ?? '')] : [],
      }),
    ];
  },
});

/**
 * The mount points below the rootfs whose first directory a listing of its top does not show. Where the source of a bind
 * may be a file, and where another mount lies above, nothing has to be made, or not as a directory.
 */
function missingIn(rootfs: string, mounts: readonly Mount[], files: Files | undefined): string[] {
  if (files?.listingOf(rootfs) === undefined) return [];
  return mounts.flatMap(({ destination, bind, source }, index) => {
    const top = destination.split('/')[1];
    const isCovered = mounts.slice(0, index).some((one) => one.destination !== '/' && destination.startsWith(`${one.destination}/`));
    const isDirectory = !bind || files.at(source)?.type === 'directory';
    return top && !isCovered && isDirectory && !files.at(`${rootfs}/${top}`) ? [`${rootfs}${destination}`] : [];
  });
}

/** The bind mount below whose destination a target lies. */
function coveringBind(target: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts.find(({ bind, destination }) => bind && target !== destination && target.startsWith(`${destination.replace(/\/$/, '')}/`));
}
