// npm run lab: the lab of e2e/lab against the production build, or against a running app with --url.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate, install } from './prepare.mjs';
import { withServer } from './server.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Runs the lab against a running app; 0 where every run went as it must, 2 where this machine cannot hold it. */
export function runLab(words) {
  return spawnSync(process.execPath, ['--import', 'tsx', path.join(root, 'e2e/lab/lab.ts'), ...words], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** Each trial opens a case, and adds the attempts that follow it; a person makes fewer. */
export const manyCases = { CREATE_PER_HOUR: '100000' };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  install();
  generate();
  process.exit(words.includes('--url') || words.includes('--list') ? runLab(words) : await withServer((url) => runLab(['--url', url, ...words]), manyCases));
}
