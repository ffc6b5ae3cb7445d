import { lineCount, positionAt, type Document } from '../documents/document';
import { at, elements, member, readJson, type JsonNode, type JsonTree } from '../documents/json';
import { readToldCommands } from '../documents/told-commands';
import { readToldVersions } from '../documents/told-versions';
import { readDocuments, type ReadDocument } from '../documents/read-documents';
import type { Region } from '../documents/region';
import { generalWords } from '../general-words';
import { writeRanges } from '../messages/version-range';
import type { Sentence } from '../report';
import { sayFrom } from '../sentence';
import { lastFailed, partByFolder } from './bundles';
import { readConfig, readIdMap } from './config-facts';
import { findConfigTrouble } from './config-trouble';
import { configOf, readConfigs } from './configs';
import { hear } from './failures';
import type { Facts } from './facts';
import { readHeardMaps } from './heard-maps';
import { readHeardVersions, type Contradiction } from './heard-versions';
import type { Passed } from './implied-steps';
import { readHost } from './host-facts';
import { readLaunch } from './launch';
import { joinVersions, readMoreOfHost } from './more-host-facts';
import { readPods } from './pod-facts';
import { mapsOneSide, runsContainer } from './run-command';
import { readSwitchesRead } from './switches-read';

const say = sayFrom<typeof generalWords.en>('general');

/** The facts, and what else the report tells. */
export interface Gathered {
  readonly facts: Facts;
  readonly passed: readonly Passed[];
  /** What was not looked at, or not used. */
  readonly limits: readonly Sentence[];
}

/** Joins all documents about one container to one answer for each fact. Nothing here decides. */
export function gatherFrom(documents: readonly ReadDocument[]): Gathered {
  const bundles = partByFolder(documents);
  if (!bundles) return gatherOne(documents);
  const { failed, others } = lastFailed(bundles, documents);
  const left = new Set(others.flatMap((other) => other.documents));
  const gathered = gatherOne(documents.filter((one) => !left.has(one)));
  const limits = others.map(({ folder }) => say('limitOtherContainer', { container: folder.replace(/\/$/, ''), used: failed.folder.replace(/\/$/, '') }));
  return { ...gathered, limits: [...gathered.limits, ...limits] };
}

function gatherOne(documents: readonly ReadDocument[]): Gathered {
  const regions = documents.flatMap((one) => one.regions);
  const heard = hear(documents);
  const given = readConfigs(regions);
  const { failure } = heard;
  const start = regions.findLast(({ command }) => command !== undefined && runsContainer(command.value.text))?.command;
  // The container that is started has no map: a config with one is not its own.
  const configs = start && mapsOneSide(start.value.text) ? given.filter(({ tree }) => at(tree, 'linux', 'uidMappings') === undefined) : given;
  // What names the container that failed: the line, and the command that printed it.
  const used = configOf(configs, `${failure?.command ?? ''}\n${failure?.text ?? ''}`)?.tree;
  const others = configs.filter(({ tree }) => tree !== used);
  const host = readHost(regions);
  const more = readMoreOfHost(regions);
  const told = new Map(readToldVersions(regions).map(({ value, span }) => [value.program, { value: value.version, span }] as const));
  const versions = joinVersions(joinVersions(host.versions, more.versions), told.size > 0 ? told : undefined);
  const withTold = [...readToldCommands(regions), ...regions];
  const launch = readLaunch(withTold, heard.failures, versions);
  // A later source only fills what the earlier ones leave open: the config, the commands, the host, the log.
  const facts = firstOf(used ? readConfig(used) : {}, launch, host, readStateMaps(regions), readHeardMaps(withTold), more);
  if (versions) facts.versions = versions;
  const { heard: heardVersions, contradictions } = readHeardVersions(heard.spoken, versions);
  if (heardVersions.size > 0) facts.heardVersions = heardVersions;
  facts.caller = joinCallers(launch.caller, host.caller) ?? facts.caller;
  facts.pod = readPods(regions, heard.failures);
  if (used) facts.configTrouble = findConfigTrouble(used);
  if (heard.failures.length > 0) facts.failures = heard.failures;
  facts.switchesRead = readSwitchesRead(heard.failures);
  if (heard.failure) facts.failure = heard.failure;
  if (heard.started) facts.started = heard.started;
  facts.rootfsOnHost = rootfsOnHost(facts);
  const name = used?.root?.span.document.name ?? '';
  return {
    facts: withoutGaps(facts),
    passed: withoutUserns(facts) ? heard.passed.filter(({ step }) => step !== 'create-namespaces' && step !== 'write-id-maps') : heard.passed,
    limits: [
      ...documents.flatMap(({ document }) => excerptLimit(document) ?? []),
      ...given.filter((one) => !configs.includes(one)).map(({ tree }) => say('limitNotStarted', { document: tree.root?.span.document.name ?? '' })),
      ...others.map(({ tree }) => say('limitOtherConfig', { document: tree.root?.span.document.name ?? '', used: name })),
      ...heard.others.map(({ name: container, failure }) => say('limitOtherFailed', { container, line: `${positionAt(failure.span.document, failure.span.start).line}`, document: failure.span.document.name })),
      ...contradictions.map(saysContradiction),
    ],
  };
}

/** Was no user namespace asked for, so that none was made and no map written? */
function withoutUserns({ namespaces }: Facts): boolean {
  return namespaces?.value.every(({ type }) => type !== 'user') === true;
}

/** Two places that cannot be true of one program: one of them is of another time, host or binary. */
function saysContradiction({ program, ranges, span, printed }: Contradiction): Sentence {
  const told = { program, range: writeRanges(ranges), document: span.document.name, line: `${positionAt(span.document, span.start).line}` };
  return printed === undefined ? say('limitWordsDiffer', told) : say('limitVersionDiffers', { ...told, printed });
}

/** Says of a document that lines were left out, and how many were read. */
function excerptLimit(document: Document): Sentence | undefined {
  const { lineNumbers } = document;
  if (!lineNumbers) return undefined;
  const read = lineNumbers.filter((number, index) => (lineNumbers[index + 1] ?? number + 1) === number + 1).length - 1;
  return say('limitExcerpt', { document: document.name, lines: lineCount(document), read });
}

/** A prompt tells the name of a user, and `id` his number as well. */
function joinCallers(prompted: Facts['caller'], identified: Facts['caller']): Facts['caller'] {
  const same = prompted?.value.name !== undefined && prompted.value.name === identified?.value.name;
  return same && identified ? { value: { ...identified.value, ...prompted.value }, span: identified.span } : undefined;
}

/** The facts of some texts, for tests of causes. */
export function gatherFacts(texts: readonly { readonly name: string; readonly text: string }[]): Facts {
  return gatherFrom(readDocuments(texts)).facts;
}

/** The kubelet's and the runtimes' state files hold the maps of a pod or container as well. */
function readStateMaps(regions: readonly Region[]): Facts {
  const facts: Facts = {};
  for (const region of regions) {
    if (region.kind !== 'json') continue;
    const tree = readJson(region);
    facts.uidMap ??= readIdMap(at(tree, 'uidMappings') ?? listAskedFor('uidMappings', tree, region));
    facts.gidMap ??= readIdMap(at(tree, 'gidMappings') ?? listAskedFor('gidMappings', tree, region));
  }
  return facts;
}

/** What `jq .linux.uidMappings config.json` prints: the list alone. */
function listAskedFor(name: string, { root }: JsonTree, { command }: Region): JsonNode | undefined {
  const isMap = elements(root).some((one) => member(one, 'containerID') && member(one, 'hostID'));
  return isMap && command?.value.text.includes(name) ? root : undefined;
}

function firstOf(...sources: readonly Facts[]): Facts {
  return sources.reduceRight<Facts>((joined, source) => ({ ...joined, ...withoutGaps(source) }), {});
}

function withoutGaps(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** An absolute `root.path`, or a relative one joined to the bundle of a runtime that is started by itself. */
function rootfsOnHost({ rootfsPath, bundle, launcher }: Facts): Facts['rootfsOnHost'] {
  if (!rootfsPath || rootfsPath.value === '') return undefined;
  if (rootfsPath.value.startsWith('/')) return { value: trimmed(rootfsPath.value), span: rootfsPath.span };
  const direct = launcher?.value === 'runc' || launcher?.value === 'crun';
  if (!bundle || !direct) return undefined;
  return { value: trimmed(`${bundle.value}/${rootfsPath.value.replace(/^(\.\/)+/, '')}`), span: rootfsPath.span };
}

function trimmed(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}
