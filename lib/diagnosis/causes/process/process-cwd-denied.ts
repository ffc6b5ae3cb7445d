import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { openToOthers } from '../../facts/files';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './process-cwd-denied.zh';

interface Match {
  readonly cwd: Known<string> | undefined;
  readonly directory: string | undefined;
  readonly missing: boolean;
}

export const processCwdDenied = defineCause({
  id: 'process-cwd-denied',
  step: 'start-process',
  effect: 'stops',
  explains: {
    'working-directory-refused': 'usually',
    'working-directory-not-found': 'usually',
    'config-member-refused': 'rarely',
  },
  uses: ['processCwd', 'rootfsOnHost', 'files', 'failure'],
  references: [
    { title: 'OCI runtime specification: process cwd', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#process' },
    { title: 'runc: libcontainer/init_linux.go, finalizeNamespace', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/init_linux.go' },
  ],
  words: {
    en: {
      name: 'process.cwd does not exist, or the process may not enter it',
      pageWhy:
        'The runtime changes to process.cwd inside the container, first as mapped root and, where that is refused, once more as the user of the process. The directory must exist or be creatable, and one of the two must be able to search it and all above it.',
      pageTell: 'The message names the directory: "chdir to cwd" of runc, "chdir to" of crun. "No such file" means that it is missing; "permission denied" that owner and mode keep both out.',
      pageSure: 'The runtime names process.cwd as the directory that it could not enter.',
      pageNot: 'A listing shows the directory, open to everyone, and nothing was refused.',
      titleMissing: 'The working directory `{directory}` does not exist in the container',
      titleDenied: 'The process may not enter its working directory `{directory}`',
      explanation: 'The runtime enters `process.cwd` before it executes the program, and could not.',
      asked: 'The working directory that is asked for.',
      told: 'The runtime could not enter it.',
      there: 'The listing shows the directory, and everyone may enter it.',
      fixTitle: 'Start in `/` (config only)',
      fixCosts: 'The program starts in another directory.',
      fixUndo: 'Put `{directory}` back at `/process/cwd`.',
    },
    zh,
  },
  judge({ processCwd, rootfsOnHost, files, failure }, say) {
    const missing = failure?.symptom === 'working-directory-not-found';
    const ours = missing || failure?.symptom === 'working-directory-refused';
    const named = failure?.values.path ?? failure?.values.quoted;
    const match: Match = { cwd: processCwd, directory: (ours ? named?.value : undefined) ?? processCwd?.value, missing };
    const shown = rootfsOnHost && match.directory ? files?.at(`${rootfsOnHost.value}${match.directory}`) : undefined;
    // Where the runtime was refused, a directory above may be closed.
    if (shown && !shown.missing && openToOthers(shown) && failure?.symptom !== 'working-directory-refused') return refuted([mark(shown, say('there'))]);
    if (!ours) return open(match, ['failure']);
    return proved(match, [mark(named ?? failure, say('told')), ...(processCwd ? [mark(processCwd, say('asked'))] : [])]);
  },
  explain({ directory, missing }, say) {
    const values = { directory: directory ?? 'process.cwd' };
    return { title: missing ? say('titleMissing', values) : say('titleDenied', values), explanation: say('explanation') };
  },
  fixes({ cwd, directory }, say) {
    const edited = cwd ? undefined : editConfig`.process.cwd = "/"`;
    return [
      fix({
        title: say('fixTitle'),
        risk: 'safe',
        costs: say('fixCosts'),
        patch: cwd ? replace(cwd, '/') : [],
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('fixUndo', { directory: directory ?? '' })],
        verify: [look`jq .process.cwd config.json`],
      }),
    ];
  },
});
