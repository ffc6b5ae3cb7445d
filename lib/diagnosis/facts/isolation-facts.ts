import type { Known } from '../documents/document';
import { asFlag, asText, at, elements, member, numberText, type JsonTree } from '../documents/json';
import type { Facts, Rlimit } from './facts';

/** What a config asks for beside namespaces, maps and mounts: limits, capabilities, devices, kernel settings. */
export function readIsolation(tree: JsonTree, facts: Facts): void {
  const text = (...path: string[]) => asText(at(tree, ...path));
  const put = <Name extends keyof Facts>(name: Name, value: Facts[Name] | undefined) => {
    if (value !== undefined) facts[name] = value;
  };
  put('specVersion', text('ociVersion'));
  put('terminal', asFlag(at(tree, 'process', 'terminal')));
  put('noNewPrivileges', asFlag(at(tree, 'process', 'noNewPrivileges')));
  put('capabilities', readCapabilities(tree));
  put('rlimits', readRlimits(tree));
  put('oomScoreAdj', readNumber(tree, 'process', 'oomScoreAdj'));
  put('apparmorProfile', text('process', 'apparmorProfile'));
  put('rootfsPropagation', text('linux', 'rootfsPropagation'));
  put('cgroupsPath', text('linux', 'cgroupsPath'));
  put('askedSysctls', readSysctls(tree));
  put('devices', readDevices(tree));
  put('resources', readResources(tree));
}

function readNumber(tree: JsonTree, ...path: string[]): Known<number> | undefined {
  const text = numberText(at(tree, ...path));
  const value = Number(text?.value);
  return text && Number.isInteger(value) ? { value, span: text.span } : undefined;
}

/** The bounding set: what it lacks, no program in the container can ever have. */
function readCapabilities(tree: JsonTree): Facts['capabilities'] {
  const set = at(tree, 'process', 'capabilities', 'bounding');
  if (set?.kind !== 'array') return undefined;
  return { value: elements(set).flatMap((one) => asText(one)?.value ?? []), span: set.span };
}

function readRlimits(tree: JsonTree): Facts['rlimits'] {
  const list = at(tree, 'process', 'rlimits');
  if (list?.kind !== 'array') return undefined;
  return elements(list).flatMap((entry): Known<Rlimit>[] => {
    const type = asText(member(entry, 'type'));
    const hard = numberText(member(entry, 'hard'))?.value;
    return type ? [{ value: { type: type.value, ...(hard === undefined ? {} : { hard: Number(hard) }) }, span: entry.span }] : [];
  });
}

function readSysctls(tree: JsonTree): Facts['askedSysctls'] {
  const table = at(tree, 'linux', 'sysctl');
  if (table?.kind !== 'object') return undefined;
  return table.members.map(({ key, value }) => ({ value: key.value, span: value.span }));
}

function readDevices(tree: JsonTree): Facts['devices'] {
  const list = at(tree, 'linux', 'devices');
  if (list?.kind !== 'array') return undefined;
  return elements(list).flatMap((entry) => {
    const path = asText(member(entry, 'path'));
    return path ? [{ value: path.value, span: entry.span }] : [];
  });
}

/** Controllers with limits; an access list of devices is no limit. */
function readResources(tree: JsonTree): Facts['resources'] {
  const table = at(tree, 'linux', 'resources');
  if (table?.kind !== 'object') return undefined;
  const limits = table.members.filter(({ key, value }) => key.value !== 'devices' && !(value.kind === 'object' && value.members.length === 0));
  return limits.map(({ key, value }) => ({ value: key.value, span: value.span }));
}
