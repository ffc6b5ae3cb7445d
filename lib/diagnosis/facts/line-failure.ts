import type { LogLine } from '../documents/log-lines';
import type { Region } from '../documents/region';
import { errnoTexts } from '../messages/errno';
import { failureOf, type Failure, type Hit } from '../messages/message';
import { isPersonal } from './prose';
import { isFailure } from './read-messages';

/** The failure that a line tells of: its innermost message that is not vague, else the innermost vague one. */
export function failureIn(line: LogLine, hits: readonly Hit[], region: Region): Failure | undefined {
  if (hits.some(({ row }) => 'harmless' in row)) return undefined;
  const known = hits.filter(isFailure);
  const row = known.findLast(({ row: one }) => !one.vague) ?? known.at(-1);
  if (row) return failureOf(row);
  return hits.length === 0 && saysFailure(line, region)
    ? { symptom: 'unrecognised', by: 'any', span: line.span, values: {}, text: line.text }
    : undefined;
}

/**
 * Words with which programs begin a line that reports a failure of theirs. Prose is not taken for one: the word must
 * stand at the beginning, with a colon, or the logger must say so by its level.
 */
const failureOpening =
  /^(?:error|fatal|panic|(?:runc|crun|ctr|docker|podman|buildah|nerdctl|kubelet|containerd|youki|bwrap|lxc-\w+|new[ug]idmap|unshare|rootlesskit|k3s|conmon)(?:\[\d+\])?)\s*:(?=\s|$)|^\[(?:error|rootlesskit:\w+\s*\] error)|^(?:runc|crun) \w+ failed:|\bOCI runtime (?:\w+ )?(?:create |start )?failed\b|^error response from daemon|^container_linux\.go:\d+: /i;

/** crun and C programs print a message, a colon and the text of the errno, with nothing before it. */
const failureEnding = new RegExp(`: (?:${Object.values(errnoTexts).flat().join('|')})["'\\\\.]*$`, 'i');

function saysFailure(line: LogLine, region: Region): boolean {
  if (isExitStatus(region)) return /^[1-9]\d{0,2}$/.test(line.text.trim());
  // Who looks for what is not there learns something; nothing failed by it.
  if (look.test(line.text) && look.test(`${region.command?.value.text.replace(/^sudo /, '').split(/[\s/]/)[0] ?? ''}: `)) return false;
  if (isPersonal(line)) return false;
  if (line.level === 'error' || line.level === 'fatal' || failureOpening.test(line.text.trim())) return true;
  return line.level === undefined && failureEnding.test(line.text.trimEnd());
}

/** Programs that only look, where they begin a line. */
const look = /^(?:ls|stat|namei|find|findmnt|cat|head|tail|grep|getcap|getfacl|id|loginctl|dmesg|journalctl): /;

/** Is a region what `echo $?` printed? */
export function isExitStatus({ command }: Region): boolean {
  return command?.value.text.trim() === 'echo $?';
}
