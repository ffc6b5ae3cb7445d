import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { bindSourceOf } from '../../facts/bind-source';
import type { Mount } from '../../facts/facts';
import type { HostFile } from '../../facts/files';
import { reachOf } from '../../facts/reach';
import { barred } from '../../fixes/barred';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { searchableDirectory } from '../../fixes/host-path';
import { change, look } from '../../fixes/sh';
import { zh } from './bind-source-denied.zh';

interface Match {
  readonly source: string | undefined;
  readonly mount: Mount | undefined;
  readonly blocked: readonly HostFile[];
}

export const bindSourceDenied = defineCause({
  id: 'bind-source-denied',
  step: 'mount',
  effect: 'stops',
  explains: { 'bind-source-refused': 'usually', 'mount-refused': 'rarely', 'mount-denied': 'rarely', 'idmap-mount-rootless': 'rarely' },
  uses: ['mounts', 'files', 'uidMap', 'gidMap', 'failure'],
  references: [
    { title: 'path_resolution(7): search permission', url: 'https://man7.org/linux/man-pages/man7/path_resolution.7.html' },
    { title: 'runc 1.2: bind sources opened by the runtime', url: 'https://github.com/opencontainers/runc/blob/main/CHANGELOG.md' },
  ],
  words: {
    en: {
      name: "A bind mount's source cannot be reached by mapped root",
      pageWhy:
        'runc 1.0, and every runtime that an ordinary user starts, looks up the source of a bind mount from inside the user namespace; runc 1.1 and later, started by root, can open it with the rights of the host. Inside, mapped root is an ordinary user of the host: a directory on the way without o+x stops it. Supplementary groups and ACLs that let the caller in do not count unless they are mapped.',
      pageTell: 'The message names the source and says "permission denied". `namei -l` on it shows the directory without x for others. "No such file" means that it is missing.',
      pageSure: 'The source was refused, and a directory above it lacks o+x and does not belong to a mapped ID.',
      pageNot: 'Every directory above the source was listed and lets mapped root through.',
      title: 'Mapped root cannot reach `{source}`, the source of a bind mount',
      titleBlocked: 'Mapped root is stopped at `{directory}` on its way to `{source}`',
      itsSource: 'its source',
      explanation: 'The source is looked up as mapped root, an ordinary ID on the host. It needs the search bit (o+x) on every directory above, or a mapped owner.',
      told: 'The source was refused.',
      wanted: 'This mount asks for it.',
      closed: 'Mode {mode}: others may not search this directory.',
      open: 'Every directory above the source lets others through.',
      fixTitle: 'Let others pass through `{directory}` (o+x, not readable)',
      fixCosts: 'Every user of the host may pass through the directory to names that it knows; listing it stays closed.',
    },
    zh,
  },
  judge({ mounts, files, uidMap, gidMap, failure }, say) {
    const named = failure?.symptom === 'bind-source-refused' ? bindSourceOf({ failure, mounts }) : undefined;
    const source = named?.path.value;
    const reach = source === undefined ? undefined : reachOf(`${source}/.`, files, uidMap?.value, gidMap?.value);
    const blocked = (reach?.blocked ?? []).filter(({ type }) => type === 'directory' || type === 'unknown');
    const match: Match = { source, mount: named?.mount, blocked };
    if (!named || !failure) return open(match, ['failure']);
    const told = mark(named.path, say('told'));
    const wanted = named.mount ? [mark(named.mount.sourceSpan ?? named.mount.span, say('wanted'))] : [];
    const closed = blocked.map((file) => mark(file, say('closed', { mode: (file.mode ?? 0).toString(8).padStart(4, '0') })));
    if (closed.length > 0) return proved(match, [told, ...wanted, ...closed]);
    const last = files?.above(source ?? '').at(-1);
    if (reach?.open && last) return refuted([mark(last, say('open'))]);
    return supported(match, [told, ...wanted], ['files']);
  },
  explain({ source, blocked }, say) {
    const shown = source ?? say('itsSource');
    const directory = blocked[0]?.path;
    const title = directory ? say('titleBlocked', { directory, source: shown }) : say('title', { source: shown });
    return { title, explanation: say('explanation') };
  },
  fixes({ source, blocked }, say) {
    const directories = blocked.map(({ path }) => path);
    const allowed = directories.map(searchableDirectory).filter((directory) => directory !== undefined);
    const refusedOnes = directories.filter((directory) => searchableDirectory(directory) === undefined);
    const unknown = blank('directory that others may not search');
    const walk = source?.startsWith('/') ? look`namei -l ${source}` : look`namei -l ${blank('source of the bind mount')}`;
    const changes = directories.length === 0 ? [change`chmod o+x -- ${unknown}`] : allowed.map((directory) => change`chmod o+x -- ${directory}`);
    return [
      fix({
        title: say('fixTitle', { directory: directories.join('`, `') || '<directory without o+x>' }),
        risk: 'review',
        costs: say('fixCosts'),
        commands: [walk, ...changes],
        undo: directories.length === 0 ? [change`chmod o-x -- ${unknown}`] : allowed.map((directory) => change`chmod o-x -- ${directory}`),
        verify: [walk],
        notes: refusedOnes.map(barred),
      }),
    ];
  },
});
