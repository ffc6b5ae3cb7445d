import { defineCause, mark, open, proved, refuted } from '../../cause';
import { familiesOf, type Family } from '../../fixes/families';
import { fix } from '../../fixes/fix';
import { change, join, look, packageName, type Command } from '../../fixes/sh';
import { zh } from './runtime-binary-broken.zh';

interface Match {
  readonly program: 'runc' | 'crun' | undefined;
  /** The shared library that the program lacks, by its file name. */
  readonly library: string | undefined;
  /** The distribution as it prints itself. */
  readonly distribution: string | undefined;
}

/** Installs the package of a runtime anew, which has its name in every distribution; nothing else may be removed for it. */
const installs: Readonly<Record<Family, Readonly<Record<'runc' | 'crun', Command>>>> = {
  debian: { runc: change`apt-get install --reinstall --no-remove -y runc`, crun: change`apt-get install --reinstall --no-remove -y crun` },
  fedora: { runc: change`dnf reinstall -y runc || dnf install -y runc`, crun: change`dnf reinstall -y crun || dnf install -y crun` },
  suse: { runc: change`zypper --non-interactive install --force runc`, crun: change`zypper --non-interactive install --force crun` },
  alpine: { runc: change`apk add runc && apk fix --reinstall runc`, crun: change`apk add crun && apk fix --reinstall crun` },
  arch: { runc: change`pacman -S --noconfirm runc`, crun: change`pacman -S --noconfirm crun` },
};

/** The Debian package of a shared library: its name and the number of its soname (Debian policy 8.1): `libyajl.so.2` is in libyajl2. */
function packageOf(library: string) {
  const [, name = '', number = ''] = /^(lib[\w.+-]+?)\.so\.(\d+)$/.exec(library) ?? [];
  return name === '' ? undefined : packageName(`${name}${/\d$/.test(name) ? '-' : ''}${number}`.toLowerCase().replaceAll('_', '-'));
}

export const runtimeBinaryBroken = defineCause({
  id: 'runtime-binary-broken',
  step: 'read-config',
  effect: 'stops',
  explains: { 'runtime-not-run': 'usually' },
  uses: ['files', 'versions', 'failure'],
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
      installTitle: 'Install the runtime anew: {command}',
      libraryTitle: 'Install the library anew: {command}',
      installCosts: 'The version that the distribution has takes the place of the one that does not run.',
      installHow: 'Docker\'s own packages bring runc in containerd.io, which is then the one to install anew.',
      fixTitle: 'Run the runtime by hand, and install what it lacks',
      costs: 'None: the commands only read.',
      undo: 'Nothing to undo.',
      how: 'Status 127: not found, or a missing library (`ldd`). Status 126: not executable. "exec format error": for another machine. Install the package again, or correct the path: BinaryName (containerd), runtimes (Docker, Podman).',
    },
    zh,
  },
  judge({ files, versions, failure }, say) {
    const ours = failure?.symptom === 'runtime-not-run' ? failure : undefined;
    const text = ours?.text ?? '';
    const match: Match = {
      program: /\bcrun\b/.test(text) ? 'crun' : /\brunc\b/.test(text) ? 'runc' : undefined,
      library: /loading shared libraries: ([\w.+-]+)/.exec(text)?.[1],
      distribution: versions?.get('distribution')?.value,
    };
    if (ours) return proved(match, [mark(ours, say('told'))]);
    const program = files?.all.find(({ path, missing, mode }) => /\/(?:runc|crun)$/.test(path) && !missing && ((mode ?? 0) & 0o111) === 0o111);
    return program ? refuted([mark(program, say('there'))]) : open(match, ['failure']);
  },
  explain: ({ library }, say) => ({ title: library ? say('titleLibraries') : say('title'), explanation: say('explanation') }),
  fixes({ program, library, distribution }, say) {
    const verify = [look`runc --version; crun --version`];
    const [family] = familiesOf(distribution);
    const missing = library !== undefined && family === 'debian' ? packageOf(library) : undefined;
    // A library that is missing is another package than the runtime; which one, Debian's names alone tell.
    const command = missing ? change`apt-get install --reinstall --no-remove -y ${missing}` : program && library === undefined && family ? installs[family][program] : undefined;
    const installed = command
      ? [fix({ title: say(missing ? 'libraryTitle' : 'installTitle', { command: `\`${command}\`` }), risk: 'review', costs: say('installCosts'), commands: [command], undo: [say('undo')], verify, notes: [say('installHow'), say('how')] })]
      : [];
    // What is not there ends a script.
    const byHand = fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: [join`${look`command -v runc crun`} || true`, join`{ ${look`runc --version; crun --version`}; } || true`], undo: [say('undo')], verify, notes: [say('how')] });
    return [...installed, byHand];
  },
});
