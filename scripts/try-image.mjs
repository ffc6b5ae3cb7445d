import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where cgroups are those of version 1, as in many sandboxes, crun starts nothing and runc does. */
const engine = existsSync('/sys/fs/cgroup/cgroup.controllers') ? [] : ['--runtime', 'runc', '--cgroup-manager', 'cgroupfs'];
/** As docs/deploy starts it; not more limits than a sandbox has itself. */
const asDeployed = ['--read-only', '--tmpfs', '/tmp', '--cap-drop=all', '--security-opt=no-new-privileges', '--volume', '/data', '--ulimit', 'nofile=4096:4096', '--ulimit', 'nproc=4096:4096'];
const port = '4290';
const logLine = 'runc run failed: user namespaces enabled, but no uid mappings found\n';

function podman(...args) {
  // Without systemd nothing asks for the health by itself; it is asked here.
  return spawnSync('podman', [...engine, ...args], { encoding: 'utf8', env: { ...process.env, ...(existsSync('/run/systemd/system') ? {} : { DISABLE_HC_SYSTEMD: 'true' }) } });
}

/** Starts an image as it is meant to run, and prints who it is, what it may write, and that it answers, is healthy, and stops. Throws where one of that is not so. */
export async function tryImage(tag) {
  const began = performance.now();
  const started = podman('run', '--detach', '--network=host', '--env', `PORT=${port}`, '--env', 'HOST=127.0.0.1', ...asDeployed, tag);
  if (started.status !== 0) throw new Error(`the image did not start: ${started.stderr}`);
  const id = started.stdout.trim();
  const wrong = [];
  const show = (what, said, right = true) => {
    console.log(`${what}: ${said}`);
    if (!right) wrong.push(what);
  };
  const inside = (command) => podman('exec', id, 'sh', '-c', command).stdout.trim();
  try {
    const ready = await answering(() => podman('logs', id).stderr);
    show('ready', `${ready}, ${((performance.now() - began) / 1000).toFixed(1)} s after the start`, ready === 200);
    const opened = await fetch(`http://127.0.0.1:${port}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: logLine });
    show('a case', opened.status, opened.status === 201);
    const user = inside('id -u');
    show('user', inside('id'), user !== '0' && user !== '');
    const capabilities = inside('grep -E "^(CapEff|CapBnd|NoNewPrivs)" /proc/1/status').replaceAll(/\s+/g, ' ');
    show('of the first process', capabilities, /^CapEff: 0+ CapBnd: 0+ NoNewPrivs: 1$/.test(capabilities));
    const mounted = inside(`awk '$2 == "/" { print $3, substr($4, 1, 20) }' /proc/mounts`);
    show('root of the file system', mounted, /^\S+ ro,/.test(mounted));
    for (const place of ['/', '/app', '/app/.next', '/etc', '/usr', '/var', '/data', '/tmp']) {
      const said = inside(`touch ${place}/x 2>&1 && echo writable`);
      show(place, said, (said === 'writable') === ['/data', '/tmp'].includes(place));
    }
    let health = podman('healthcheck', 'run', id);
    // As who runs it: one miss on a busy machine is none.
    for (let tries = 0; tries < 2 && health.status !== 0; tries++) health = podman('healthcheck', 'run', id);
    show('health check', health.status === 0 ? 'healthy' : `${health.stdout}${health.stderr}`, health.status === 0);
    const stopping = performance.now();
    podman('stop', '--time', '40', id);
    const status = podman('inspect', '--format', '{{.State.ExitCode}}', id).stdout.trim();
    show('stopped', `status ${status}, after ${((performance.now() - stopping) / 1000).toFixed(1)} s`, status === '0');
    show('size', `${Math.round(Number(podman('image', 'inspect', '--format', '{{.Size}}', tag).stdout) / 1e6)} MB`);
  } finally {
    if (wrong.length > 0) console.error(podman('logs', id).stderr);
    podman('rm', '--force', '--volumes', id);
  }
  if (wrong.length > 0) throw new Error(`the image is not as it is meant to be: ${wrong.join(', ')}`);
}

/** The status of /api/ready, once it is 200. Throws, with what the image logged, where it is not within a minute. */
async function answering(log) {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => undefined);
    if (answer?.ok) return answer.status;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the image did not answer:\n${log()}`);
}
