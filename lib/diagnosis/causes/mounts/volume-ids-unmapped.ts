import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { quote } from '../../documents/document';
import type { HostFile } from '../../facts/files';
import type { Mount } from '../../facts/facts';
import { fix } from '../../fixes/fix';
import { hostPath } from '../../fixes/host-path';
import { blank } from '../../fixes/blank';
import { barred } from '../../fixes/barred';
import { change, look } from '../../fixes/sh';
import { zh } from './volume-ids-unmapped.zh';

/** Owners that are mapped to nobody (proc_sys_kernel(5), overflowuid): shown inside for every unmapped ID. */
const overflow = 65534;

interface Match {
  readonly mount: Mount | undefined;
  readonly source: HostFile | undefined;
  /** The host ID of the user that the process has, of container root where none is told, and of its group. */
  readonly user: number | undefined;
  readonly group: number | undefined;
}

export const volumeIdsUnmapped = defineCause({
  id: 'volume-ids-unmapped',
  step: 'run',
  effect: 'stops',
  explains: {
    'volume-access-denied': 'usually',
    'relabel-refused': 'sometimes',
    'working-directory-refused': 'rarely',
    'executable-refused': 'rarely',
    'id-too-large': 'rarely',
    'bind-source-refused': 'rarely',
    'image-ids-not-mapped': 'rarely',
    'daemon-socket-refused': 'sometimes',
  },
  uses: ['mounts', 'files', 'uidMap', 'gidMap', 'processUser', 'askedUidMap', 'subuids', 'rootless', 'pod', 'launcher', 'listedNobody', 'remapped', 'failure'],
  references: [
    { title: 'user_namespaces(7): unmapped user and group IDs', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'Podman: rootless volumes, :U and unshare', url: 'https://github.com/containers/podman/blob/main/troubleshooting.md' },
  ],
  words: {
    en: {
      name: 'Files of a volume belong to IDs outside the map, so the process is refused',
      pageWhy:
        'A bind mount shows the files of the host with their host IDs. Those outside the map appear as nobody (65534), and not even container root may change them or pass a mode that is closed to others. The container starts, and the application says permission denied.',
      pageTell: '`ls -ln` inside shows 65534, while the host shows an ordinary owner. Where the owner is mapped and the application still fails, its own user lacks the right.',
      pageSure: 'The process was refused a path of a bind mount whose owner on the host is not mapped, or which shows inside as nobody.',
      pageNot: 'Owner and group of the source are mapped: then the user of the process lacks the right.',
      title: 'Files of the volume `{source}` belong to host ID {owner}, which the map does not hold',
      titleUnknown: 'Files of a volume belong to IDs outside the map, and appear as nobody',
      explanation: 'The process may use such files only as others may. Their owner cannot be changed from inside either.',
      told: 'The process was refused.',
      asked: 'This volume is bound into the container.',
      mappedMount: 'This mount has mappings of its own, which decide whose its files are inside.',
      foreign: 'Owned by host ID {owner}, which no extent holds.',
      nobody: 'Inside it shows as nobody: its owner is not mapped.',
      mapped: 'The IDs of the container are mapped, so the group of the socket is none of its groups.',
      owned: 'Owned by host ID {owner}, which is mapped.',
      fixTitle: 'Give the volume to the mapped IDs',
      costs: 'Programs of the host that use these files under the old owner lose their access. The change of owner drops setuid and setgid bits and file capabilities.',
      undo: 'Give it back to the old owner.',
      podman: 'Podman: `-v SOURCE:TARGET:U` does it at each start, or `podman unshare chown -R 0:0 SOURCE`. With `--userns=keep-id` the files stay those of the calling user.',
      idmap: 'Without a change of owners: an ID-mapped mount, where filesystem, kernel and runtime know it (Linux 5.12, runc 1.2, crun 1.9).',
    },
    zh,
  },
  judge({ mounts, files, uidMap, gidMap, processUser, listedNobody, remapped, failure, ...known }, say) {
    const ours = failure?.symptom === 'volume-access-denied' ? failure : undefined;
    const path = ours?.values.path?.value ?? ours?.values.source?.value;
    const binds = mounts?.value.filter(({ bind }) => bind) ?? [];
    const mount = binds.find(({ destination }) => path !== undefined && (path === destination || path.startsWith(`${destination}/`))) ?? (binds.length === 1 ? binds[0] : undefined);
    const source = mount ? files?.at(mount.source) : undefined;
    // Whom the process runs as inside, by the ID of the host.
    const user = uidMap?.value.toHost(processUser?.value.uid?.value ?? 0);
    const group = gidMap?.value.toHost(processUser?.value.gid?.value ?? 0);
    const match: Match = { mount, source, user, group };
    // The socket of the daemon is a file of the host's root and its group docker; without a map it is an ordinary lack of rights.
    const around = failure?.symptom === 'daemon-socket-refused' ? (remapped ?? (uidMap?.value.hostRoot?.value ? uidMap : undefined)) : undefined;
    if (failure?.symptom === 'daemon-socket-refused') {
      const socket: Match = { mount: undefined, source: undefined, user, group };
      return around ? supported(socket, [mark(failure, say('told')), mark(around, say('mapped'))], ['files']) : refuted([]);
    }
    const told = ours ? [mark(ours, say('told'))] : [];
    const asked = mount ? [mark(mount.sourceSpan ?? mount.span, say('asked'))] : [];
    // Whom its files belong to inside is up to the mappings of the mount, if the runtime heeds them.
    const mappings = mount?.uidMappings ?? mount?.gidMappings;
    if (ours && mappings && !listedNobody) return open(match, [], [mark(mappings, say('mappedMount')), ...told]);
    if (source?.uid !== undefined && uidMap) {
      const held = uidMap.value.holdsHost(source.uid) && (source.gid === undefined || gidMap?.value.holdsHost(source.gid) !== false);
      if (held) return refuted([mark(source, say('owned', { owner: source.uid }))]);
      if (ours) return proved(match, [...asked, mark(source, say('foreign', { owner: source.uid })), ...told]);
    }
    // Where the command brings no volume, the files are those of the image.
    const bringsNone = mount === undefined && known.launcher?.value === 'containerd' && !/\s(?:--mount|--volume|-v)[ =]/.test(quote(known.launcher.span));
    if (listedNobody && ours && bringsNone) return supported(match, [mark(listedNobody, say('nobody')), ...told], ['files']);
    if (listedNobody && ours) return proved(match, [...told, mark(listedNobody, say('nobody'))]);
    if (listedNobody) return supported(match, [mark(listedNobody, say('nobody'))], ['failure']);
    // What an image or a host has its programs in is seldom a volume.
    const ofSystem = mount === undefined && ours !== undefined && /(?:^|[\s'"`])\/(?:usr|bin|sbin|lib|lib64)\//.test(ours.text);
    if (ofSystem) return open(match, ['mounts'], told);
    if (!ours) return open(match, ['failure']);
    // Root of the first namespace may change any owner; EACCES is what every lack of rights says, also without a map.
    // An ordinary user who calls Docker asks the daemon of root.
    const rootless = known.rootless?.value === true && known.launcher?.value !== 'docker';
    const isMapped = ours.errno === 'EPERM' || uidMap || remapped || known.askedUidMap || known.subuids || rootless || known.pod?.hostUsers?.value === false;
    const settles = known.launcher?.value === 'docker' ? 'remapped' : known.pod || known.launcher?.value === 'cri' ? 'pod' : 'uidMap';
    return isMapped ? supported(match, [...told, ...asked], ['files']) : open(match, [settles, 'files'], [...told, ...asked]);
  },
  explain({ mount, source }, say) {
    const known = mount && source?.uid !== undefined;
    return { title: known ? say('title', { source: mount.source, owner: source.uid ?? overflow }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ mount, source, ...into }, say) {
    const path = mount ? hostPath(mount.source) : undefined;
    const target = path ?? blank('volume on the host');
    const isBarred = mount !== undefined && path === undefined;
    const [from, to] = [source?.uid ?? blank('old owner'), into.user ?? blank('host ID of container root')];
    const group = into.group ?? to;
    const list = mount ? look`ls -ln -- ${mount.source}` : look`ls -ln -- ${blank('volume on the host')}`;
    // Owners that are known apart stay apart; the listing tells them again, whatever is changed in between.
    const save = change`find ${target} -xdev -printf '%U:%G %m %p\\n' > ${target}.owners`;
    const saveAgain = change`find ${target} -xdev -printf '%U:%G %m %p\\n' > ${target}.owners-before-undo`;
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: isBarred ? [list] : [list, save, change`chown -hR --from=${from} ${to}:${group} -- ${target}`],
        undo: isBarred ? [say('undo')] : [saveAgain, change`chown -hR --from=${to} ${from}:${from} -- ${target}`],
        verify: [list],
        notes: [...(isBarred ? [barred(mount.source)] : []), say('podman'), say('idmap')],
      }),
    ];
  },
});
