import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleConfig, type Json } from '../lib/diagnosis/testing/bundle-config';

/**
 * `npm run examples`: starts real containers that are broken in one way each, and records what the runtime said into
 * lib/examples/recorded.json. Needs root, runc, containerd and a static busybox (Debian: runc containerd busybox-static).
 */
interface Fault {
  readonly id: string;
  readonly title: string;
  readonly runtime: 'runc' | 'ctr';
  readonly config: Json;
  /** Breaks the bundle, and lists what a person would have listed. */
  readonly prepare?: (bundle: string) => string | undefined;
  /** Leave the config out, as most people do. */
  readonly logOnly?: true;
}

/** Where a user of the example would have the bundle; the recording is made in a folder of its own. */
const shownBundle = '/srv/bundles/web';
const host = 65536;
const map = (size: number) => [{ containerID: 0, hostID: host, size }];

const faults: readonly Fault[] = [
  { id: 'ctr-relative-rootfs', title: 'ctr run with a relative root.path', runtime: 'ctr', config: { root: { path: 'rootfs' } } },
  {
    id: 'rootfs-owned-by-root',
    title: 'A rootfs that belongs to host root',
    runtime: 'runc',
    config: {},
    prepare: (bundle) => {
      rmSync(path.join(bundle, 'rootfs/proc'), { recursive: true });
      own(path.join(bundle, 'rootfs'), 0);
      return listing(bundle, `ls -ln ${shownBundle}`, ['-ln', bundle]);
    },
  },
  {
    id: 'parent-closed',
    title: 'A bundle below a directory at 0700',
    runtime: 'runc',
    config: {},
    prepare: (bundle) => {
      chmodSync(bundle, 0o700);
      return listing(bundle, `ls -ldn ${shownBundle}`, ['-ldn', bundle]);
    },
  },
  { id: 'devpts-gid', title: 'A map of a single ID, and a terminal group', runtime: 'runc', config: { linux: { uidMappings: map(1), gidMappings: map(1) } } },
  { id: 'user-unmapped', title: 'A process user outside the map', runtime: 'runc', config: { process: { user: { uid: 1001, gid: 1001 } }, linux: { uidMappings: map(1000), gidMappings: map(1000) } } },
  { id: 'sysfs-host-network', title: 'sysfs on a shared network namespace', runtime: 'runc', config: { linux: { namespaces: ['pid', 'ipc', 'uts', 'mount', 'cgroup', 'user'].map((type) => ({ type })) } } },
  { id: 'no-gid-map', title: 'A user namespace with half of its maps', runtime: 'runc', config: { linux: { gidMappings: [] } }, logOnly: true },
];

function own(directory: string, id: number): void {
  lchownSync(directory, id, id);
  for (const name of readdirSync(directory)) {
    const child = path.join(directory, name);
    if (statSync(child).isDirectory()) own(child, id);
    else lchownSync(child, id, id);
  }
}

function listing(bundle: string, command: string, args: readonly string[]): string {
  const { stdout } = spawnSync('ls', [...args], { encoding: 'utf8' });
  return `root@node1:${shownBundle}# ${command}\n${stdout.replaceAll(bundle, shownBundle)}`;
}

function makeBundle(): string {
  const bundle = mkdtempSync(path.join('/srv', 'example-'));
  const rootfs = path.join(bundle, 'rootfs');
  for (const name of ['bin', 'dev', 'etc', 'proc', 'sys', 'tmp']) mkdirSync(path.join(rootfs, name), { recursive: true });
  copyFileSync('/bin/busybox', path.join(rootfs, 'bin/busybox'));
  symlinkSync('busybox', path.join(rootfs, 'bin/sh'));
  chmodSync(bundle, 0o755);
  own(rootfs, host);
  return bundle;
}

const name = `example-${process.pid}`;

function output(command: string, args: readonly string[], cwd: string): string {
  const { stdout, stderr } = spawnSync(command, [...args], { cwd, encoding: 'utf8', timeout: 60_000 });
  return `${stdout}${stderr}`;
}

/** A containerd of our own, on a private socket; what it says of its state folder is shown as the usual one. */
function runThroughContainerd(bundle: string, words: readonly string[]): string {
  const state = mkdtempSync('/run/example-');
  // As /run/containerd is: others may pass.
  chmodSync(state, 0o711);
  const address = path.join(state, 'sock');
  const daemon = spawn('containerd', ['--address', address, '--root', path.join(state, 'root'), '--state', path.join(state, 'state')], { stdio: 'ignore' });
  try {
    spawnSync('sh', ['-c', 'for i in $(seq 50); do [ -S "$0" ] && ctr --address "$0" version >/dev/null 2>&1 && exit; sleep 0.2; done', address]);
    return output('ctr', ['--address', address, ...words, name], bundle).replaceAll(path.join(state, 'state'), '/run/containerd');
  } finally {
    daemon.kill();
    spawnSync('sleep', ['1']);
    rmSync(state, { recursive: true, force: true });
  }
}

function record({ id, title, runtime, config, prepare, logOnly }: Fault) {
  const bundle = makeBundle();
  try {
    const root = config.root ?? { path: path.join(bundle, 'rootfs') };
    const text = bundleConfig({ ...config, process: { args: ['sh', '-c', 'echo started'], ...(config.process as Json | undefined) }, root });
    writeFileSync(path.join(bundle, 'config.json'), text);
    const listed = prepare?.(bundle);
    const words = runtime === 'ctr' ? ['run', '--config', 'config.json'] : ['run'];
    const said = (runtime === 'ctr' ? runThroughContainerd(bundle, words) : output(runtime, [...words, name], bundle)).replaceAll(bundle, shownBundle).replaceAll(name, 'web');
    if (/^started$/m.test(said)) throw new Error(`${id}: the container started`);
    const version = / v?(\d+\.\d+[\w.+~]*)/.exec(output(runtime, ['--version'], '/'))?.[1] ?? '';
    const files = [
      ...(logOnly ? [] : [{ name: 'config.json', text: `${text.replaceAll(bundle, shownBundle)}\n` }]),
      { name: 'output.txt', text: `root@node1:${shownBundle}# ${runtime} ${words.join(' ')} web\n${said}` },
      ...(listed ? [{ name: 'ls.txt', text: listed }] : []),
    ];
    return { id, title, runtime: `${runtime} ${version.replace(/[+~].*/, '')}`, files };
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
}

if (process.getuid?.() !== 0) {
  process.stderr.write('recording starts containers: run it as root\n');
  process.exit(2);
}
const target = path.resolve(import.meta.dirname, '../lib/examples/recorded.json');
writeFileSync(target, `${JSON.stringify(faults.map(record), undefined, 2)}\n`);
process.stdout.write(`${faults.length} examples recorded in lib/examples/recorded.json\n`);
