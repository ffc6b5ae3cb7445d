// npm run image: builds the image by Debian's buildah, and starts it once as it is meant to run. As root on Debian, where
// `apt-get install buildah podman mmdebstrap` was done. --base IMAGE takes a base with Node from a registry; without it the
// base is made of Debian's packages, from --mirror or where mmdebstrap finds them, so that no registry of images is needed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tryImage } from './try-image.mjs';

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

const base = values.base ?? debianBase();
// The format of Docker, for that of the OCI has no health check.
run('buildah', ['build', '--format', 'docker', '--layers', '--isolation=chroot', '--network=host', ...trust, '--build-arg', `BASE=${base}`, '--tag', tag, '.']);
console.log(`Built ${tag} on ${base}.`);
await tryImage(tag);
