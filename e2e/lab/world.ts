import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { withoutCapabilities } from './guard';
import { cache } from './manifest';
import { nameOf, type Program } from './runtimes';
import { must, type Ended } from './shell';

/** Who types a command. */
export type User = 'root' | 'alice';

const ids: Readonly<Record<User, number>> = { root: 0, alice: 1000 };
const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Seconds for one command in a world. */
const patience = 40;

/**
 * The world of one run: a root file system, users, /etc, network and processes of its own. Everything in it ends with
 * its pid 1; what it shares with the machine (sysctls that no namespace covers, cgroups) is put back by `Kept`.
 */
export class World {
  readonly #scratch: string;
  readonly #pid: number;
  readonly #end: () => Promise<void>;

  private constructor(scratch: string, pid: number, end: () => Promise<void>) {
    this.#scratch = scratch;
    this.#pid = pid;
    this.#end = end;
  }

  static async open(cgroup: 'v1' | 'v2'): Promise<World> {
    const scratch = mkdtempSync(path.join(tmpdir(), 'lab-'));
    const namespaces = ['--mount', '--pid', '--uts', '--ipc', '--net', '--cgroup', '--fork', '--kill-child', '--propagation', 'private'];
    const child = spawn('unshare', [...namespaces, 'sh', path.join(import.meta.dirname, 'world.sh'), scratch, cache, cgroup], { stdio: ['pipe', 'pipe', 'pipe'], cwd: '/' });
    const said = { out: '', err: '' };
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const ended = once(child, 'exit');
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said.out += chunk.toString();
        if (said.out.includes('ready')) resolve();
      });
    });
    await Promise.race([ready, ended]);
    const end = async () => {
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) await ended;
      rmSync(scratch, { recursive: true, force: true });
    };
    if (!said.out.includes('ready')) {
      await end();
      throw new Error(`no world: ${said.err.trim()}`);
    }
    const pid = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim());
    return new World(scratch, pid, end);
  }

  /** Ends every process of the world, and with them its mounts. */
  end(): Promise<void> {
    return this.#end();
  }

  /** A path of the world as this process sees it. */
  outside(name: string): string {
    return `/proc/${this.#pid}/root${name}`;
  }

  read(name: string): string {
    return readFileSync(this.outside(name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(this.outside(name), text);
  }

  exists(name: string): boolean {
    return existsSync(this.outside(name));
  }

  /** Puts a runtime first in PATH, under its own name and perhaps another. */
  installRuntime({ folder, id }: Program, ...otherNames: readonly string[]): void {
    const name = nameOf(id);
    // The system's own is in PATH already.
    if (folder) for (const one of [name, ...otherNames]) copyFileSync(path.join(folder, name), this.outside(`/usr/local/sbin/${one}`));
    else for (const one of otherNames) if (one !== name) symlinkSync(`/usr/bin/${name}`, this.outside(`/usr/local/sbin/${one}`));
  }

  /** Puts every program of a containerd first in PATH; they are large, and nothing changes them. */
  installContainerd({ folder }: Program): void {
    if (folder) for (const file of readdirSync(folder)) symlinkSync(path.join(folder, file), this.outside(`/usr/local/bin/${file}`));
  }

  /** What a user types, and what the terminal then shows. */
  type(line: string, folder: string, user: User = 'root', environment: Readonly<Record<string, string>> = {}): Ended {
    const id = ids[user];
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const login = { HOME: home, USER: user, LOGNAME: user, ...(id === 0 ? {} : { XDG_RUNTIME_DIR: `/run/user/${id}` }), ...environment };
    const become = id === 0 ? [] : ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups', '--inh-caps=-all'];
    return this.#enter([...become, 'bash', '-c', `exec 2>&1\n${line}`], folder, login);
  }

  /** Runs the commands of a fix as one script of /bin/sh, as root without the capabilities that reach out of the world. */
  applyCommands(commands: readonly string[], folder: string): Ended {
    if (commands.some((one) => /\bapt(?:-get)? /.test(one))) this.#offerPackages();
    return this.#enter(['setpriv', `--bounding-set=${withoutCapabilities}`, '--inh-caps=-all', '/bin/sh', '-e', '-c', `exec 2>&1\n${commands.join('\n')}`], folder, { HOME: '/root', USER: 'root', DEBIAN_FRONTEND: 'noninteractive' });
  }

  /** Part of building: fails loudly. */
  build(script: string, folder = '/'): void {
    const { status, output } = this.type(`set -e\n${script}`, folder);
    if (status !== 0) throw new Error(`building ended with status ${status}: ${output.slice(-1500)}`);
  }

  #enter(command: readonly string[], folder: string, environment: Readonly<Record<string, string>>): Ended {
    const variables = Object.entries({ PATH: searchPath, TERM: 'xterm', LANG: 'C.UTF-8', ...environment }).map(([name, value]) => `${name}=${value}`);
    const words = ['-t', String(this.#pid), '-m', '-u', '-i', '-n', '-p', '-C', 'sh', '-c', 'cd "$0" && exec "$@"', folder];
    const { status, stdout, stderr } = spawnSync('nsenter', [...words, 'timeout', '-k', '1', String(patience), 'env', '-i', ...variables, ...command], {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: (patience + 5) * 1000,
    });
    return { status: status ?? 124, output: `${stdout}${stderr}` };
  }

  /** A world has no network: its apt finds the packages that the lab holds. */
  #offerPackages(): void {
    if (this.exists('/var/cache/helpers')) return;
    mkdirSync(this.outside('/var/cache/helpers'));
    mkdirSync(this.outside('/etc/apt'), { recursive: true });
    const helpers = path.join(cache, 'helpers');
    const entries = readdirSync(helpers).map((name) => {
      const file = path.join(helpers, name);
      copyFileSync(file, this.outside(`/var/cache/helpers/${name}`));
      const [sum = '', size = ''] = [must('sha256sum', [file]).split(' ')[0], must('stat', ['-c', '%s', file]).trim()];
      return `${must('dpkg-deb', ['-f', file])}Filename: ./${name}\nSize: ${size}\nSHA256: ${sum}\n`;
    });
    this.write('/var/cache/helpers/Packages', entries.join('\n'));
    this.write('/etc/apt/sources.list', 'deb [trusted=yes] file:/var/cache/helpers ./\n');
    this.type('apt-get -qq -o APT::Sandbox::User=root update', '/');
  }
}
