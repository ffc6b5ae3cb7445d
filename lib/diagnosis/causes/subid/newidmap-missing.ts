import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Files } from '../../facts/files';
import { families, familiesOf, type Family } from '../../fixes/families';
import { fix } from '../../fixes/fix';
import { change, look, type Command } from '../../fixes/sh';
import { zh } from './newidmap-missing.zh';

interface Match {
  /** The distribution as it prints itself. */
  readonly distribution: string | undefined;
  /** The directory in which the programs stand after all. */
  readonly directory: string | undefined;
}

const mapper = /\/(new[ug]idmap)$/;

/** The package that holds both programs; installed anew where it is there and one of them is not. */
const packages: Readonly<Record<Family, { readonly install: Command; readonly undo: Command }>> = {
  debian: { install: change`apt-get install --reinstall -y uidmap`, undo: change`apt-get remove -y uidmap` },
  fedora: { install: change`dnf install -y shadow-utils`, undo: change`dnf history undo -y last` },
  suse: { install: change`zypper --non-interactive install --force shadow`, undo: change`zypper --non-interactive remove shadow` },
  alpine: { install: change`apk add shadow-uidmap`, undo: change`apk del shadow-uidmap` },
  arch: { install: change`pacman -S --noconfirm shadow`, undo: change`pacman -R --noconfirm shadow` },
};

export const newidmapMissing = defineCause({
  id: 'newidmap-missing',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely',
    'newidmap-not-found': 'usually',
    'id-map-write-denied': 'sometimes',
    'id-map-write-invalid': 'rarely',
    'single-id-mapped': 'sometimes',
    'kubelet-range-refused': 'rarely',
    'newidmap-failed': 'rarely',
    'subid-range-not-found': 'rarely',
  },
  uses: ['files', 'versions', 'rootless', 'failure'],
  references: [
    { title: 'newuidmap(1)', url: 'https://man7.org/linux/man-pages/man1/newuidmap.1.html' },
    { title: 'rootlesscontaine.rs: uidmap', url: 'https://rootlesscontaine.rs/getting-started/common/' },
  ],
  words: {
    en: {
      name: 'newuidmap and newgidmap are not installed, or not in PATH',
      pageWhy:
        'An ordinary user cannot write a map of more than its own ID. newuidmap and newgidmap do it on its behalf; they come with shadow, on Debian and Ubuntu in the package uidmap. Without them in PATH the runtime maps a single ID or stops.',
      pageTell: 'The message says that the program was not found. With the programs there and a map refused, the granted range or their setuid bit is the matter.',
      pageSure: 'A program says that newuidmap or newgidmap was not found; or the host lacks it and an ordinary user starts the runtime or a map was refused.',
      pageNot: 'A listing shows the program, or runc runs as root and never looks for it.',
      title: '`newuidmap` or `newgidmap` is not installed, so an ordinary user cannot map a range of IDs',
      titlePath: '`newuidmap` and `newgidmap` stand in `{directory}`, which the PATH of the runtime lacks',
      explanation: 'The runtime calls newuidmap and newgidmap to write the maps of an ordinary user, and did not find them in its PATH.',
      told: 'The program was not found.',
      present: 'The program is there.',
      gone: 'The listing shows no such program.',
      refused: 'Without the program the runtime wrote the map itself, which the kernel refused.',
      root: 'The runtime is started by root, who needs no help to write the maps.',
      installTitle: 'Install newuidmap and newgidmap ({package})',
      pathTitle: 'Start the runtime with {directory} in its PATH',
      costs: 'Two setuid programs more on the host.',
      pathCosts: 'None.',
      pathUndo: 'Close this shell.',
      path: 'Where the programs are installed, the PATH of the service that starts the runtime lacks their directory.',
      service: 'A service needs the same in its unit: `systemctl edit` and a line `Environment=PATH=…`.',
    },
    zh,
  },
  judge({ files, versions, rootless, failure }, say) {
    const there = files?.all.find(({ path, missing }) => mapper.test(path) && !missing);
    const gone = goneIn(files);
    const match: Match = { distribution: versions?.get('distribution')?.value, directory: gone ? undefined : there?.path.replace(mapper, '') };
    const told = failure?.symptom === 'newidmap-not-found';
    // runc as UID 0 never looks for the programs, and prints `mapping tool not present` all the same (nsexec.c, try_mapping_tool).
    if (rootless?.value === false && (!told || failure.by === 'runc')) return refuted([mark(rootless, say('root'))]);
    if (told) {
      const marks = [mark(failure, say('told')), ...(there && !gone ? [mark(there, say('present'))] : [])];
      const byRootPerhaps = !gone && rootless === undefined && /mapping tool not present/.test(failure.text);
      return byRootPerhaps ? supported(match, marks, ['files', 'rootless']) : proved(match, marks);
    }
    const ours = failure && ['id-map-write-denied', 'id-map-write-invalid', 'single-id-mapped', 'newidmap-failed'].includes(failure.symptom);
    if (gone && ours) return proved(match, [mark(gone, say('gone')), mark(failure, say('refused'))]);
    if (gone && rootless?.value) return proved(match, [mark(gone, say('gone'))]);
    if (there && !gone) return refuted([mark(there, say('present'))]);
    return open(match, ['files']);
  },
  explain: ({ directory }, say) => ({
    title: directory ? say('titlePath', { directory }) : say('title'),
    explanation: say('explanation'),
  }),
  fixes({ distribution, directory }, say) {
    const verify = [look`command -v newuidmap newgidmap`];
    const known = familiesOf(distribution);
    const install = (known.length > 0 ? known : families.slice(0, 2)).map((family) => {
      const { install: command, undo } = packages[family];
      return fix({
        title: say('installTitle', { package: `\`${command}\`` }),
        risk: known.length > 0 ? 'safe' : 'review',
        costs: say('costs'),
        // Nothing is looked at first: a listing of what is missing would end a script.
        commands: [command],
        undo: [undo],
        verify,
        notes: [say('path')],
      });
    });
    if (!directory) return install;
    const path = fix({
      title: say('pathTitle', { directory: `\`${directory}\`` }),
      risk: 'safe',
      costs: say('pathCosts'),
      commands: [look`export PATH=${directory}:"$PATH"`],
      undo: [say('pathUndo')],
      verify,
      notes: [say('service')],
    });
    return [path, ...install];
  },
});

/** One of the two programs that a listing looked for and found nowhere. */
function goneIn(files: Files | undefined) {
  const shown = (files?.all ?? []).flatMap((file) => {
    const program = mapper.exec(file.path)?.[1];
    return program ? [{ program, file }] : [];
  });
  return shown.find(({ program, file }) => file.missing && !shown.some((other) => other.program === program && !other.file.missing))?.file;
}
