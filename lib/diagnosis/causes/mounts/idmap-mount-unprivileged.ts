import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Mount } from '../../facts/facts';
import { editOutIdMaps } from '../../fixes/edit-out-id-maps';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './idmap-mount-unprivileged.zh';

interface Match {
  readonly mount: Mount | undefined;
}

export const idmapMountUnprivileged = defineCause({
  id: 'idmap-mount-unprivileged',
  step: 'mount',
  effect: 'stops',
  explains: { 'idmap-mount-rootless': 'usually', 'idmap-mount-refused': 'sometimes' },
  uses: ['mounts', 'rootless', 'failure'],
  references: [
    { title: 'mount_setattr(2): EPERM', url: 'https://man7.org/linux/man-pages/man2/mount_setattr.2.html' },
    { title: 'runc: validate, checkIDMapMounts', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go' },
  ],
  words: {
    en: {
      name: 'An ID-mapped mount is asked for by a rootless runtime, which has no right to it',
      pageWhy:
        'Mapping the IDs of a mount needs CAP_SYS_ADMIN in the user namespace that owns the filesystem. Filesystems of the host are owned by the first one, so no rootless runtime may do it, on any filesystem. runc refuses such a config, crun gets EPERM from the kernel.',
      pageTell: 'An ordinary user starts the runtime, and the answer is EPERM or a refusal of runc. EINVAL is about the filesystem or the kernel.',
      pageSure: 'runc refuses it to a rootless container; or an ordinary user starts the runtime and mount_setattr answered EPERM.',
      pageNot: 'Root starts the runtime. EINVAL is about the filesystem or the kernel.',
      title: 'An ordinary user may not map the IDs of a mount of the host',
      explanation: 'The kernel asks for CAP_SYS_ADMIN in the user namespace that owns the filesystem, which is the first one of the host.',
      asked: 'This mount asks for mapped IDs.',
      told: 'The runtime refuses it to an ordinary user.',
      refused: 'The kernel refused it.',
      caller: 'An ordinary user starts the runtime.',
      root: 'Root starts the runtime, who may.',
      fixTitle: 'Mount without ID mappings (config only)',
      costs: 'The files keep their host IDs; those outside the map appear as nobody.',
      undo: 'Put the mappings of the mount back.',
      how: 'Podman: `:U` changes the owner at start, and `--userns=keep-id` leaves the files to the calling user, both without ID-mapped mounts.',
    },
    zh,
  },
  judge({ mounts, rootless, failure }, say) {
    const mount = mounts?.value.find(({ uidMappings, options }) => uidMappings !== undefined || options.some(({ value }) => /^r?idmap/.test(value)));
    const match: Match = { mount };
    const asked = mount ? [mark(mount.uidMappings ?? mount.span, say('asked'))] : [];
    if (failure?.symptom === 'idmap-mount-rootless') return proved(match, [...asked, mark(failure, say('told'))]);
    if (rootless?.value === false) return refuted([mark(rootless, say('root'))]);
    const ours = failure?.symptom === 'idmap-mount-refused' && failure.errno === 'EPERM' ? failure : undefined;
    if (ours && rootless?.value) return proved(match, [...asked, mark(rootless, say('caller')), mark(ours, say('refused'))]);
    return ours ? supported(match, [...asked, mark(ours, say('refused'))], ['rootless']) : open(match, ['rootless']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ mount }, say) {
    const options = mount?.options.filter(({ value }) => /^r?idmap(?:=|$)/.test(value)) ?? [];
    const patch = mount ? [...options.toReversed().flatMap(remove), ...(mount.uidMappings ? remove(mount.uidMappings) : []), ...(mount.gidMappings ? remove(mount.gidMappings) : [])] : [];
    const verify = [look`jq .mounts config.json`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), ...(patch.length > 0 ? { patch, undo: [say('undo')], verify } : editOutIdMaps()), notes: [say('how')] })];
  },
});
