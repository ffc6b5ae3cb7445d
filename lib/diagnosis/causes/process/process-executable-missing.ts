import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';

interface Match {
  readonly args: Known<readonly string[]> | undefined;
  readonly program: string | undefined;
  /** A program that is there, as far as a listing shows. */
  readonly instead: string | undefined;
  readonly interpreter: boolean;
  readonly rootfs: string | undefined;
}

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
        'The runtime looks for process.args[0] in the container: by itself where it holds a slash, else in the directories of PATH. execve also answers "no such file" for a program that is there, where its loader or the interpreter of its #! line is not.',
      pageTell: 'The message names the program, and everything before went well: the user namespace plays no part. Where the same message comes through containerd with a relative root.path, the whole rootfs is another one.',
      pageSure: 'The runtime says that the program was not found, and the rootfs that it looked in is known to be the right one; or process.args is empty.',
      pageNot: 'A listing shows the program. Through containerd with a relative root.path the whole rootfs may be another one.',
      title: 'The program `{program}` is not in the root filesystem',
      titleInterpreter: 'The program is there, but its interpreter or loader is not',
      titleEmpty: 'The config names no program to start: `process.args` is empty',
      explanation: 'All namespaces and mounts were made; the runtime then found no program `{program}` to execute in the container.',
      wanted: 'This is the program that is asked for.',
      told: 'The runtime did not find the program.',
      empty: 'No program is named here.',
      present: 'The listing shows the program.',
      fixTitle: 'Start a program that the rootfs holds (config only)',
      fixCosts: 'Another program is started than was asked for.',
      fixUndo: 'Put the old program back at `/process/args`.',
    },
  },
  judge({ processArgs, rootfsOnHost, rootfsPath, launcher, files, failure }, say) {
    const ours = failure?.symptom === 'executable-not-found' || failure?.symptom === 'executable-not-given';
    const named = failure?.values.quoted ?? failure?.values.path;
    const program = ours ? (named?.value ?? processArgs?.value[0]) : processArgs?.value[0];
    const rootfs = rootfsOnHost?.value;
    const found = rootfs ? files?.all.find(({ path, missing }) => !missing && path.startsWith(`${rootfs}/`) && isProgram(path, program)) : undefined;
    const shell = rootfs ? shells.find((one) => files?.at(`${rootfs}/bin/${one}`)) : undefined;
    const interpreter = ours && (/exec user process/.test(failure.text) || (found !== undefined && !found.target));
    const match: Match = {
      args: processArgs,
      program,
      // Any image with another shell has this one too (POSIX).
      instead: shell ?? (isShell(program) && !program?.endsWith('/sh') && program !== 'sh' ? 'sh' : undefined),
      interpreter,
      rootfs,
    };
    if (processArgs?.value.length === 0) return proved(match, [mark(processArgs, say('empty'))]);
    if (!ours) return open(match, ['failure']);
    const marks = [mark(named ?? failure, say('told')), ...(processArgs ? [mark(processArgs, say('wanted'))] : [])];
    if (failure.symptom === 'executable-not-given') return proved(match, [mark(failure, say('told'))]);
    if (found && !interpreter) return refuted([mark(found, say('present'))]);
    // Through containerd alone the whole rootfs may be another one, if root.path is relative.
    const throughContainerd = launcher?.value === 'containerd' && !rootfsPath?.value.startsWith('/');
    if (throughContainerd || (!launcher && !rootfsPath)) return supported(match, marks, ['rootfsPath', 'files']);
    return proved(match, marks);
  },
  explain({ program, interpreter, args }, say) {
    const shown = program ?? 'asked for';
    const title = args?.value.length === 0 ? say('titleEmpty') : interpreter ? say('titleInterpreter') : say('title', { program: shown });
    return { title, explanation: say('explanation', { program: shown }) };
  },
  fixes({ args, program, instead, rootfs }, say) {
    const value = instead ?? '<program of the rootfs>';
    const pointer = args?.span.pointer;
    const keepsArguments = args !== undefined && args.value.length > 0 && isShell(program);
    const at = args && pointer !== undefined ? { ...args.span, pointer: keepsArguments ? `${pointer}/0` : pointer } : undefined;
    const patch = at ? replace(at, keepsArguments ? value : [args?.value.length === 0 ? (instead ?? 'sh') : value]) : [];
    const edited = patch.length > 0 ? undefined : editConfig`.process.args = ["<program of the rootfs>"]`;
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

function isShell(program: string | undefined): boolean {
  return program !== undefined && shells.includes(program.replace(/^.*\//, ''));
}

/** Is `path` the program, by its whole path or, for a bare name, in a directory of programs? */
function isProgram(path: string, program: string | undefined): boolean {
  if (program === undefined || program === '') return false;
  if (program.startsWith('/')) return path.endsWith(program);
  return new Set([`bin/${program}`, `sbin/${program}`]).has(path.split('/').slice(-2).join('/'));
}

