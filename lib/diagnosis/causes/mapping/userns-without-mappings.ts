import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known, Span } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { blank } from '../../fixes/blank';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { setMember, type Patch } from '../../fixes/patch';
import { change, look, type Command } from '../../fixes/sh';
import { zh } from './userns-without-mappings.zh';

interface Match {
  /** Which maps are missing. */
  readonly missing: readonly ('uidMappings' | 'gidMappings')[];
  /** The other map, where the config has it. */
  readonly other: Known<IdMap> | undefined;
  /** The `linux` object's place, told by a list in it. */
  readonly inLinux: Span | undefined;
  /** The host ID that owns the rootfs, where a listing shows it and it is not root. */
  readonly owner: number | undefined;
  /** The option of `ctr run` that stands alone, and its map. */
  readonly option?: { readonly name: 'uidmap' | 'gidmap'; readonly map: IdMap };
}

/** What useradd gives to a user, and what most images need (login.defs: SUB_UID_COUNT). */
const customarySize = 65536;

export const usernsWithoutMappings = defineCause({
  id: 'userns-without-mappings',
  step: 'read-config',
  effect: 'stops',
  explains: { 'id-mappings-missing': 'usually', 'devpts-mount-invalid': 'rarely', 'process-user-refused': 'rarely', 'idmap-mount-config-refused': 'rarely', 'namespace-root-refused': 'rarely' },
  underlies: ['devpts-gid-unmapped', 'process-user-unmapped', 'container-root-unmapped'],
  uses: ['namespaces', 'uidMap', 'gidMap', 'config', 'runtime', 'launcher', 'rootfsOnHost', 'files', 'started', 'failure'],
  references: [
    { title: 'OCI runtime specification: user namespace mappings', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#user-namespace-mappings' },
    { title: 'user_namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
  ],
  words: {
    en: {
      name: 'A user namespace is asked for without a uid map or without a gid map',
      pageWhy:
        'A new user namespace holds no ID until both of its maps are written. runc wants linux.uidMappings and linux.gidMappings and refuses a config that lacks either. crun makes a map of its own for the one that is missing, of a single ID where it runs as root, and then whatever needs another ID fails: the group of devpts first.',
      pageTell: 'linux.namespaces has an entry of type user without a path, and linux.uidMappings or linux.gidMappings is absent or empty.',
      pageSure: 'A whole config asks for a new user namespace and lacks one of the two maps, or the runtime says that a map is missing.',
      pageNot: 'Both maps hold an extent, or the user namespace is joined by a path and brings its own. crun alone makes up a map, so there the config proves nothing until a step needs an ID that this map lacks.',
      title: 'A user namespace is asked for, but not `linux.{missing}`',
      titleBoth: 'A user namespace is asked for, but neither `linux.uidMappings` nor `linux.gidMappings`',
      explanationBoth: 'A user namespace needs a uid map and a gid map. Without both runc refuses the config; crun makes up small maps, in which later steps do not find their IDs.',
      explanation:
        'A user namespace needs a uid map and a gid map. Without `{missing}` runc refuses the config; crun makes up a small map, in which later steps do not find their IDs.',
      asked: 'A new user namespace is asked for here.',
      half: 'Only this map is given.',
      told: 'The runtime says that a map is missing.',
      option: 'The command maps only one kind of ID.',
      optionTitle: '`ctr run` has `--{option}` alone, and then makes no user namespace',
      optionExplanation: 'ctr makes a user namespace where both `--uidmap` and `--gidmap` stand. With one of them it says nothing, and root in the container is root of the host.',
      bothTitle: 'Give both options',
      bothCosts: 'None known. The files of the image are then owned by the mapped IDs.',
      bothUndo: 'Remove the container, and start it as before.',
      given: 'The map is given.',
      addTitle: 'Give both maps (config only)',
      addCosts: 'None known. The rootfs must belong to the mapped IDs.',
      addUndo: 'Take `/linux/{missing}` out again.',
    },
    zh,
  },
  judge({ namespaces, uidMap, gidMap, config, runtime, launcher, rootfsOnHost, files, started, failure }, say) {
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const empty = (map: Known<IdMap> | undefined) => (map?.value.extents.length ?? 0) === 0;
    const missing = ([['uidMappings', uidMap], ['gidMappings', gidMap]] as const).filter(([, map]) => empty(map)).map(([name]) => name);
    const other = [uidMap, gidMap].find((map) => !empty(map));
    const owner = rootfsOnHost && files?.at(rootfsOnHost.value)?.uid;
    const match: Match = {
      missing: config && missing.length > 0 ? missing : /no gid|one GID/i.test(failure?.text ?? '') ? ['gidMappings'] : ['uidMappings'],
      other: other?.span.pointer === undefined ? undefined : other,
      inLinux: namespaces?.span.pointer?.endsWith('/namespaces') ? namespaces.span : undefined,
      owner: owner === 0 ? undefined : owner,
    };
    if (failure?.symptom === 'id-mappings-missing') {
      const marks = [mark(failure, say('told')), ...(user ? [mark(user.span, say('asked'))] : [])];
      return proved(match, marks);
    }
    if (user && !user.path && config?.value === 'whole' && missing.length > 0) {
      const marks = [mark(user.span, say('asked')), ...(other ? [mark(other, say('half'))] : [])];
      // crun makes a default map: only a failure that such a map explains shows that it mattered.
      const matters = runtime?.value.name !== 'crun' || failure?.symptom === 'devpts-mount-invalid' || failure?.symptom === 'process-user-refused';
      return matters ? proved(match, marks) : open(match, ['failure'], marks);
    }
    if (launcher?.value === 'containerd' && other && !other.span.pointer && missing.length > 0 && !config) {
      // cmd/ctr/commands/run: both options, or no user namespace at all.
      const half: Match = { ...match, option: { name: empty(gidMap) ? 'uidmap' : 'gidmap', map: other.value } };
      return proved(half, [mark(other, say('option'))], started?.value ? 'voids' : 'stops');
    }
    if (missing.length === 0 && other) return refuted([mark(other, say('given'))]);
    return open(match, ['config']);
  },
  explain({ missing: [one, other], option }, say) {
    if (option) return { title: say('optionTitle', { option: option.name }), explanation: say('optionExplanation') };
    if (!one || other) return { title: say('titleBoth'), explanation: say('explanationBoth') };
    return { title: say('title', { missing: one }), explanation: say('explanation', { missing: one }) };
  },
  fixes({ missing, other, inLinux, owner, option }, say) {
    if (option) {
      const commands = [withBoth(option.map)];
      return [fix({ title: say('bothTitle'), risk: 'review', costs: say('bothCosts'), commands, undo: [say('bothUndo')], verify: [look`ctr containers info ${blank('name of the container')}`] })];
    }
    const extents = other?.value.extents.map(({ containerId, hostId, size }) => ({
      containerID: containerId.value ?? 0,
      hostID: hostId.value ?? 0,
      size: size.value ?? customarySize,
    }));
    const made = extents ?? [{ containerID: 0, hostID: owner ?? '<first host ID>', size: customarySize }];
    const linux = inLinux && { ...inLinux, pointer: inLinux.pointer?.replace(/\/[^/]*$/, '') ?? '' };
    const patch: Patch[] = linux ? missing.flatMap((name) => setMember(linux, name, made)) : [];
    const edited = linux ? undefined : editConfig`.linux.uidMappings //= .linux.gidMappings | .linux.gidMappings //= .linux.uidMappings`;
    return [
      fix({
        title: say('addTitle'),
        risk: 'safe',
        costs: say('addCosts'),
        patch,
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? missing.map((name) => say('addUndo', { missing: name })),
        verify: [look`jq .linux.uidMappings,.linux.gidMappings config.json`],
      }),
    ];
  },
});

/** The command with the same map for both kinds of ID. */
function withBoth({ extents: [first, ...more] }: IdMap): Command {
  const [container, host, size] = [first?.containerId.value, first?.hostId.value, first?.size.value];
  const rest = blank('rest of your command');
  if (container === undefined || host === undefined || size === undefined || more.length > 0) return change`ctr run --uidmap ${blank('map')} --gidmap ${blank('map')} ${rest}`;
  return change`ctr run --uidmap ${container}:${host}:${size} --gidmap ${container}:${host}:${size} ${rest}`;
}
