import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installPackages, OtherSuites } from './debian';
import { cache, chooseVersion, manifest, readMadison, type PinnedPackage } from './manifest';
import { must, run } from './shell';

/** A program under test. */
export interface Program {
  readonly id: string;
  /** Its folder in the cache; undefined for the system's own. */
  readonly folder: string | undefined;
  /** As it says itself. */
  readonly version: string;
}

/** The command of a program: `runc` of `runc-1.1-trixie`. */
export const nameOf = (id: string): string => id.split('-')[0] ?? id;

export interface Programs {
  readonly byId: ReadonlyMap<string, Program>;
  /** Versions that are others than the manifest's, and programs that are not to be had. */
  readonly notes: readonly string[];
}

/** Installs and unpacks what is missing. Throws where the system's own runtimes do not run; notes where others do not. */
export function prepareRuntimes(): Programs {
  installPackages();
  const notes = newerOnes();
  const programs: Program[] = manifest.system.map(({ id, package: name }) => ({ id, folder: undefined, version: versionOf(name) }));
  for (const { id, package: name } of manifest.unpacked) {
    const folder = path.join(cache, id);
    const program = path.join(folder, name);
    if (existsSync(program)) programs.push({ id, folder, version: versionOf(program) });
  }
  return { byId: new Map(programs.map((one) => [one.id, one])), notes };
}

function versionOf(program: string): string {
  const first = must(program, ['--version']).split('\n')[0] ?? '';
  return / v?(\d+\.\d+[\w.~-]*)/.exec(first)?.[1] ?? first;
}

/** What came of unpacking; a mirror that does not answer leaves the system's own runtimes. */
function newerOnes(): readonly string[] {
  try {
    return unpackAll();
  } catch (error) {
    return [`no other runtimes than the system's own: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Unpacks libraries and programs once; the notes of that time are kept beside them. */
function unpackAll(): string[] {
  const mark = path.join(cache, 'unpacked.json');
  const value = JSON.stringify(manifest);
  if (existsSync(mark)) {
    const { of, notes } = JSON.parse(readFileSync(mark, 'utf8')) as { of: string; notes: string[] };
    if (of === value) return notes;
  }
  process.stdout.write(`unpacking runtimes into ${cache}\n`);
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const suites = new OtherSuites(path.join(cache, 'apt'));
  const notes: string[] = [];
  const fetch = (wanted: PinnedPackage, target: string, library: boolean): boolean => {
    const chosen = chooseVersion(wanted, readMadison(suites.madison(wanted.package)), library);
    if (!chosen) notes.push(`${wanted.package} ${wanted.version} is in no suite any more`);
    else if (!chosen.pinned) notes.push(`${wanted.package} ${chosen.version} of ${chosen.suite}, in place of ${wanted.version}`);
    if (chosen) suites.unpack(wanted.package, chosen.version, target, chosen.pinned ? wanted.sha256 : undefined);
    return chosen !== undefined;
  };
  for (const library of manifest.libraries) fetch(library, path.join(cache, 'libraries'), true);
  for (const wanted of manifest.unpacked) {
    const folder = path.join(cache, wanted.id);
    if (!fetch(wanted, folder, false)) continue;
    const trouble = install(folder, wanted.package);
    if (trouble !== undefined) {
      notes.push(`${wanted.id} does not run here: ${trouble}`);
      rmSync(folder, { recursive: true, force: true });
    }
  }
  keepHelpers(suites.folder);
  writeFileSync(mark, JSON.stringify({ of: value, notes }));
  return notes;
}

/** Puts the programs of a package into the top of its folder and gives them the loader of the libraries; why it does not run. */
function install(folder: string, name: string): string | undefined {
  const libraries = path.join(cache, 'libraries/usr/lib/x86_64-linux-gnu');
  for (const bin of ['usr/sbin', 'usr/bin']) {
    const from = path.join(folder, bin);
    // One of the two may hold links to the other.
    if (existsSync(from)) for (const one of readdirSync(from)) copyFileSync(path.join(from, one), path.join(folder, one));
  }
  for (const other of ['usr', 'etc', 'lib']) rmSync(path.join(folder, other), { recursive: true, force: true });
  const program = path.join(folder, name);
  if (run(program, ['--version']).status !== 0) {
    // Newer programs want a newer C library than the system's.
    const { status, output } = run('patchelf', ['--set-interpreter', path.join(libraries, 'ld-linux-x86-64.so.2'), '--force-rpath', '--set-rpath', libraries, program]);
    if (status !== 0) return output.trim();
  }
  const tried = run(program, ['--version']);
  return tried.status === 0 ? undefined : tried.output.trim().split('\n')[0];
}

/** The packages that a fix may install in a world, which has no network. */
function keepHelpers(folder: string): void {
  const helpers = path.join(cache, 'helpers');
  mkdirSync(helpers, { recursive: true });
  must('apt-get', ['-q', '-o', 'APT::Sandbox::User=root', 'download', ...manifest.helpers], {}, helpers);
  for (const name of readdirSync(helpers)) {
    // A colon of an epoch is %3a in the name, which a file: source reads as a colon.
    if (name.includes('%')) copyFileSync(path.join(helpers, name), path.join(helpers, name.replaceAll('%', '_')));
    if (name.includes('%')) rmSync(path.join(helpers, name));
  }
  rmSync(folder, { recursive: true, force: true });
}
