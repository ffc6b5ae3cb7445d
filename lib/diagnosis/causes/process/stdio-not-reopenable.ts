import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { ageOf } from '../../facts/version';
import { blank } from '../../fixes/blank';
import { editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { hostPath, localFile } from '../../fixes/host-path';
import { replace } from '../../fixes/patch';
import { change, look } from '../../fixes/sh';
import { zh } from './stdio-not-reopenable.zh';

interface Match {
  readonly map: Known<IdMap> | undefined;
  /** The file into which the caller's shell led the output, as it is written there. */
  readonly file: string | undefined;
  /** The process's user as a host ID. */
  readonly owner: number | undefined;
  /** The file's owner now. */
  readonly before: number | undefined;
  readonly args: Known<readonly string[]> | undefined;
  readonly podman: boolean;
}

/** `> file`, `>> file`, `&> file`, `1> file`; not `2> file` and not `2>&1`. */
const redirection = /(?:^|[^\d&>]|1|&)>{1,2}\s*("[^"]+"|'[^']+'|[^\s;|&<>()"']+)/;

/** The output goes through a pipe of the process itself, which it may open again. */
const throughPipe = '"$0" "$@" 2>&1 | cat';

export const stdioNotReopenable = defineCause({
  id: 'stdio-not-reopenable',
  step: 'run',
  effect: 'stops',
  explains: { 'stdio-refused': 'usually' },
  uses: ['uidMap', 'processUser', 'processArgs', 'bundle', 'caller', 'files', 'launcher', 'versions', 'heardVersions', 'failure'],
  references: [
    { title: 'containerd 2.0.1: pipes owned by the mapped user', url: 'https://github.com/containerd/containerd/releases/tag/v2.0.1' },
    { title: 'proc_pid_fd(5): opening /proc/self/fd checks the file again', url: 'https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html' },
  ],
  words: {
    en: {
      name: 'The process opens /dev/stdout again, which belongs to an ID outside the map',
      pageWhy:
        'Writing to an inherited descriptor needs no permission. Opening /dev/stdout or /proc/self/fd/1 opens the file behind it once more, and its owner and mode are checked then. A pipe, log file or terminal of the caller belongs to a host ID that the map does not hold.',
      pageTell: 'The application started and says permission denied for /dev/stdout, /dev/stderr or its tty. `echo` to the plain descriptor works, `echo > /dev/stdout` does not.',
      pageSure: 'The process was refused /dev/stdout, /dev/stderr or its tty, and runs with a map.',
      pageNot: 'Every host ID is mapped, or containerd is 2.0.1 or later and gives the pipes to the mapped user.',
      title: 'The process may not open its own output again: it belongs to an ID outside the map',
      explanation: 'The output that it inherited is a file or pipe of the host. Opening it again checks the owner, and mapped IDs are not the owner.',
      told: 'The process opened its output by name and was refused.',
      mapped: 'The process runs with the IDs of this map.',
      asUser: 'The process is this user, not the owner of the output.',
      none: 'No user namespace is in play: every host ID is mapped.',
      fixed: 'From 2.0.1 on containerd gives the pipes to the mapped user.',
      ownTitle: 'Give the log file `{file}` to the process: host ID {owner}',
      ownCosts: 'The process may then also cut or overwrite what stands in the file. The change of owner drops setuid and setgid bits and file capabilities.',
      pipeTitle: 'Send the output through a pipe that belongs to the process (config only)',
      pipeCosts: 'A shell stands before the program: it takes the signals, and the exit status is that of `cat`. The rootfs needs both.',
      pipeUndo: 'Put the old program back at `/process/args`.',
      driverTitle: 'Let Podman read the output by another log driver',
      driverCosts: 'None known; the log lies in a file of its own.',
      driverUndo: 'Start it without the option again.',
      how: 'Best of all the program writes to the descriptor that it has: `-` or no file in place of /dev/stdout (nginx: `error_log stderr;`).',
      foreground: 'In the foreground, without `-d`, runc makes pipes that belong to the mapped root.',
      upgrade: 'Through containerd: 2.0.1 or later makes the pipes belong to the mapped user. Podman: a `--log-driver` other than passthrough.',
    },
    zh,
  },
  judge({ uidMap, processUser, processArgs, bundle, caller, files, launcher, failure, ...known }, say) {
    const ours = failure?.symptom === 'stdio-refused' ? failure : undefined;
    const file = redirection.exec(ours?.command ?? '')?.[1]?.replace(/^["']|["']$/g, '');
    const listed = file === undefined ? undefined : files?.at(file.startsWith('/') ? file : `${bundle?.value ?? ''}/${file}`);
    const match: Match = {
      map: uidMap,
      file,
      owner: processUser || uidMap ? uidMap?.value.toHost(processUser?.value.uid?.value ?? 0) : undefined,
      before: listed?.uid ?? caller?.value.uid,
      args: processArgs,
      podman: launcher?.value === 'podman',
    };
    if (!ours) return open(match, ['failure']);
    const told = mark(ours, say('told'));
    const whole = uidMap?.value.extents.some(({ containerId, hostId, size }) => containerId.value === 0 && hostId.value === 0 && (size.value ?? 0) > 65536);
    if (uidMap && whole) return refuted([mark(uidMap, say('none'))]);
    const containerd = launcher?.value === 'cri' || launcher?.value === 'containerd' ? ageOf('containerd', '2.0.1', known) : undefined;
    if (containerd && !containerd.older) return refuted([mark(containerd.version, say('fixed'))]);
    if (uidMap && uidMap.value.extents.length > 0) return proved(match, [told, mark(uidMap, say('mapped'))]);
    return supported(match, [told, ...(processUser?.value.uid ? [mark(processUser.value.uid, say('asUser'))] : [])], ['uidMap']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ file, owner, before, args, podman }, say) {
    const log = file === undefined || file === '/dev/null' ? undefined : (hostPath(file) ?? localFile(file));
    const give =
      log === undefined || owner === undefined
        ? []
        : [
            fix({
              title: say('ownTitle', { file: file ?? '', owner }),
              risk: 'review',
              costs: say('ownCosts'),
              commands: [look`ls -ln -- ${log}`, change`chown ${owner} -- ${log}`],
              undo: [change`chown ${before ?? blank('old owner')} -- ${log}`],
              verify: [look`ls -ln -- ${log}`],
              notes: [say('how'), say('foreground')],
            }),
          ];
    const driver = fix({
      title: say('driverTitle'),
      risk: 'review',
      costs: say('driverCosts'),
      commands: [change`podman run --log-driver k8s-file ${blank('the other options and image and command')}`],
      undo: [say('driverUndo')],
      verify: [look`podman info --format ${'{{.Host.LogDriver}}'}`],
      notes: [say('how')],
    });
    const at = args && args.span.pointer !== undefined && args.value.length > 0 ? args : undefined;
    const edited = at ? undefined : editConfigWith({ pipe: throughPipe }, '.process.args |= ["/bin/sh", "-c", $pipe] + .');
    const pipe = fix({
      title: say('pipeTitle'),
      risk: 'review',
      costs: say('pipeCosts'),
      patch: at ? replace(at, ['/bin/sh', '-c', throughPipe, ...at.value]) : [],
      commands: edited?.commands ?? [],
      undo: edited?.undo ?? [say('pipeUndo')],
      verify: [look`jq .process.args config.json`],
      notes: [say('how'), say('upgrade')],
    });
    return [...give, ...(podman ? [driver] : []), pipe];
  },
});
