// What the collector's tests want besides Node: the shells that it is written for, and ShellCheck.
import { spawnSync } from 'node:child_process';

/** Programs and the packages of Debian that hold them. */
const wanted = ['busybox', 'dash', 'zsh', 'shellcheck'];

const isHere = (program) => spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', program]).status === 0;

/** Installs what is missing where that is possible: as root, with apt. Elsewhere its tests say what they skip. */
export function installTools() {
  const missing = wanted.filter((program) => !isHere(program));
  if (missing.length === 0 || process.getuid?.() !== 0 || !isHere('apt-get')) return;
  console.log(`installing ${missing.join(', ')}`);
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const install = () => apt('install', '-y', '--no-install-recommends', ...missing).status === 0;
  if (!install() && apt('update').status === 0) install();
}
