import { askedControllers, readControllers } from '../documents/cgroup-controllers';
import { readContainerdConfig } from '../documents/containerd-config';
import { lineIndexAt, lineSpan, quote, type Known, type Span } from '../documents/document';
import { readEngineInfo, type EngineInfo, type PrintedExtent } from '../documents/engine-info';
import { readEngineLines, type EngineLines } from '../documents/engine-lines';
import { askedOfGetcap, readFileCapabilities } from '../documents/file-capabilities';
import { readKubeletSettings } from '../documents/manifests';
import { readMembers } from '../documents/members';
import { readProcessLimits } from '../documents/process-limits';
import { readProcessStatus } from '../documents/process-status';
import type { Region } from '../documents/region';
import type { Facts } from './facts';
import { IdMap, type ExtentNumber } from './id-map';
import { runsContainer } from './run-command';
import { withoutOutput } from './without-output';

/** What engines, the kubelet, containerd and the shell around the runtime tell of the host. */
export function readMoreOfHost(regions: readonly Region[]): Facts {
  const facts: Facts = {};
  for (const region of regions) {
    for (const members of readMembers(region)) {
      facts.kubelet ??= readKubeletSettings(members);
      if (region.kind === 'toml') facts.containerdConfig ??= readContainerdConfig(members);
      else keepEngine(readEngineInfo(members), facts);
    }
    const told = readEngineLines(region);
    facts.linger ??= told.linger;
    keepCommon(told, facts);
    // What a container prints of itself is not true of the process that starts it.
    const inside = runsContainer(region.command?.value.text ?? '');
    if (inside) continue;
    facts.callerStatus ??= readProcessStatus(region);
    facts.callerLimits ??= readProcessLimits(region);
  }
  facts.insideChroot = readChroot(regions);
  facts.callerSeccomp = facts.callerStatus?.seccomp;
  facts.fileCapabilities = readAllCapabilities(regions);
  facts.controllers = usersControllers(regions) ?? facts.controllers;
  return facts;
}

/** The first that tells a fact is believed. */
function keepCommon({ cgroupVersion, rootless, remapped }: EngineLines, facts: Facts): void {
  facts.cgroupVersion ??= cgroupVersion;
  facts.rootless ??= rootless;
  facts.remapped ??= remapped;
}

function keepEngine(info: EngineInfo, facts: Facts): void {
  const { idmap, userns, rootless, controllers, versions } = info;
  keepCommon(info, facts);
  facts.controllers ??= controllers;
  if (idmap || userns) facts.supports = { ...(idmap ? { idmap } : {}), ...(userns ? { userns } : {}), ...facts.supports };
  // Only without root is the map of podman's own namespace that of its containers.
  if (rootless?.value) {
    facts.uidMap ??= mapOf(info.uidMap);
    facts.gidMap ??= mapOf(info.gidMap);
  }
  if (versions.length > 0) facts.versions = new Map([...versions.map(({ value, span }): [string, Known<string>] => [value.program, { value: value.version, span }]), ...(facts.versions ?? [])]);
}

function mapOf(extents: readonly PrintedExtent[]): Known<IdMap> | undefined {
  const [first, last] = [extents[0], extents.at(-1)];
  const number = ({ value, span }: Known<number>): ExtentNumber => ({ text: String(value), value, span });
  if (!first || !last) return undefined;
  const read = extents.map(({ containerId, hostId, size, span }) => ({ containerId: number(containerId), hostId: number(hostId), size: number(size), span }));
  return { value: new IdMap(read), span: { ...first.span, end: last.span.end } };
}

/** Versions that were printed by themselves come before those that an engine tells. */
export function joinVersions(printed: Facts['versions'], told: Facts['versions']): Facts['versions'] {
  return printed && told ? new Map([...told, ...printed]) : (printed ?? told);
}

/**
 * A prompt that names a chroot, the answer of `systemd-detect-virt --chroot; echo $?` (0 is yes, 1 is no), or what that
 * program compares: device and inode of the root here and of process 1 (systemd, virt.c, running_in_chroot).
 */
function readChroot(regions: readonly Region[]): Facts['insideChroot'] {
  const prompted = regions.find(({ command }) => command?.value.chroot !== undefined)?.command;
  if (prompted) return { value: true, span: lineSpan(prompted.span.document, lineIndexAt(prompted.span.document, prompted.span.start)) };
  const asked = regions.find(({ command, kind, ...span }) => kind === 'log' && /\bsystemd-detect-virt\s.*--chroot\b.*echo \$\?/.test(command?.value.text ?? '') && /^[01]$/.test(quote(span).trim()));
  if (asked?.command) return { value: quote(asked).trim() === '0', span: asked };
  const compared = regions.find(({ command, kind, ...span }) => kind !== 'oci-config' && /^stat -Lc %d:%i \/ \/proc\/1\/root$/.test(command?.value.text ?? '') && /^\d+:\d+\s+\d+:\d+$/.test(quote(span).trim()));
  if (!compared) return undefined;
  const [here, first] = quote(compared).trim().split(/\s+/);
  return { value: here !== first, span: compared };
}

function readAllCapabilities(regions: readonly Region[]): Facts['fileCapabilities'] {
  const shown = regions.flatMap((region) => (region.kind === 'log' || region.kind === 'text' ? readFileCapabilities(region) : []));
  const silent = withoutOutput(regions).flatMap((region) => askedOfGetcap(region).map((path) => ({ value: { path, capabilities: '' }, span: spanOf(region) })));
  const all = [...shown, ...silent];
  return all.length > 0 ? all : undefined;
}

/** What the user was given stands at his manager; of other cgroups the deepest counts. */
function usersControllers(regions: readonly Region[]): Facts['controllers'] {
  const shown = regions.flatMap(readControllers);
  const empty = withoutOutput(regions).flatMap((region) => {
    const path = askedControllers(region);
    return path ? [{ value: { path, controllers: [] }, span: spanOf(region) }] : [];
  });
  const all = [...shown, ...empty];
  const depth = (path: string) => (/\/user@[^/]+\.service\/cgroup\.controllers$/.test(path) ? Infinity : path.split('/').length);
  const best = Math.max(...all.map(({ value }) => depth(value.path)));
  const used = all.find(({ value }) => depth(value.path) === best);
  return used && { value: used.value.controllers, span: used.span };
}

function spanOf({ command, ...region }: Region): Span {
  return command?.span ?? region;
}
