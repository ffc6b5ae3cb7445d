import type { Failure } from '../messages/message';
import { runsContainer } from './run-command';

/** Was a program asked for something that starts no container, its version say? */
export function isAsked({ command }: Failure): boolean {
  return command !== undefined && !runsContainer(command);
}

/** The program of a command, without its path. */
export function programOf({ command = '' }: Failure): string {
  return /^(?:sudo )?(?:\S*\/)?([^\s/]*)/.exec(command)?.[1] ?? '';
}

/** Is the program of its command a runtime? */
export function isRuntime(failure: Failure): boolean {
  return /^(?:runc|crun|youki)$/.test(programOf(failure));
}

/** Was a runtime asked for its version or its features? */
export function tellsOfItself(failure: Failure): boolean {
  return isRuntime(failure) && /\s(?:-v|--version|features)\s*$/.test(failure.command ?? '');
}

/** Is this a record of the audit log, which tells what was refused and not what came of it? */
export function isWatched({ by, row }: Failure): boolean {
  return by === 'kernel' && row?.vague === true;
}

/** Does a command say so that starts nothing, of what it could not tell itself (`loginctl` without a bus, an old `runc features`), or of a runtime that started nothing? */
export function isAside(failure: Failure): boolean {
  return isAsked(failure) && (failure.row === undefined || failure.row.vague === true || tellsOfItself(failure));
}

/** Does a daemon say in its own log that something is not well? It was well enough to run what ran. */
export function isWellEnough({ symptom, command }: Failure): boolean {
  return symptom === 'daemon-unwell' && command === undefined;
}
