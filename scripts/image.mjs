// npm run image: builds the image by Debian's buildah, and starts it once as it is meant to run. As root on Debian, where
// `apt-get install buildah podman mmdebstrap` was done. --base IMAGE takes a base with Node from a registry; without it the
// base is made of Debian's packages, from --mirror or where mmdebstrap finds them, so that no registry of images is needed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { base: { type: 'string' }, mirror: { type: 'string' }, tag: { type: 'string', default: 'userns-doctor' } } });
const tag = `localhost/${values.tag}`;

function run(program, args, { quiet = false } = {}) {
  const { status, stdout, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${program} ${args.slice(0, 3).join(' ')} …: ${error?.message ?? `status ${status}`}`);
  return (stdout ?? '').trim();
}

/** A base of Debian's packages: what Node needs, and no more. Debian 13 is the first with a Node that is new enough. */
function debianBase() {
  const name = 'localhost/userns-doctor-base';
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-base-'));
  const tar = path.join(folder, 'base.tar');
  try {
    run('mmdebstrap', ['--quiet', '--mode=root', '--variant=minbase', '--include=ca-certificates,nodejs', 'trixie', tar, ...(values.mirror === undefined ? [] : [values.mirror])]);
    const working = run('buildah', ['from', 'scratch'], { quiet: true });
    run('buildah', ['add', '--quiet', working, tar, '/'], { quiet: true });
    run('buildah', ['commit', '--quiet', '--rm', working, name], { quiet: true });
    return name;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where this machine trusts more authorities than a new one does (a proxy of a company), so does the build; nothing of them stays in the image. */
const authorities = '/etc/ssl/certs/ca-certificates.crt';
const trust = existsSync(authorities) ? ['--volume', `${authorities}:${authorities}:ro`, '--build-arg', `NODE_EXTRA_CA_CERTS=${authorities}`] : [];

/** Where cgroups are those of version 1, as in many sandboxes, crun starts nothing and runc does. */
const engine = existsSync('/sys/fs/cgroup/cgroup.controllers') ? [] : ['--runtime', 'runc', '--cgroup-manager', 'cgroupfs'];
// Not more than a sandbox has itself.
const limits = ['--ulimit', 'nofile=4096:4096', '--ulimit', 'nproc=4096:4096'];

/** Starts the image with a read-only root and a volume, and shows who it is, what it may write, and that it answers. */
async function tryImage() {
  const port = '4290';
  const id = run('podman', [...engine, 'run', ...limits, '--detach', '--rm', '--read-only', '--tmpfs', '/tmp', '--cap-drop=all', '--security-opt=no-new-privileges', '--network=host', '--env', `PORT=${port}`, '--env', 'HOST=127.0.0.1', '--volume', '/data', tag], { quiet: true });
  const inside = (command) => spawnSync('podman', [...engine, 'exec', id, 'sh', '-c', command], { encoding: 'utf8' });
  try {
    let answer;
    for (let tries = 0; tries < 120 && !answer?.ok; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => undefined);
    }
    if (!answer?.ok) throw new Error(`the image did not answer:\n${spawnSync('podman', [...engine, 'logs', id], { encoding: 'utf8' }).stderr}`);
    const opened = await fetch(`http://127.0.0.1:${port}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'runc run failed: user namespaces enabled, but no uid mappings found\n' });
    console.log(`ready: ${answer.status}; a case: ${opened.status}`);
    console.log(`user: ${inside('id').stdout.trim()}`);
    for (const place of ['/app', '/etc', '/app/.next', '/data', '/tmp']) console.log(`${place}: ${inside(`touch ${place}/x 2>&1`).stdout.trim() || 'writable'}`);
    if (opened.status !== 201 || inside('touch /app/x').status === 0) throw new Error('the image is not as it is meant to be');
  } finally {
    spawnSync('podman', [...engine, 'stop', '--time', '40', id], { stdio: 'ignore' });
  }
}

const base = values.base ?? debianBase();
run('buildah', ['build', '--layers', '--isolation=chroot', '--network=host', ...trust, '--build-arg', `BASE=${base}`, '--tag', tag, '.']);
await tryImage();
console.log(`Built ${tag} on ${base}.`);
