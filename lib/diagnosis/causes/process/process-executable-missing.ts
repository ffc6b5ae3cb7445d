import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { HostFile } from '../../facts/files';
import { editConfig, editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { insertFirst, replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './process-executable-missing.zh';

interface Match {
  readonly args: Known<readonly string[]> | undefined;
  readonly program: string | undefined;
  /** A program that is there, as far as a listing shows. */
  readonly instead: string | undefined;
  readonly interpreter: boolean;
  /** A shell of the rootfs, as a listing shows it, by its path in the container. */
  readonly shell: string | undefined;
  readonly rootfs: string | undefined;
}

/**
 * Both runtimes look the program up before they execute it, and say so in other words where it is missing. From
 * execve itself the same errno means the loader or the interpreter (runc: libcontainer/system, Exec; crun: container.c).
 */
const pastLookup = /exec user process|missing dynamic library|\bexec (?:container process )?[`"']?\/[^\s:`"']+[`"']?: no such file/i;

const shells = ['sh', 'ash', 'dash', 'bash'];

export const processExecutableMissing = defineCause({
  id: 'process-executable-missing',
  step: 'start-process',
  effect: 'stops',
  explains: { 'executable-not-found': 'usually', 'executable-not-given': 'usually' },
  uses: ['processArgs', 'rootfsOnHost', 'rootfsPath', 'launcher', 'files', 'failure'],
  references: [
    { title: 'OCI runtime specification: process', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#process' },
    { title: 'execve(2): ENOENT', url: 'https://man7.org/linux/man-pages/man2/execve.2.html' },
  ],
  words: {
    en: {
      name: 'The program to start, or its interpreter, is not found in the root filesystem',
      pageWhy:
        'The runtime looks for process.args[0] in the container: as it stands where it holds a slash, else in the directories of PATH. execve also answers "no such file" for a program that is there, where its loader or the interpreter of its #! line is not.',
      pageTell: 'The message names the program, and everything before went well: the user namespace plays no part. Where the same message comes through containerd with a relative root.path, the whole rootfs is another one.',
      pageSure: 'The runtime says that the program was not found, and the rootfs that it looked in is known to be the right one; or process.args is empty.',
      pageNot: 'A listing shows the program. Through containerd with a relative root.path the whole rootfs may be another one.',
      title: 'The program `{program}` is not in the root filesystem',
      titleInterpreter: 'The program is there, but its interpreter or loader is not',
      titleEmpty: 'The config names no program to start: `process.args` is empty',
      askedFor: 'asked for',
      explanation: 'All namespaces and mounts were made; the runtime then found no program `{program}` to execute in the container.',
      wanted: 'This is the program that is asked for.',
      told: 'The runtime did not find the program.',
      empty: 'No program is named here.',
      present: 'The listing shows the program.',
      shellTitle: 'Let `{shell}` read the script, whose own interpreter the rootfs lacks (config only)',
      shellCosts: 'Only for a script; one that needs what its own shell offers more than the plain one may fail.',
      shellUndo: 'Take `{shell}` out of the front of `/process/args` again.',
      shellHow: 'Where the file is no script but begins with ELF, its loader is what the rootfs lacks: use a program built for the libc of the image. A script with Windows line ends asks for an interpreter whose name ends in a carriage return.',
      fixTitle: 'Start a program that the rootfs holds (config only)',
      fixCosts: 'Another program is started than was asked for.',
      fixUndo: 'Put the old program back at `/process/args`.',
    },
    zh,
  },
  judge({ processArgs, rootfsOnHost, rootfsPath, launcher, files, failure }, say) {
    const ours = failure?.symptom === 'executable-not-found' || failure?.symptom === 'executable-not-given';
    const named = failure?.values.quoted ?? failure?.values.path;
    const program = ours ? (named?.value ?? processArgs?.value[0]) : processArgs?.value[0];
    const rootfs = rootfsOnHost?.value;
    const found = rootfs ? files?.all.find(({ path, missing }) => !missing && path.startsWith(`${rootfs}/`) && isProgram(path, program)) : undefined;
    const shell = rootfs ? shells.find((one) => isThere(files?.at(`${rootfs}/bin/${one}`)) && one !== baseOf(program)) : undefined;
    const isListed = rootfs !== undefined && files?.listingOf(`${rootfs}/bin`) !== undefined;
    const elsewhere = rootfs && files ? programElsewhere(files.below(rootfs), rootfs, program) : undefined;
    const interpreter = ours && (pastLookup.test(failure.text) || (found !== undefined && !found.target));
    const match: Match = {
      args: processArgs,
      program,
      // Any image with another shell has this one too (POSIX); where the directory was listed, only what it shows.
      instead: elsewhere ?? (isShell(program) ? (shell ?? (isListed || /(?:^|\/)sh$/.test(program ?? '') ? undefined : 'sh')) : undefined),
      shell: shell ? `/bin/${shell}` : undefined,
      interpreter,
      rootfs,
    };
    if (processArgs?.value.length === 0) return proved(match, [mark(processArgs, say('empty'))]);
    if (!ours) return open(match, ['failure']);
    // Podman says that a command was not found of every ENOENT of the runtime, that of a bind source too.
    if (failure.row?.vague && !named) return open(match, ['failure'], [mark(failure, say('told'))]);
    const marks = [mark(named ?? failure, say('told')), ...(processArgs ? [mark(processArgs, say('wanted'))] : [])];
    if (failure.symptom === 'executable-not-given') return proved(match, [mark(failure, say('told'))]);
    if (found && !interpreter) return refuted([mark(found, say('present'))]);
    // Podman says so of every "no such file" of the runtime (libpod/oci_util.go, getOCIRuntimeError).
    if (failure.row?.vague) return open(match, ['files'], marks);
    // Through containerd alone the whole rootfs may be another one, if root.path is relative.
    const throughContainerd = launcher?.value === 'containerd' && !rootfsPath?.value.startsWith('/');
    // Another program than the config starts: an exec into the container, a hook, or a tool that the runtime itself lacks.
    const isAnother = named !== undefined && processArgs?.value[0] !== undefined && baseOf(named.value) !== baseOf(processArgs.value[0]);
    if (throughContainerd || isAnother || (!launcher && !rootfsPath)) return supported(match, marks, ['rootfsPath', 'files']);
    return proved(match, marks);
  },
  explain({ program, interpreter, args }, say) {
    const shown = program ?? say('askedFor');
    const title = args?.value.length === 0 ? say('titleEmpty') : interpreter ? say('titleInterpreter') : say('title', { program: shown });
    return { title, explanation: say('explanation', { program: shown }) };
  },
  fixes({ args, program, instead, interpreter, shell, rootfs }, say) {
    const at = args && args.span.pointer !== undefined ? args.span : undefined;
    const verify = [look`jq .process.args config.json`];
    if (interpreter) {
      const interpret = shell ?? '/bin/sh';
      const edited = at ? undefined : editConfig`.process.args |= ["/bin/sh"] + .`;
      const script = program?.startsWith('/') && rootfs ? [look`head -c 80 -- ${rootfs}${program}`] : [];
      const byShell = fix({
        title: say('shellTitle', { shell: interpret }),
        risk: 'review',
        costs: say('shellCosts'),
        patch: at ? insertFirst(at, interpret) : [],
        commands: edited ? [...script, ...edited.commands] : [],
        undo: edited?.undo ?? [say('shellUndo', { shell: interpret })],
        verify: [...script, ...verify],
        notes: [say('shellHow')],
      });
      return [byShell];
    }
    const value = instead ?? (args?.value.length === 0 ? 'sh' : '<program of the rootfs>');
    // The arguments were meant for the program that was asked for; another one would read them otherwise.
    const keepsArguments = instead !== undefined && args !== undefined && args.value.length > 0;
    const patch = at ? (keepsArguments ? replace({ ...at, pointer: `${at.pointer ?? ''}/0` }, value) : replace(at, [value])) : [];
    const edited = at ? undefined : instead ? editConfigWith({ program: instead }, '.process.args[0] = $program') : editConfig`.process.args = ["<program of the rootfs>"]`;
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('fixCosts'),
        patch,
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('fixUndo')],
        verify: [rootfs ? look`ls -l -- ${rootfs}/bin` : look`jq .process.args config.json`],
      }),
    ];
  },
});

/** Its name without the directory; empty where none is known. */
const baseOf = (program = '') => program.replace(/^.*\//, '');

/** The one file of the rootfs that has the program's name and lies elsewhere, by its path in the container. */
function programElsewhere(below: readonly HostFile[], rootfs: string, program: string | undefined): string | undefined {
  const name = baseOf(program);
  const same = below.filter(({ path, type, missing }) => !missing && type !== 'directory' && path.endsWith(`/${name}`));
  const [only] = same;
  return name && only && same.length === 1 ? only.path.slice(rootfs.length) : undefined;
}

/** Was the file listed, and not as one that could not be found? */
function isThere(file: HostFile | undefined): boolean {
  return file !== undefined && !file.missing;
}

function isShell(program: string | undefined): boolean {
  return shells.includes(baseOf(program));
}

/** Is `path` the program, by its whole path or, for a bare name, in a directory of programs? */
function isProgram(path: string, program: string | undefined): boolean {
  if (program === undefined || program === '') return false;
  if (program.startsWith('/')) return path.endsWith(program);
  return new Set([`bin/${program}`, `sbin/${program}`]).has(path.split('/').slice(-2).join('/'));
}

