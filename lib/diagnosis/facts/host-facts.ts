import type { Known, Span } from '../documents/document';
import { readIdentity } from '../documents/identity';
import { readSubids } from '../documents/id-files';
import { readDenials } from '../documents/kernel-log';
import { readListing, listedWhole, type FileEntry } from '../documents/listings';
import { readLogLines } from '../documents/log-lines';
import { readMounts } from '../documents/mounts';
import type { Region } from '../documents/region';
import { readSysctls } from '../documents/sysctl';
import { readVersions } from '../documents/versions';
import type { Denial, Facts, SubidFile, SubidRange } from './facts';
import { Files, type HostFile } from './files';

/** What the documents state about the host. */
export function readHost(regions: readonly Region[]): Facts {
  const facts: Facts = {};
  facts.files = readFiles(regions);
  readSubidFiles(regions, facts);
  readAppended(regions, facts);
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
  facts.listedNobody = readNobody(regions);
  facts.callerSeccomp = readSeccomp(regions);
  facts.insideChroot = readChroot(regions);
  facts.insideContainer = readContainer(regions);
  facts.hiddenProc = readHiddenProc(regions);
  return facts;
}

function readFiles(regions: readonly Region[]): Files | undefined {
  const listings = regions.filter(({ kind }) => kind === 'listing');
  const files = listings.flatMap(readListing).filter(({ absolute }) => absolute).map(hostFile);
  const listed = new Map<string, Span>();
  for (const { value, span } of listings.flatMap(listedWhole)) if (value.startsWith('/')) listed.set(value, span);
  return files.length > 0 || listed.size > 0 ? new Files(files, listed) : undefined;
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

function readSubidFiles(regions: readonly Region[], facts: Facts): void {
  for (const region of regions) {
    if (region.kind !== 'subid') continue;
    const grants = readSubids(region);
    const ranges = grants.map(
      ({ owner, start, count, span }): SubidRange => ({ owner: owner.value, start: start.value, count: count.value, span }),
    );
    const file: Known<SubidFile> = { value: { ranges }, span: region };
    const which = grants[0]?.file ?? 'either';
    if (which !== 'subgid') facts.subuids ??= file;
    if (which !== 'subuid') facts.subgids ??= file;
  }
}

/** An entry of `ls -l` that belongs to the overflow ID, by number or by the names that distributions give it. */
const nobodyEntry = /^[-dl][-rwxsStT]{9}[.+]?\s+\d+\s+(?:65534|nobody)\s+(?:65534|nobody|nogroup)\s/;

function readSeccomp(regions: readonly Region[]): Known<number> | undefined {
  for (const region of regions) {
    const line = region.kind === 'log' || region.kind === 'text' ? readLogLines(region).find(({ text }) => /^Seccomp:\s+[012]$/.test(text.trim())) : undefined;
    if (line) return { value: Number(line.text.trim().slice(-1)), span: line.span };
  }
  return undefined;
}

/** A command that changes the root, or a prompt that a chroot sets (`(bookworm)root@host`). */
function readChroot(regions: readonly Region[]): Known<true> | undefined {
  const command = regions.find((region) => /(?:^|\s)(?:sudo )?(?:chroot|arch-chroot|schroot|systemd-nspawn --chroot)\s/.test(region.command?.value.text ?? ''))?.command;
  return command && { value: true, span: command.span };
}

/** A runtime as the program of `docker run`, or a host name that is the short ID of a container (12 hexadecimal digits). */
function readContainer(regions: readonly Region[]): Known<true> | undefined {
  const engine = /(?:^|\s)(?:docker|podman|nerdctl|kubectl) (?:run|exec)\s.*\s(?:podman|buildah|docker|runc|crun|rootlesskit|unshare|dockerd\S*|containerd\S*)(?:\s|$)/;
  const nested = regions.find(({ command }) => command && (engine.test(command.value.text) || /^[0-9a-f]{12}$/.test(command.value.host ?? '')));
  return nested?.command && { value: true, span: nested.command.span };
}

/** `mount -o remount,hidepid=2 /proc` in a shell session. */
function readHiddenProc(regions: readonly Region[]): Known<string> | undefined {
  for (const { command } of regions) {
    const text = command?.value.text ?? '';
    const option = /\bmount\s/.test(text) && /\/proc\b/.test(text) ? /\bhidepid=[1-9a-z]\w*/.exec(text)?.[0] : undefined;
    if (command && option) return { value: option, span: command.span };
  }
  return undefined;
}

function readNobody(regions: readonly Region[]): Known<true> | undefined {
  for (const region of regions) {
    if (!['listing', 'log', 'text'].includes(region.kind)) continue;
    const line = readLogLines(region).find(({ text }) => nobodyEntry.test(text.trimStart()));
    if (line) return { value: true, span: line.span };
  }
  return undefined;
}

/** Where ordinary users begin (login.defs, UID_MIN): stands for `$(id -u)`, whose value the shell knows. */
const firstUser = 1000;

/** Lines that a session appends: `echo "$USER:100000:65536" >> /etc/subuid`. */
function readAppended(regions: readonly Region[], facts: Facts): void {
  const appended = /\becho\s+["']?([\w$-]{1,64}):(\d{1,10}|\$\(id -[ug]\)):(\d{1,10})["']?\s*(?:>>|\|\s*(?:sudo )?tee -a)\s*\/etc\/sub([ug])id\b/;
  for (const region of regions) {
    if (region.kind !== 'log' && region.kind !== 'text') continue;
    for (const line of readLogLines(region)) {
      const [, owner = '', start = '', count = '', which] = appended.exec(line.text.slice(0, 512)) ?? [];
      if (owner === '') continue;
      const range: SubidRange = { owner, start: start.startsWith('$') ? firstUser : Number(start), count: Number(count), span: line.span };
      const name = which === 'u' ? 'subuids' : 'subgids';
      facts[name] = { value: { ranges: [...(facts[name]?.value.ranges ?? []), range] }, span: facts[name]?.span ?? line.span };
    }
  }
}

function readAllDenials(regions: readonly Region[]): Denial[] {
  return regions
    .filter(({ kind }) => kind === 'log' || kind === 'text')
    .flatMap((region) => readLogLines(region))
    .flatMap((line) => readDenials(line) ?? []);
}

function readCaller(regions: readonly Region[], facts: Facts): void {
  for (const region of regions) {
    const identity = region.kind === 'identity' ? readIdentity(region) : undefined;
    if (!identity) continue;
    facts.caller = { value: { uid: identity.uid, ...(identity.name ? { name: identity.name } : {}) }, span: identity.span };
    facts.rootless = { value: identity.uid !== 0, span: identity.span };
  }
}
