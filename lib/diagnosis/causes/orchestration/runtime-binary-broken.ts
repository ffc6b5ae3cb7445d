import { defineCause, mark, open, proved, refuted } from '../../cause';
import { fix } from '../../fixes/fix';
import { look } from '../../fixes/sh';
import { zh } from './runtime-binary-broken.zh';

interface Match {
  readonly libraries: boolean;
}

export const runtimeBinaryBroken = defineCause({
  id: 'runtime-binary-broken',
  step: 'read-config',
  effect: 'stops',
  explains: { 'runtime-not-run': 'usually' },
  uses: ['files', 'failure'],
  references: [
    { title: 'containerd: runtime v2', url: 'https://github.com/containerd/containerd/blob/main/docs/runtime-v2.md' },
    { title: 'execve(2)', url: 'https://man7.org/linux/man-pages/man2/execve.2.html' },
  ],
  words: {
    en: {
      name: 'The OCI runtime is missing, not executable, or dies before it speaks',
      pageWhy:
        'containerd, Podman and Docker start runc or crun as a program and read its log. Where it is not in PATH, is built for another machine, or lacks a shared library, it ends with status 126 or 127 and there is no log to read. Nothing about the container was tried.',
      pageTell: 'The message says that the runtime\'s own log cannot be read, or names the binary. `runc --version` by hand, as the same user, prints the reason.',
      pageSure: 'The engine says that the runtime was not found, lacks a library or ended without a log.',
      pageNot: 'The runtime spoke, or a listing shows it executable for everyone.',
      title: 'The OCI runtime could not be run, or died before it said why',
      titleLibraries: 'The OCI runtime lacks a shared library',
      explanation: 'The engine started the runtime and got neither a result nor a log from it.',
      told: 'The runtime was not found, or ended without a log.',
      there: 'The listing shows the program, executable for everyone.',
      fixTitle: 'Run the runtime by hand, and install what it lacks',
      costs: 'None: the commands only read.',
      undo: 'Nothing to undo.',
      how: 'Status 127: not found, or a missing library (`ldd`). Status 126: not executable. "exec format error": for another machine. Install the package again, or correct the path: BinaryName (containerd), runtimes (Docker, Podman).',
    },
    zh,
  },
  judge({ files, failure }, say) {
    const ours = failure?.symptom === 'runtime-not-run' ? failure : undefined;
    const match: Match = { libraries: /shared librar/.test(ours?.text ?? '') };
    if (ours) return proved(match, [mark(ours, say('told'))]);
    const program = files?.all.find(({ path, missing, mode }) => /\/(?:runc|crun)$/.test(path) && !missing && ((mode ?? 0) & 0o111) === 0o111);
    return program ? refuted([mark(program, say('there'))]) : open(match, ['failure']);
  },
  explain: ({ libraries }, say) => ({ title: libraries ? say('titleLibraries') : say('title'), explanation: say('explanation') }),
  fixes(_, say) {
    const verify = [look`runc --version; crun --version`];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: [look`command -v runc crun`, ...verify], undo: [say('undo')], verify, notes: [say('how')] })];
  },
});
