import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Mount } from '../../facts/facts';
import { ageOf } from '../../facts/version';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { change, join, look } from '../../fixes/sh';
import { zh } from './idmap-mount-runtime-too-old.zh';

/** runc reads mounts[].uidMappings since 1.2.0, crun since 1.5 and with any map since 1.9 (their change logs). */
const since = { runc: '1.2.0', crun: '1.5' } as const;
/** Since when crun takes any map of a mount (NEWS). */
const anyMap = '1.9';

interface Match {
  readonly mount: Mount | undefined;
  readonly version: Known<string> | undefined;
  readonly name: 'runc' | 'crun';
}

export const idmapMountRuntimeTooOld = defineCause({
  id: 'idmap-mount-runtime-too-old',
  step: 'mount',
  effect: 'voids',
  explains: { 'idmap-mount-unknown': 'usually', 'volume-access-denied': 'sometimes' },
  underlies: ['volume-ids-unmapped'],
  uses: ['mounts', 'runtime', 'versions', 'heardVersions', 'failure'],
  references: [
    { title: 'runc change log: 1.2.0, ID-mapped mounts', url: 'https://github.com/opencontainers/runc/blob/main/CHANGELOG.md' },
    { title: 'crun: NEWS, 1.5 and 1.9', url: 'https://github.com/containers/crun/blob/main/NEWS' },
  ],
  words: {
    en: {
      name: 'The OCI runtime is too old to map the IDs of a mount, and ignores the mappings',
      pageWhy:
        'mounts[].uidMappings came with version 1.1 of the specification. A runtime that does not know the member ignores it without a word: the container starts and its files appear as nobody. runc has it since 1.2, crun since 1.5. The option idmap of version 1.2 was made so that old runtimes fail instead.',
      pageTell: 'The mount has uidMappings, the runtime is older than these versions, and `ls -ln` inside shows 65534.',
      pageSure: 'A mount has ID mappings, and the version of runc is below 1.2.0, or that of crun below 1.5; or the runtime says that it does not know the option.',
      pageNot: 'The version knows ID-mapped mounts.',
      title: '{name} {version} ignores the ID mappings of the mount `{destination}`',
      titleUnknown: 'The OCI runtime does not know ID-mapped mounts',
      explanation: 'This version reads over the mappings of a mount without a word. The files keep their host IDs, and those outside the map appear as nobody.',
      asked: 'This mount asks for mapped IDs.',
      version: 'ID-mapped mounts came with {since}.',
      told: 'The runtime does not know ID-mapped mounts.',
      fresh: 'This version maps the IDs of mounts.',
      partly: 'crun takes any map of a mount since {since}.',
      fixTitle: 'Use {name} {since} or newer',
      costs: 'None known; containers that run go on with the old one.',
      how: 'Debian and Ubuntu: from backports, or the static binary of the release, checked against its signature, in the place that containerd, Docker or Podman is told (BinaryName, runtimes).',
      dropTitle: 'Or do without: change the owner of the files instead (config only)',
      dropCosts: 'The files must belong to the mapped IDs.',
      dropUndo: 'Put the mappings of the mount back.',
    },
    zh,
  },
  judge({ mounts, runtime, failure, ...known }, say) {
    const mount = mounts?.value.find(({ uidMappings, gidMappings, options }) => uidMappings !== undefined || gidMappings !== undefined || options.some(({ value }) => /^r?idmap/.test(value)));
    const name = runtime?.value.name === 'crun' || (!runtime && known.versions?.has('crun')) ? 'crun' : 'runc';
    const age = !runtime || runtime.value.name === name ? ageOf(name, since[name], known) : undefined;
    const match: Match = { mount, version: age?.version, name };
    if (failure?.symptom === 'idmap-mount-unknown') return proved(match, [mark(failure, say('told'))], 'stops');
    const asked = mount ? [mark(mount.uidMappings ?? mount.span, say('asked'))] : [];
    if (mount && age?.older) return proved(match, [...asked, mark(age.version, say('version', { since: since[name] }))]);
    // Between the two it takes some maps of a mount.
    const partly = mount && name === 'crun' ? ageOf('crun', anyMap, known) : undefined;
    if (partly?.older) {
      const marks = [...asked, mark(partly.version, say('partly', { since: anyMap }))];
      return failure?.symptom === 'volume-access-denied' ? supported(match, marks, ['failure']) : open(match, ['failure'], marks);
    }
    if (age && !age.older) return refuted([mark(age.version, say('fresh'))]);
    return mount && failure?.symptom === 'volume-access-denied' ? supported(match, asked, ['runtime']) : open(match, ['runtime']);
  },
  explain({ mount, version, name }, say) {
    const title = mount && version ? say('title', { name, version: version.value, destination: mount.destination }) : say('titleUnknown');
    return { title, explanation: say('explanation') };
  },
  fixes({ mount, name }, say) {
    const verify = [look`${name} --version`];
    // The first directory of root's PATH; the binary of the distribution stays where it is.
    const place = look`/usr/local/sbin/${name}`;
    const upgrade = fix({ title: say('fixTitle', { name, since: name === 'crun' ? anyMap : since.runc }), risk: 'review', costs: say('costs'), commands: [
        look`command -v ${name}`,
        join`${change`install -m 755 ${blank('static binary of the new version')}`} ${place}`,
      ],
      undo: [join`rm -- ${place}`], verify, notes: [say('how')] });
    const patch = mount ? [...(mount.uidMappings ? remove(mount.uidMappings) : []), ...(mount.gidMappings ? remove(mount.gidMappings) : [])] : [];
    if (patch.length === 0) return [upgrade];
    return [upgrade, fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), patch, undo: [say('dropUndo')], verify: [look`jq .mounts config.json`] })];
  },
});
