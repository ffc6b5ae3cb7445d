import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { HostFile } from '../../facts/files';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './process-exec-format.zh';

interface Match {
  readonly program: string | undefined;
  readonly onHost: string | undefined;
}

export const processExecFormat = defineCause({
  id: 'process-exec-format',
  step: 'start-process',
  effect: 'stops',
  explains: { 'exec-format-refused': 'usually' },
  uses: ['processArgs', 'rootfsOnHost', 'files', 'failure'],
  references: [
    { title: 'execve(2): ENOEXEC', url: 'https://man7.org/linux/man-pages/man2/execve.2.html' },
    { title: 'Linux: binfmt_misc', url: 'https://docs.kernel.org/admin-guide/binfmt-misc.html' },
  ],
  words: {
    en: {
      name: 'The program is built for another architecture, or has no valid header',
      pageWhy:
        'The kernel executes ELF files of its own architecture, scripts that begin with #!, and what binfmt_misc registers. For anything else execve answers ENOEXEC. An image for arm64 on an amd64 host is the usual case, a script without #! the next one. The user namespace plays no part.',
      pageTell: '`uname -m` on the host and the architecture of the image differ, or the file begins with neither \\x7fELF nor #!. A missing loader says "no such file" instead.',
      pageSure: 'The kernel answered ENOEXEC for the program.',
      pageNot: 'The path names a directory. "No such file or directory" for a program that is there means a missing loader, another cause.',
      title: '`{program}` is for another architecture, or is a script without a first line `#!`',
      theProgram: 'The program',
      explanation: 'Everything before the program went well. The kernel then found no way to execute this file.',
      told: 'The kernel does not know the format of this file.',
      empty: 'The listing shows a directory, not a program.',
      fixTitle: 'Use the image of this architecture, or give the script its `#!` line',
      costs: 'None.',
      how: 'Pull with `--platform linux/amd64` (or what `uname -m` says). A script begins with `#!/bin/sh`, without a byte order mark.',
      emulate: 'To run another architecture on purpose, register qemu-user-static with binfmt_misc on the host.',
    },
    zh,
  },
  judge({ processArgs, rootfsOnHost, files, failure }, say) {
    const ours = failure?.symptom === 'exec-format-refused' ? failure : undefined;
    const program = ours?.values.path?.value ?? ours?.values.quoted?.value ?? processArgs?.value[0];
    const onHost = rootfsOnHost && program?.startsWith('/') ? `${rootfsOnHost.value}${program}` : undefined;
    const file: HostFile | undefined = onHost ? files?.at(onHost) : undefined;
    const match: Match = { program, onHost };
    if (file?.type === 'directory') return refuted([mark(file, say('empty'))]);
    return ours ? proved(match, [mark(ours.values.path ?? ours.values.quoted ?? ours, say('told'))]) : open(match, ['failure']);
  },
  explain: ({ program }, say) => ({ title: say('title', { program: program ?? say('theProgram') }), explanation: say('explanation') }),
  fixes({ onHost }, say) {
    const check = onHost ? look`head -c 20 -- ${onHost} | od -c` : look`head -c 20 -- ${blank('program on the host')} | od -c`;
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: [look`uname -m`, check], undo: [], verify: [look`uname -m`], notes: [say('how'), say('emulate')] })];
  },
});
