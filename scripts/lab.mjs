// npm run lab: the lab of e2e/lab against the production build, or against a running app with --url.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate, install } from './prepare.mjs';
import { withServer } from './server.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Runs the lab with these options; true where every run went as it must. */
export function lab(words) {
  const start = (url) => spawnSync(process.execPath, ['--import', 'tsx', path.join(root, 'e2e/lab/lab.ts'), ...(url ? ['--url', url] : []), ...words], { cwd: root, stdio: 'inherit' }).status === 0;
  return words.includes('--url') || words.includes('--list') ? start() : withServer(start);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  generate();
  process.exit((await lab(process.argv.slice(2))) ? 0 : 1);
}
