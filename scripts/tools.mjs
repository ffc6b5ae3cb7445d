// What tests want besides Node: the shells that the collector is written for, ShellCheck, jq, which fixes use, PostgreSQL, and a storage of objects.
import { spawnSync } from 'node:child_process';
import { installPackages } from './apt.mjs';
import { postgresPrograms } from './temporary-postgres.mjs';
import { isSwiftHere } from './temporary-s3.mjs';

/** Programs and the packages of Debian that hold them. */
const wanted = ['busybox', 'dash', 'zsh', 'shellcheck', 'jq'];

const isHere = (program) => spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', program]).status === 0;

/** Installs what is missing where that is possible: as root, with apt. Elsewhere its tests say what they skip. */
export function installTools() {
  const missing = wanted.filter((program) => !isHere(program));
  if (postgresPrograms() === undefined) missing.push('postgresql');
  if (!isSwiftHere()) missing.push('python3-swift');
  if (missing.length > 0) installPackages(missing);
}
