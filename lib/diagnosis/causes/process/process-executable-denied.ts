import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostFile } from '../../facts/files';
import { ownedByMap, reachOf } from '../../facts/reach';
import { barred } from '../../fixes/barred';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { replace } from '../../fixes/patch';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { hostPath } from '../../fixes/host-path';
import { change, look } from '../../fixes/sh';
import { zh } from './process-executable-denied.zh';

interface Match {
  readonly args: Known<readonly string[]> | undefined;
  readonly program: string | undefined;
  /** The program on the host, where the rootfs is known. */
  readonly onHost: string | undefined;
  readonly file: HostFile | undefined;
  /** A directory on the way to it that mapped root may not search. */
  readonly closed: HostFile | undefined;
  /** What stands there is a directory. */
  readonly directory: boolean;
  /** The bits that the process needs and lacks: the owner's, those of others where the owner is not mapped; `a` without a listing and a map. */
  readonly lacks: 'u+x' | 'o+x' | 'o+rx' | 'a+x';
}

export const processExecutableDenied = defineCause({
  id: 'process-executable-denied',
  step: 'start-process',
  effect: 'stops',
  explains: { 'executable-refused': 'usually' },
  uses: ['processArgs', 'rootfsOnHost', 'files', 'uidMap', 'gidMap', 'failure'],
  references: [
    { title: 'execve(2): EACCES', url: 'https://man7.org/linux/man-pages/man2/execve.2.html' },
    { title: 'user_namespaces(7): capabilities on files', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
  ],
  words: {
    en: {
      name: 'The program to start exists, but the process may not execute it',
      pageWhy:
        'execve needs an x bit that counts for the user of the process. A file without any x bit may be executed by no one, root included. One that belongs to an ID outside the map counts its bits for others only.',
      pageTell: 'The message names the program and says permission denied, or that it is not executable. `ls -ln` shows its mode and owner. Where every file of the rootfs is closed, the rootfs has the wrong owner.',
      pageSure: 'The program was refused, and its mode has no x bit at all, or its owner is not mapped and others may not execute it; or crun says that it is not executable.',
      pageNot: 'Others may read and execute the file: then noexec, a directory above or a security module is the reason.',
      title: '`{program}` exists, but its mode or owner keeps the process from executing it',
      titleClosed: '`{program}` lies in a directory that mapped root may not enter',
      titleDirectory: '`{program}` is a directory, and no program',
      theProgram: 'The program',
      explanation: 'The runtime found the program, and the kernel refused to execute it for this user. It needs an x bit that counts for the user that the process has.',
      told: 'The program was found and could not be executed.',
      mode: 'Mode {mode}: no x bit that counts for this user.',
      foreign: 'It belongs to host ID {owner}, which the map does not hold, and others may not execute it.',
      closed: 'Mapped root may not search this directory.',
      isDirectory: 'This is a directory.',
      fine: 'Others may read and execute this file.',
      closedTitle: 'Let mapped root pass through `{directory}`',
      closedCosts: 'Every user who reaches this directory may pass through it.',
      chooseTitle: 'Start a program in it (config only)',
      chooseCosts: 'None known: a directory cannot be started.',
      chooseUndo: 'Put the directory back at `/process/args/0`.',
      fixTitle: 'Give the program the x bit that it lacks',
      fixCosts: 'None known: one bit is set on this one file.',
      fixReadCosts: 'Every user who reaches this one file may read and execute it.',
      script: 'A script must be readable for the same user as well, since its interpreter reads it.',
    },
    zh,
  },
  judge({ processArgs, rootfsOnHost, files, uidMap, gidMap, failure }, say) {
    const ours = failure?.symptom === 'executable-refused';
    const named = failure?.values.path ?? failure?.values.quoted;
    const program = (ours ? named?.value : undefined) ?? processArgs?.value[0];
    const onHost = rootfsOnHost && program?.startsWith('/') ? `${rootfsOnHost.value}${program}` : undefined;
    const file = onHost ? files?.at(onHost) : files?.all.find(({ path }) => program !== undefined && path.endsWith(`/${program.replace(/^\.?\/+/, '')}`));
    const mapped = file !== undefined && ownedByMap(file, uidMap?.value, gidMap?.value);
    const others = ((file?.mode ?? 0) & 0o004) === 0 ? 'o+rx' : 'o+x';
    const closed = onHost && rootfsOnHost ? reachOf(onHost, files, uidMap?.value, gidMap?.value).blocked.find(({ path }) => path.startsWith(`${rootfsOnHost.value}/`)) : undefined;
    const directory = file?.type === 'directory' || /is not a regular file|: is a directory/.test(ours ? failure.text : '');
    const match: Match = { program, args: processArgs, closed, directory, onHost: onHost ?? file?.path, file, lacks: file?.mode === undefined || !uidMap ? 'a+x' : mapped ? 'u+x' : others };
    if (!ours) return open(match, ['failure']);
    const told = mark(named ?? failure, say('told'));
    if (directory) return proved(match, [told, ...(file?.type === 'directory' ? [mark(file, say('isDirectory'))] : [])]);
    if (closed) return proved(match, [told, mark(closed, say('closed'))]);
    if (file?.mode !== undefined) {
      const mode = file.mode.toString(8).padStart(4, '0');
      if ((file.mode & 0o111) === 0) return proved(match, [told, mark(file, say('mode', { mode }))]);
      if (uidMap && !mapped && (file.mode & 0o001) === 0) return proved(match, [told, mark(file, say('foreign', { owner: file.uid ?? 65534 }))]);
      if ((file.mode & 0o005) === 0o005) return refuted([mark(file, say('fine'))]);
      return supported(match, [told, mark(file, say('mode', { mode }))], ['files']);
    }
    // crun has found the file and asks with eaccess(3) (libcrun/utils.c, find_executable), which a mount with noexec refuses as well.
    if (/exists but it is not executable/.test(failure.text)) return supported(match, [told], ['files']);
    return open(match, ['files'], [told]);
  },
  explain({ program, closed, directory }, say) {
    const shown = { program: program ?? say('theProgram') };
    return { title: directory ? say('titleDirectory', shown) : closed ? say('titleClosed', shown) : say('title', shown), explanation: say('explanation') };
  },
  fixes({ args, closed, directory, onHost, lacks }, say) {
    if (directory) {
      const at = args?.span.pointer === undefined ? undefined : { ...args.span, pointer: `${args.span.pointer}/0` };
      const edited = at ? undefined : editConfig`.process.args[0] = "<program of the rootfs>"`;
      return [fix({ title: say('chooseTitle'), risk: 'review', costs: say('chooseCosts'), patch: at ? replace(at, '<program of the rootfs>') : [], commands: edited?.commands ?? [], undo: edited?.undo ?? [say('chooseUndo')], verify: [look`jq .process.args config.json`] })];
    }
    const way = closed ? hostPath(closed.path) : undefined;
    if (way) return [fix({ title: say('closedTitle', { directory: way }), risk: 'review', costs: say('closedCosts'), commands: [look`ls -ldn -- ${way}`, change`chmod o+x -- ${way}`], undo: [change`chmod o-x -- ${way}`], verify: [look`ls -ldn -- ${way}`] })];
    const path = onHost === undefined ? undefined : hostPath(onHost);
    const target = path ?? blank('program below the rootfs on the host');
    const isBarred = onHost !== undefined && path === undefined;
    const give = { 'u+x': change`chmod u+x -- ${target}`, 'o+x': change`chmod o+x -- ${target}`, 'o+rx': change`chmod o+rx -- ${target}`, 'a+x': change`chmod a+x -- ${target}` };
    const take = { 'u+x': change`chmod u-x -- ${target}`, 'o+x': change`chmod o-x -- ${target}`, 'o+rx': change`chmod o-rx -- ${target}`, 'a+x': change`chmod a-x -- ${target}` };
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say(lacks === 'o+rx' ? 'fixReadCosts' : 'fixCosts'),
        commands: isBarred ? [] : [look`ls -ln -- ${target}`, give[lacks]],
        undo: isBarred ? [] : [take[lacks]],
        verify: [look`ls -ln -- ${target}`],
        notes: isBarred ? [barred(onHost)] : [say('script')],
      }),
    ];
  },
});
