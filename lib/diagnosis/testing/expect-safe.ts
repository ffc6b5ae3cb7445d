import { expect } from 'vitest';
import type { Fix } from '../report';

/** Programs that only read, with the arguments that would make them write. */
const readers: readonly (readonly [tool: RegExp, never: RegExp])[] = [
  [/^(?:aa-status|cat|command -v|containerd --version|crun --version|docker info|fuse-overlayfs --version|getcap|getsubids|grep|head|id|ls|lsns|namei|od|pwd|runc --version|slirp4netns --version|stat|uname|systemd-detect-virt)\b/, /$^/],
  [/^(?:ausearch|crictl info|journalctl|dmesg|kubectl (?:version|get|apply --dry-run=server)|podman (?:info|version)|ctr version|runc (?:features|list)|youki --version|loginctl(?: show-user|$))/, /$^/],
  [/^(?:jq|findmnt|getent)\b/, /\s-i\b/],
  [/^find\s/, /-exec|-delete|-fprint/],
  [/^sysctl\s/, /\s-w\b|=/],
  [/^systemctl (?:--user )?(?:show|status|cat|is-)/, /$^/],
  [/^(?:containerd config dump|apparmor_parser -Q)\b/, /$^/],
  // Each makes and leaves a namespace of its own, and nothing else.
  [/^(?:unshare -U[r]? (?:true|id)|podman unshare (?:cat|id|true)|sh -c 'ulimit )/, /$^/],
];

/** Words that take isolation away (or hand out the whole host), wherever a fix says them. */
const lowering = /--privileged\b|hostUsers["':= ]+true|seccomp=unconfined|setenforce 0|apparmor_restrict_unprivileged_userns=0|chmod (?:-R )?0?777|--userns=host|"CAP_SYS_ADMIN"|apparmor=unconfined|label=disable|unmask=ALL/;
const downloads = /\b(?:curl|wget)\b|\|\s*(?:ba|da|z)?sh\b/;
/** What no shell word of a command may hold: controls, and signs that are read otherwise than seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const changesFiles = /(?:^|\s|&& |\{ )(?:chown|chmod|chcon|setfacl|mount|umount|rmdir|rm|mv)\s/;

/** The commands of an undo; a sentence stands there as a comment. */
function undoCommands({ undo }: Fix): string[] {
  return undo.flatMap(({ key, values }) => (key === 'general/command' && typeof values.command === 'string' ? [values.command] : []));
}

export function isReadOnly(command: string): boolean {
  const unquoted = command.replace(/'(?:[^']|'\\'')*'/g, "''");
  return unquoted.split(/;|&&|\|\||\|/).every((part) => {
    const tool = readers.find(([pattern]) => pattern.test(part.trim()));
    const whole = command.includes(part.trim()) ? part : command;
    return tool !== undefined && !tool[1].test(whole) && !/[<>]/.test(part.replaceAll('2>&1', '')) && !/\$\(/.test(part);
  });
}

/** What must hold of every fix of every cause, whatever the evidence says. */
export function expectSafe(fix: Fix): void {
  const { commands, verify } = fix;
  const all = [...commands, ...undoCommands(fix), ...verify];
  for (const command of all) {
    expect(command, 'nothing unseen').not.toMatch(unseen);
    expect(command, 'no program is fetched').not.toMatch(downloads);
  }
  for (const command of verify) expect(isReadOnly(command), `verify only reads: ${command}`).toBe(true);
  expect(verify.length, 'a fix says how to see that it worked').toBeGreaterThan(0);
  const changes = fix.patch.length > 0 || fix.edits.length > 0 || commands.some((command) => !isReadOnly(command));
  if (changes) expect(fix.undo.length, 'what changes something says how to take it back').toBeGreaterThan(0);
  if (all.some((command) => /'<[A-Za-z]/.test(command))) expect(fix.risk, 'a value to fill in is to be reviewed').not.toBe('safe');
  // What a placeholder asks for is no word of the command.
  const said = [JSON.stringify(fix.patch), ...commands.map((command) => command.replaceAll(/'<[^>]*>'/g, "''"))].join('\n');
  if (lowering.test(said)) expect(fix.lowersIsolation, commands.join('\n')).toBe(true);
  const first = commands.findIndex((command) => changesFiles.test(command));
  if (first >= 0) expect(isReadOnly(commands[0] ?? '') || /^find .* > /.test(commands[0] ?? ''), `a look first: ${commands.join('\n')}`).toBe(true);
  for (const command of commands.filter((one) => /\bchown\b.*\s-\w*R|\bchown -\w*R/.test(one))) {
    expect(command, 'links are not followed, owners stay apart, operands end the options').toMatch(/^chown -hR --from=(?:\d+|'<[^>]+>')(?::(?:\d+|'<[^>]+>'))? (?:\d+|'<[^>]+>'):(?:\d+|'<[^>]+>') -- /);
    expect(commands.find((one) => /^find .* -printf /.test(one)), 'who owns what is saved first').toBeDefined();
    expect(undoCommands(fix)[0], 'and saved again before it is undone').toMatch(/^find .* -printf /);
  }
}
