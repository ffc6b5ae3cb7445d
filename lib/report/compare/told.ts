import type { Known, Span } from '../../diagnosis/documents/document';
import type { FactName, Facts } from '../../diagnosis/facts/facts';
import type { HostFile } from '../../diagnosis/facts/files';
import type { ExtentNumber, IdMap } from '../../diagnosis/facts/id-map';
import { maskNoise } from './mask-noise';

export const topics = ['namespaces', 'maps', 'rootfs', 'mounts', 'process', 'cgroups', 'orchestration', 'subids', 'sysctls', 'versions', 'host'] as const;
export type Topic = (typeof topics)[number];

/** One thing that the evidence tells: of a fact of many entries, one of them. */
export interface Told {
  /** Which entry of the fact: a destination, a key, a path; empty where the fact has one value. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

interface Reader<F extends FactName> {
  readonly topic: Topic;
  /** An entry that is not told is not there; else it is only not told. */
  readonly whole?: true;
  readonly read: (fact: NonNullable<Facts[F]>) => readonly Told[];
}

const one = <T>(print: (value: T) => string = String) => ({ value, span }: Known<T>): Told[] => [{ name: '', value: maskNoise(print(value)), span }];
const each = <T>(name: (value: T) => string, print: (value: T) => string) => (facts: readonly Known<T>[]): Told[] => facts.map(({ value, span }) => ({ name: maskNoise(name(value)), value: maskNoise(print(value)), span }));
const named = <T>(name: string, fact: Known<T> | undefined): Told[] => (fact ? [{ name, value: maskNoise(String(fact.value)), span: fact.span }] : []);
const listed = (span: Span, names: readonly string[]): Told[] => names.map((name) => ({ name: maskNoise(name), value: 'yes', span }));
const keyed = (facts: ReadonlyMap<string, Known<string | number>>): Told[] => [...facts].map(([name, { value, span }]) => ({ name, value: maskNoise(String(value)), span }));
const whole = { whole: true } as const;

/** How each fact is told. Left out are those that only repeat others, and how the start ended: that is what is to be explained. */
const readers: { readonly [F in FactName]?: Reader<F> } = {
  namespaces: { topic: 'namespaces', ...whole, read: ({ value }) => value.map(({ type, path, span }) => ({ name: type, value: path ? maskNoise(path.value) : 'new', span })) },
  uidMap: { topic: 'maps', read: one(printMap) },
  gidMap: { topic: 'maps', read: one(printMap) },
  outerUidMap: { topic: 'maps', read: one(printMap) },
  askedUidMap: { topic: 'maps', read: one(printMap) },
  askedGidMap: { topic: 'maps', read: one(printMap) },
  rootfsPath: { topic: 'rootfs', read: one() },
  rootfsOnHost: { topic: 'rootfs', read: one() },
  rootfsReadonly: { topic: 'rootfs', read: one() },
  rootfsPropagation: { topic: 'rootfs', read: one() },
  bundle: { topic: 'rootfs', read: one() },
  files: { topic: 'rootfs', read: (files) => files.all.map((file) => ({ name: maskNoise(file.path), value: printFile(file), span: file.span })) },
  mounts: {
    topic: 'mounts',
    ...whole,
    read: ({ value }) =>
      value.map(({ destination, type, source, options, span }) => ({
        name: maskNoise(destination),
        value: maskNoise([type, source, options.map((option) => option.value).toSorted().join(',')].filter(Boolean).join(' ')),
        span,
      })),
  },
  processArgs: { topic: 'process', read: one((args) => args.join(' ')) },
  processCwd: { topic: 'process', read: one() },
  processUser: { topic: 'process', read: one(({ uid, gid, additionalGids }) => [uid?.value ?? 0, gid?.value ?? 0, ...additionalGids.map(({ value }) => value)].join(':')) },
  searchPath: { topic: 'process', read: one((directories) => directories.join(':')) },
  specVersion: { topic: 'versions', read: one() },
  terminal: { topic: 'process', read: one() },
  noNewPrivileges: { topic: 'process', read: one() },
  capabilities: { topic: 'process', ...whole, read: ({ value, span }) => listed(span, value) },
  rlimits: { topic: 'process', ...whole, read: each(({ type }) => type, ({ hard }) => String(hard ?? '')) },
  oomScoreAdj: { topic: 'process', read: one() },
  apparmorProfile: { topic: 'process', read: one() },
  cgroupsPath: { topic: 'cgroups', read: one() },
  devices: { topic: 'cgroups', ...whole, read: each(String, () => 'yes') },
  resources: { topic: 'cgroups', ...whole, read: each(String, () => 'yes') },
  cgroupVersion: { topic: 'cgroups', read: one() },
  controllers: { topic: 'cgroups', read: one((names) => names.toSorted().join(' ')) },
  linger: { topic: 'cgroups', read: one() },
  askedSysctls: { topic: 'sysctls', ...whole, read: each(String, () => 'yes') },
  sysctls: { topic: 'sysctls', read: keyed },
  pod: { topic: 'orchestration', read: ({ hostUsers, runtimeClass, shared }) => [...named('hostUsers', hostUsers), ...named('runtimeClassName', runtimeClass), ...each(String, () => 'yes')(shared)] },
  launcher: { topic: 'orchestration', read: one() },
  runtime: { topic: 'versions', read: one(({ name, version }) => [name, version].filter(Boolean).join(' ')) },
  versions: { topic: 'versions', read: keyed },
  supports: { topic: 'versions', read: ({ idmap, userns }) => [...named('idmap', idmap), ...named('userns', userns)] },
  subuids: { topic: 'subids', ...whole, read: ({ value }) => value.ranges.map(({ owner, start, count, span }) => ({ name: owner, value: closed(start, count), span })) },
  subgids: { topic: 'subids', ...whole, read: ({ value }) => value.ranges.map(({ owner, start, count, span }) => ({ name: owner, value: closed(start, count), span })) },
  fileCapabilities: { topic: 'subids', read: each(({ path }) => path, ({ capabilities }) => capabilities || 'none') },
  rootless: { topic: 'host', read: one() },
  caller: { topic: 'host', read: one(({ name, uid }) => [name, uid].filter((part) => part !== undefined).join(' ')) },
  callerLimits: { topic: 'host', read: keyed },
  callerSeccomp: { topic: 'host', read: one() },
  hiddenProc: { topic: 'host', read: one() },
  insideContainer: { topic: 'host', read: one() },
  insideChroot: { topic: 'host', read: one() },
  remapped: { topic: 'host', read: one() },
  hostMounts: { topic: 'host', read: (mounts) => mounts.map(({ target, type, source, options, span }) => ({ name: maskNoise(target), value: maskNoise([type, source, options.toSorted().join(',')].filter(Boolean).join(' ')), span })) },
};

export const toldFacts = Object.keys(readers) as readonly FactName[];

export function topicOf(fact: FactName): Topic {
  return readers[fact]?.topic ?? 'host';
}

export function isWhole(fact: FactName): boolean {
  return readers[fact]?.whole === true;
}

/** What a fact tells; undefined where it is not known. */
export function told<F extends FactName>(fact: F, facts: Facts): readonly Told[] | undefined {
  const reader: Reader<F> | undefined = readers[fact];
  const value = facts[fact];
  return reader && isKnown(value) ? reader.read(value) : undefined;
}

function isKnown<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}

function closed(start: number, count: number): string {
  return count <= 1 ? `${start}` : `${start}–${start + count - 1}`;
}

function printMap({ extents }: IdMap): string {
  return extents.map(({ containerId, hostId, size }) => `${range(containerId, size)} → ${range(hostId, size)}`).join(', ') || 'none';
}

function range(first: ExtentNumber, size: ExtentNumber): string {
  return first.value === undefined || size.value === undefined ? `${first.text} (${size.text})` : closed(first.value, size.value);
}

function printFile({ missing, type, uid, user, gid, group, mode, acl, target }: HostFile): string {
  if (missing) return 'missing';
  const owner = `${uid ?? user ?? '?'}:${gid ?? group ?? '?'}`;
  return [type === 'directory' || type === 'unknown' ? '' : type, owner, mode === undefined ? '' : mode.toString(8).padStart(4, '0'), acl ? 'ACL' : '', target === undefined ? '' : `→ ${maskNoise(target)}`].filter(Boolean).join(' ');
}
