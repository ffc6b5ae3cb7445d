import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { manifest } from './manifest';
import { must, run } from './shell';

/** Why this machine cannot hold the lab; undefined where it can. */
export function unsuitable(): string | undefined {
  if (process.getuid?.() !== 0) return 'it starts containers, mounts and makes users: run it as root';
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const architecture = run('dpkg', ['--print-architecture']).output.trim();
  if (release.includes(`VERSION_CODENAME=${manifest.release}`) && architecture === manifest.architecture) return undefined;
  return `it wants Debian ${manifest.release} on ${manifest.architecture}`;
}

/** The packages of the manifest that are not installed. */
function missingPackages(): string[] {
  // It prints what it knows, also where it ends in failure for the others.
  const listed = run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}${Package}\n', ...manifest.packages]).output.split('\n');
  return manifest.packages.filter((name) => !listed.some((line) => line.startsWith('ii') && line.endsWith(` ${name}`)));
}

/** Installs the packages of the manifest that are not there. */
export function installPackages(): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  process.stdout.write(`installing ${missing.join(' ')}\n`);
  must('apt-get', ['-q', 'update']);
  must('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...missing], { DEBIAN_FRONTEND: 'noninteractive' });
}

/** Lists and archives of other suites of the mirror that this machine uses, beside the system's own. */
export class OtherSuites {
  readonly #environment: Readonly<Record<string, string>>;

  constructor(readonly folder: string) {
    const targets = run('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages', 'Origin: Debian', 'Label: Debian', `Codename: ${manifest.release}`]);
    const mirror = targets.output.split('\n')[0];
    if (!mirror) throw new Error("no mirror of Debian among this machine's sources of apt");
    const suites = new Set([...manifest.unpacked, ...manifest.libraries].map(({ suite }) => suite));
    for (const name of ['lists/partial', 'cache/archives/partial', 'debs']) mkdirSync(path.join(folder, name), { recursive: true });
    const source = (suite: string) => `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${suite} main\n`;
    writeFileSync(path.join(folder, 'sources.list'), [...suites].map(source).join(''));
    const options = [
      `Dir::Etc::sourcelist "${folder}/sources.list"`, 'Dir::Etc::sourceparts "/dev/null"', 'Dir::Etc::preferencesparts "/dev/null"',
      `Dir::State::lists "${folder}/lists"`, `Dir::Cache "${folder}/cache"`, 'APT::Sandbox::User "root"',
    ];
    writeFileSync(path.join(folder, 'apt.conf'), options.map((one) => `${one};\n`).join(''));
    this.#environment = { APT_CONFIG: path.join(folder, 'apt.conf') };
    must('apt-get', ['-qq', 'update'], this.#environment);
  }

  madison(name: string): string {
    return must('apt-cache', ['madison', name], this.#environment);
  }

  /** Downloads one package, whose sum apt holds against the signed lists, and unpacks it; the path of its .deb is no more. */
  unpack(name: string, version: string, target: string, sum?: string): void {
    const debs = path.join(this.folder, 'debs');
    rmSync(debs, { recursive: true, force: true });
    mkdirSync(debs);
    must('apt-get', ['-q', 'download', `${name}=${version}`], this.#environment, debs);
    const [file = ''] = must('ls', [debs]).split('\n');
    const found = must('sha256sum', [path.join(debs, file)]).split(' ')[0];
    if (sum !== undefined && found !== sum) throw new Error(`${file}: its SHA-256 is ${found}, and ${sum} in the manifest`);
    mkdirSync(target, { recursive: true });
    must('dpkg-deb', ['-x', path.join(debs, file), target]);
    rmSync(debs, { recursive: true, force: true });
  }
}
