import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';

interface Match {
  readonly distribution: Known<string> | undefined;
}

export const newidmapMissing = defineCause({
  id: 'newidmap-missing',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'newidmap-not-found': 'usually', 'id-map-write-denied': 'sometimes', 'id-map-write-invalid': 'rarely', 'single-id-mapped': 'sometimes' },
  uses: ['files', 'versions', 'rootless', 'failure'],
  references: [
    { title: 'newuidmap(1)', url: 'https://man7.org/linux/man-pages/man1/newuidmap.1.html' },
    { title: 'rootlesscontaine.rs: uidmap', url: 'https://rootlesscontaine.rs/getting-started/common/' },
  ],
  words: {
    en: {
      name: 'newuidmap and newgidmap are not installed, or not in PATH',
      pageWhy:
        'An ordinary user cannot write a map of more than its own ID. newuidmap and newgidmap do it for him; they come with shadow, on Debian and Ubuntu in the package uidmap. Without them in PATH the runtime maps a single ID or stops.',
      pageTell: 'The message says that the program was not found. With the programs there and a map refused, the granted range or their setuid bit is the matter.',
      title: '`newuidmap` or `newgidmap` is not installed, so an ordinary user cannot map a range of IDs',
      explanation: 'The runtime calls newuidmap and newgidmap to write the maps of an ordinary user, and did not find them in its PATH.',
      told: 'The program was not found.',
      present: 'The program is there.',
      gone: 'The listing shows no such program.',
      refused: 'Without the program the runtime wrote the map itself, which the kernel refused.',
      root: 'The runtime is started by root, who writes the maps himself.',
      debTitle: 'Install the package uidmap (Debian, Ubuntu)',
      rpmTitle: 'Install the package shadow-utils (Fedora, RHEL, openSUSE: shadow)',
      costs: 'Two setuid programs more on the host.',
      path: 'Where the programs are installed, the PATH of the service that starts the runtime lacks their directory.',
    },
  },
  judge({ files, versions, rootless, failure }, say) {
    const match: Match = { distribution: versions?.get('distribution') };
    if (failure?.symptom === 'newidmap-not-found') return proved(match, [mark(failure, say('told'))]);
    const gone = files?.all.find(({ path, missing }) => /\/new[ug]idmap$/.test(path) && missing);
    if (gone && failure && rootless?.value !== false) return proved(match, [mark(gone, say('gone')), mark(failure, say('refused'))]);
    const there = files?.all.find(({ path, missing }) => /\/new[ug]idmap$/.test(path) && !missing);
    if (there) return refuted([mark(there, say('present'))]);
    if (rootless?.value === false) return refuted([mark(rootless, say('root'))]);
    return open(match, ['files']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ distribution }, say) {
    const verify = [look`command -v newuidmap newgidmap`];
    const deb = fix({
      title: say('debTitle'),
      risk: 'safe',
      costs: say('costs'),
      commands: [...verify, change`apt-get install -y uidmap`],
      undo: [change`apt-get remove -y uidmap`],
      verify,
      notes: [say('path')],
    });
    const rpm = fix({
      title: say('rpmTitle'),
      risk: 'safe',
      costs: say('costs'),
      commands: [...verify, change`dnf install -y shadow-utils`],
      undo: [change`dnf history undo last`],
      verify,
      notes: [say('path')],
    });
    return /fedora|red ?hat|centos|rocky|alma|suse/i.test(distribution?.value ?? '') ? [rpm, deb] : [deb, rpm];
  },
});
