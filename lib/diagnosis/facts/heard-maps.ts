import type { Known, Span } from '../documents/document';
import { readIdMap as readIdMapFile } from '../documents/id-files';
import { readLogLines, type LogLine } from '../documents/log-lines';
import type { Region } from '../documents/region';
import type { Facts } from './facts';
import { runsContainer } from './run-command';
import { IdMap, type Extent, type ExtentNumber } from './id-map';

type Which = 'uid' | 'gid';

/** Prints the map of the shell itself; `podman unshare cat …` prints that of a namespace below it. */
const ofShell = /^(?:sudo )?(?:cat|head|tail|grep|sed|awk)\s.*\/proc\/(?:self|thread-self|\$\$)\/[ug]id_map/;

/**
 * ID maps that logs, commands and /proc files show: what runc's nsexec writes, the arguments of newuidmap, the
 * options --uidmap and --gidmap, lxc.idmap lines, and the content of uid_map.
 */
export function readHeardMaps(regions: readonly Region[]): Facts {
  const facts: Facts = {};
  const commands = new Set<string>();
  for (const region of regions) {
    // What a container prints of its own map is no map that was asked for.
    const command = region.command?.value.text ?? '';
    if (region.kind === 'id-map' && !runsContainer(command)) readFile(region, facts, ofShell.test(command));
    // One command has a region for itself and one for each part of what it printed; a second try asks for the same.
    if (region.command && !commands.has(region.command.value.text)) readOptions(region.command.value.text, region.command.span, facts);
    if (region.command) commands.add(region.command.value.text);
    if (region.kind === 'log' || region.kind === 'text') for (const line of readLogLines(region)) readLine(line, facts);
  }
  return facts;
}

function readLine(line: LogLine, facts: Facts): void {
  // runc: libcontainer/nsenter/nsexec.c, update_uidmap; the map's lines are parted by newlines.
  const written = /update \/proc\/\d+\/(uid|gid)_map to '((?:\d{1,20} \d{1,20} \d{1,20} ){1,340})'/.exec(line.text);
  if (written?.[1] && written[2]) keep(facts, written[1] as Which, triples(written[2].trim().split(/\s+/), line.span), line.span);
  // Buildah and containers/storage (pkg/unshare) quote the text that they write themselves.
  const direct = /writing \\*"((?:\d{1,20} \d{1,20} \d{1,20}(?:\\+n|\s)*){1,340})\\*" to \/proc\/\d+\/(uid|gid)_map/.exec(line.text);
  if (direct?.[1] && direct[2]) keep(facts, direct[2] as Which, triples(direct[1].split(/(?:\\+n|\s)+/).filter(Boolean), line.span), line.span);
  // rootlesskit and podman print newuidmap's arguments: PID, then triples of container ID, host ID and count.
  const called = /new(uid|gid)map \d+ \[?((?:\d{1,20} \d{1,20} \d{1,20} ?)+)\]?/.exec(line.text);
  if (called?.[1] && called[2]) keepAsked(facts, called[1] as Which, triples(called[2].trim().split(/\s+/), line.span), line.span);
  // shadow: src/newuidmap.c prints ranges half-open.
  const refused = /new(uid|gid)map: [ug]id range \[(\d{1,20})-(\d{1,20})\) -> \[(\d{1,20})-(\d{1,20})\) not allowed/.exec(line.text);
  if (refused) keepAsked(facts, refused[1] as Which, [fromRange(refused, line.span)], line.span);
  const lxc = /lxc\.id_?map\s*=\s*([ugb]) (\d{1,20}) (\d{1,20}) (\d{1,20})/.exec(line.text);
  if (lxc) for (const which of sides(lxc[1])) add(facts, which, triples(lxc.slice(2), line.span), line.span);
}

function fromRange(match: RegExpExecArray, span: Span): Extent {
  const [, , first = '', end = '', host = ''] = match;
  return extent(first, host, String(Number(end) - Number(first)), span);
}

function sides(letter: string | undefined): Which[] {
  return letter === 'u' ? ['uid'] : letter === 'g' ? ['gid'] : ['uid', 'gid'];
}

function readOptions(command: string, span: Span, facts: Facts): void {
  for (const [, which, value] of command.matchAll(/--(uid|gid)map[= ]["']?(\d{1,20}:\d{1,20}:\d{1,20})/g)) {
    if (value) add(facts, which as Which, triples(value.split(':'), span), span);
  }
}

function readFile(region: Region, facts: Facts, isOuter: boolean): void {
  const { extents, which } = readIdMapFile(region);
  const read = extents.map(({ containerId, hostId, size, span }) => ({
    containerId: number(String(containerId.value), containerId.span),
    hostId: number(String(hostId.value), hostId.span),
    size: number(String(size.value), size.span),
    span,
  }));
  // Every ID, each as itself, is the initial namespace: no container has that map.
  if (isOuter || (!region.command && isInitial(read))) {
    if (which !== 'gid' || region.command?.value.text.includes('uid_map')) facts.outerUidMap ??= { value: new IdMap(read.slice(0, extentsOfFirst(read))), span: region };
  } else for (const side of which === 'either' ? (['uid', 'gid'] as const) : [which]) keep(facts, side, read, region);
}

function isInitial(read: readonly Extent[]): boolean {
  return read.length > 0 && read.every(({ containerId, hostId, size }) => containerId.value === 0 && hostId.value === 0 && size.value === 4294967295);
}

/** `cat uid_map gid_map` prints two maps, one after the other: the second begins again at the container ID of the first. */
function extentsOfFirst(read: readonly Extent[]): number {
  const again = read.findIndex(({ containerId }, index) => index > 0 && containerId.value === read[0]?.containerId.value);
  return again < 0 ? read.length : again;
}

function triples(words: readonly string[], span: Span): Extent[] {
  const extents: Extent[] = [];
  for (let at = 0; at + 2 < words.length; at += 3) extents.push(extent(words[at] ?? '', words[at + 1] ?? '', words[at + 2] ?? '', span));
  return extents;
}

function extent(containerId: string, hostId: string, size: string, span: Span): Extent {
  return { containerId: number(containerId, span), hostId: number(hostId, span), size: number(size, span), span };
}

function number(text: string, span: Span): ExtentNumber {
  const fits = /^(0|[1-9]\d{0,9})$/.test(text) && Number(text) <= 4294967295;
  return { text, value: fits ? Number(text) : undefined, span };
}

function keep(facts: Facts, which: Which, extents: readonly Extent[], span: Span): void {
  const map: Known<IdMap> = { value: new IdMap(extents), span };
  if (which === 'uid') facts.uidMap ??= map;
  else facts.gidMap ??= map;
}

function add(facts: Facts, which: Which, extents: readonly Extent[], span: Span): void {
  const known = which === 'uid' ? facts.uidMap : facts.gidMap;
  const map: Known<IdMap> = { value: new IdMap([...(known?.value.extents ?? []), ...extents]), span: known?.span ?? span };
  if (which === 'uid') facts.uidMap = map;
  else facts.gidMap = map;
}

function keepAsked(facts: Facts, which: Which, extents: readonly Extent[], span: Span): void {
  const map: Known<IdMap> = { value: new IdMap(extents), span };
  if (which === 'uid') facts.askedUidMap ??= map;
  else facts.askedGidMap ??= map;
}
