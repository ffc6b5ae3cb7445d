import type { PatchOperation } from '../report';
import { isReadOnly } from './read-only';
import { programsOf } from './shell-words';

/** Options of engines that hand out the host, or take a guard away. */
const openOptions = /^(?:--privileged(?:=true)?|--(?:userns|pid|ipc|uts|network|net|cgroupns)[= ]host|--cap-add[= ](?:ALL|(?:CAP_)?SYS_ADMIN)|(?:--security-opt[= ])?(?:seccomp[=:]unconfined|apparmor[=:]unconfined|label[=:]disable|unmask[=:]ALL|systempaths[=:]unconfined))$/i;
/** Settings that open the kernel or the security module to everybody. */
const openSettings = /^(?:kernel\.apparmor_restrict_unprivileged_userns\s*=\s*0|kernel\.yama\.ptrace_scope\s*=\s*0)$/;
/** Assignments of a jq program that do what a patch of the same kind does. */
const openPrograms = /\.(?:hostUsers|privileged)[ |]{0,3}= ?true\b|\.noNewPrivileges[ |]{0,3}= ?false\b|= ?\[?"(?:CAP_SYS_ADMIN|ALL)"|\bdel\([^)]*\.(?:seccomp|apparmorProfile|selinuxLabel|maskedPaths|readonlyPaths|noNewPrivileges)\b|"unconfined"/;

/**
 * Does a fix take isolation away, or hand out a part of the host? Judged on what a program is told and on what a patch
 * sets, so that a word in the argument of a program that only reads says nothing. A map to host ID 0 counts, unless the
 * host is an outer container.
 */
export function takesIsolation(patch: readonly PatchOperation[], commands: readonly string[], ofOuterContainer = false): boolean {
  return patch.some((operation) => patchTakes(operation) || (!ofOuterContainer && mapsHostRoot(operation))) || commands.some((command) => !isReadOnly(command) && programsOf(command).some(({ words }) => programTakes(words)));
}

function programTakes([name = '', ...args]: readonly string[]): boolean {
  const pairs = args.map((arg, index) => `${args[index - 1] ?? ''} ${arg}`);
  if (name === 'setenforce') return args[0] === '0' || args[0]?.toLowerCase() === 'permissive';
  if (name === 'chmod') return args.filter((arg) => !arg.startsWith('-')).slice(0, 1).some(letsAllWrite);
  if (name === 'jq') return args.some((arg) => openPrograms.test(arg));
  return [...args, ...pairs].some((arg) => openOptions.test(arg) || openSettings.test(arg.trim()));
}

/** A mode of chmod by which everybody may write. */
function letsAllWrite(mode: string): boolean {
  if (/^\d/.test(mode)) return /[2367]$/.test(mode);
  const [who = '', what = ''] = mode.split(/[+=]/);
  return what.includes('w') && (who === '' || /[ao]/.test(who));
}

/** Members of a config, a pod or a container, and the value that opens them. */
const openValues: readonly (readonly [name: string, isOpen: (value: unknown) => boolean])[] = [
  ['hostUsers', (value) => value === true],
  ['privileged', (value) => value === true],
  ['allowPrivilegeEscalation', (value) => value === true],
  ['noNewPrivileges', (value) => value === false],
  ['apparmorProfile', (value) => value === 'unconfined' || value === ''],
  ['seccomp', (value) => value === null],
  ['defaultAction', (value) => value === 'SCMP_ACT_ALLOW'],
];
const guards = /^(?:seccomp|apparmorProfile|selinuxLabel|maskedPaths|readonlyPaths|noNewPrivileges)$/;

function patchTakes(operation: PatchOperation): boolean {
  const parts = operation.path.split('/').slice(1);
  const last = parts.at(-1) ?? '';
  if (operation.op === 'remove') return guards.test(last) || /^(?:maskedPaths|readonlyPaths)$/.test(parts.at(-2) ?? '');
  const { value } = operation;
  if (parts.includes('capabilities') && /"(?:CAP_SYS_ADMIN|ALL)"/.test(JSON.stringify(value) ?? '')) return true;
  return membersOf(last, value).some(([name, set]) => openValues.some(([member, isOpen]) => member === name && isOpen(set)));
}

function mapsHostRoot(operation: PatchOperation): boolean {
  return operation.op !== 'remove' && membersOf(operation.path.split('/').at(-1) ?? '', operation.value).some(([name, value]) => name === 'hostID' && value === 0);
}

/** Every member that a value sets, at any depth, and the one that it is put at. */
function membersOf(name: string, value: unknown): (readonly [name: string, value: unknown])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => membersOf(key, one)) : [];
  return [[name, value], ...inner];
}
