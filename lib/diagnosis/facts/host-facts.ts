import type { Known, Span } from '../documents/document';
import { readAcls, type FileAcl } from '../documents/file-acls';
import { readIdentity } from '../documents/identity';
import { readDenials } from '../documents/kernel-log';
import { readListing, listedWhole, type FileEntry } from '../documents/listings';
import { readLogLines } from '../documents/log-lines';
import { readMounts } from '../documents/mounts';
import type { Region } from '../documents/region';
import { readSysctls } from '../documents/sysctl';
import { readVersions } from '../documents/versions';
import type { Denial, Facts } from './facts';
import { readAppendedSubids } from './appended-subids';
import { Files, type HostFile } from './files';
import { readSubidFiles } from './subid-files';
import { readSurroundings } from './surroundings';

/** What the documents state about the host. */
export function readHost(regions: readonly Region[]): Facts {
  const facts: Facts = {};
  facts.files = readFiles(regions);
  readSubidFiles(regions, facts);
  readAppendedSubids(regions, facts);
  const sysctls = new Map<string, Known<string>>();
  const versions = new Map<string, Known<string>>();
  for (const region of regions) {
    for (const { value, span } of readSysctls(region)) sysctls.set(value.name, { value: value.value, span });
    for (const { value, span } of readVersions(region)) versions.set(value.program, { value: value.version, span });
  }
  if (sysctls.size > 0) facts.sysctls = sysctls;
  if (versions.size > 0) facts.versions = versions;
  const mounts = regions.filter(({ kind }) => kind === 'mounts').flatMap(readMounts);
  if (mounts.length > 0) {
    facts.hostMounts = mounts.map(({ target, source, fstype, options, span }) => ({ target, source, type: fstype, options, span }));
  }
  const denials = readAllDenials(regions);
  if (denials.length > 0) facts.denials = denials;
  readCaller(regions, facts);
  readSurroundings(regions, facts);
  return facts;
}

function readFiles(regions: readonly Region[]): Files | undefined {
  const listings = regions.filter(({ kind }) => kind === 'listing');
  const files = [...listings.flatMap(readListing).filter(({ absolute }) => absolute).map(hostFile), ...listings.flatMap(readAcls).map(fileOfAcl)];
  const listed = new Map<string, Span>();
  for (const { value, span } of listings.flatMap(listedWhole)) if (value.startsWith('/')) listed.set(value, span);
  return files.length > 0 || listed.size > 0 ? new Files(files, listed) : undefined;
}

/** getfacl names owners, and shows a number only where there is no name. */
function fileOfAcl({ path, user, group, mode, named, span }: FileAcl): HostFile {
  const id = (name: string | undefined) => (name === 'root' ? 0 : /^\d{1,10}$/.test(name ?? '') ? Number(name) : undefined);
  const [uid, gid] = [id(user), id(group)];
  return { path, type: 'unknown', mode, acl: named, missing: false, span, ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }), ...(user ? { user } : {}), ...(group ? { group } : {}) };
}

function hostFile(entry: FileEntry): HostFile {
  const uid = entry.owner?.uid ?? (entry.owner?.name === 'root' ? 0 : undefined);
  const gid = entry.group?.gid ?? (entry.group?.name === 'root' ? 0 : undefined);
  return {
    path: entry.path.value,
    type: entry.type,
    acl: entry.acl,
    missing: entry.missing ?? false,
    span: entry.span,
    ...(entry.mode === undefined ? {} : { mode: entry.mode }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(entry.owner?.name ? { user: entry.owner.name } : {}),
    ...(entry.group?.name ? { group: entry.group.name } : {}),
    ...(entry.target ? { target: entry.target } : {}),
  };
}

function readAllDenials(regions: readonly Region[]): Denial[] {
  return regions
    .filter(({ kind }) => kind === 'log' || kind === 'text')
    .flatMap((region) => readLogLines(region).filter(({ span }) => !isTyped(span, region)))
    .flatMap((line) => readDenials(line) ?? []);
}

/** Is a line the command itself? `dmesg | grep type=1326` looks for a denial and is none. */
function isTyped(line: Span, { command }: Region): boolean {
  return command !== undefined && line.document === command.span.document && line.start < command.span.end;
}

function readCaller(regions: readonly Region[], facts: Facts): void {
  for (const region of regions) {
    const identity = region.kind === 'identity' ? readIdentity(region) : undefined;
    if (!identity) continue;
    facts.caller = { value: { uid: identity.uid, ...(identity.name ? { name: identity.name } : {}) }, span: identity.span };
    facts.rootless = { value: identity.uid !== 0, span: identity.span };
  }
}
