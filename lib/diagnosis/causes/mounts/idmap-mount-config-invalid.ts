import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Mount } from '../../facts/facts';
import { editOutIdMaps } from '../../fixes/edit-out-id-maps';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './idmap-mount-config-invalid.zh';

type Fault = 'notBind' | 'half' | 'noMaps';

interface Match {
  readonly faults: readonly { readonly mount: Mount; readonly fault: Fault }[];
}

export const idmapMountConfigInvalid = defineCause({
  id: 'idmap-mount-config-invalid',
  step: 'read-config',
  effect: 'stops',
  explains: { 'idmap-mount-config-refused': 'usually', 'idmap-mount-refused': 'sometimes', 'idmap-mount-rootless': 'rarely', 'id-too-large': 'rarely' },
  uses: ['mounts', 'namespaces', 'uidMap', 'failure'],
  references: [
    { title: 'OCI runtime specification: mounts, idmap', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#posix-platform-mounts' },
    { title: 'runc: validate, checkIDMapMounts', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go' },
  ],
  words: {
    en: {
      name: 'The ID mappings of a mount are incomplete, or stand on a mount that is no bind',
      pageWhy:
        'An ID-mapped mount needs both uidMappings and gidMappings, and runtimes map only bind mounts. The option idmap alone takes the maps of the container, which must then have a user namespace. Everything else is refused as the config is read.',
      pageTell: 'Look at the mount that the message names: its type, its two mappings, and whether linux.namespaces has a new user namespace. A filesystem or kernel that cannot map IDs answers later, from mount_setattr.',
      pageSure: 'A mount has one mapping of two, mappings without being a bind mount, or the option idmap without a map to take; or the runtime refuses it as it reads the config.',
      pageNot: 'The mappings of all mounts fit together, and the kernel was asked.',
      titleNotBind: 'The mount `{destination}` has ID mappings, but is no bind mount',
      titleHalf: 'The mount `{destination}` has only one of uidMappings and gidMappings',
      titleNoMaps: 'The mount `{destination}` has the option idmap, but there is no map to take',
      titleUnknown: 'The ID mappings of a mount do not fit together',
      explanation: 'IDs can be mapped on a bind mount, with both maps given, or with those of the container\'s own user namespace.',
      notBind: 'Mappings on a mount that is no bind mount.',
      half: 'One of the two mappings is missing.',
      noMaps: 'This takes the maps of the container, which has none.',
      told: 'The runtime refused the mappings of the mount.',
      sound: 'The mappings of the mounts fit together.',
      fixTitle: 'Mount it without ID mappings (config only)',
      costs: 'The files keep their host IDs; those outside the map appear as nobody.',
      undo: 'Put the mappings or the option back.',
      other: 'Or give the container a user namespace with both maps, and both maps to the bind mount.',
    },
    zh,
  },
  judge({ mounts, namespaces, uidMap, failure }, say) {
    const fresh = namespaces?.value.some(({ type, path }) => type === 'user' && !path);
    const mapped = (uidMap?.value.extents.length ?? 0) > 0;
    const faults = (mounts?.value ?? []).flatMap((mount) => {
      const fault = faultOf(mount, namespaces === undefined || (fresh === true && mapped) || namespaces.value.some(({ type, path }) => type === 'user' && path));
      return fault ? [{ mount, fault }] : [];
    });
    const match: Match = { faults };
    const told = failure?.symptom === 'idmap-mount-config-refused' ? [mark(failure, say('told'))] : [];
    if (faults.length > 0) return proved(match, [...faults.map(({ mount, fault }) => mark(mount.span, say(fault))), ...told]);
    if (told.length > 0) return proved(match, told);
    return mounts && failure?.symptom === 'idmap-mount-refused' ? refuted([mark(mounts, say('sound'))]) : open(match, ['mounts']);
  },
  explain({ faults: [first] }, say) {
    const explanation = say('explanation');
    if (!first) return { title: say('titleUnknown'), explanation };
    const titles = { notBind: 'titleNotBind', half: 'titleHalf', noMaps: 'titleNoMaps' } as const;
    return { title: say(titles[first.fault], { destination: first.mount.destination }), explanation };
  },
  fixes({ faults }, say) {
    const patch = faults.flatMap(({ mount }) => {
      const options = mount.options.filter(({ value }) => /^r?idmap(?:=|$)/.test(value));
      // From the end, so that earlier indices stay what they were.
      return [...options.toReversed().flatMap(remove), ...(mount.uidMappings ? remove(mount.uidMappings) : []), ...(mount.gidMappings ? remove(mount.gidMappings) : [])];
    });
    const verify = [look`jq .mounts config.json`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), ...(patch.length > 0 ? { patch, undo: [say('undo')], verify } : editOutIdMaps()), notes: [say('other')] })];
  },
});

function faultOf(mount: Mount, hasMaps: boolean): Fault | undefined {
  const { uidMappings, gidMappings, options, bind } = mount;
  const option = options.some(({ value }) => /^r?idmap$/.test(value));
  if ((uidMappings || gidMappings) && !bind) return 'notBind';
  if ((uidMappings === undefined) !== (gidMappings === undefined)) return 'half';
  return option && !uidMappings && !hasMaps ? 'noMaps' : undefined;
}
