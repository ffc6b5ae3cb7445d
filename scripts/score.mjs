// npm run score: the labelled cases against the production build, or with --url against an app that runs already.
// Further options (--as paste, --only NAME, --json FILE) are those of the scoring script.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { generate, install } from './prepare.mjs';
import { withServer } from './server.mjs';

const shared = path.resolve(import.meta.dirname, '../../shared');
const script = path.join(shared, 'score/score.mjs');
const cases = path.join(shared, 'cases');

if (!existsSync(script) || !existsSync(cases)) {
  console.error('The labelled cases are not here: they lie in ../shared, beside the checkout, on the machines of the team.');
  process.exit(1);
}

const options = process.argv.slice(2);
const score = (url) =>
  new Promise((resolve) => {
    const scoring = spawn(process.execPath, [script, ...(url ? ['--url', url] : []), ...options, cases], { stdio: 'inherit' });
    scoring.on('exit', (code) => resolve(code ?? 1));
  });

install();
generate();
const status = options.includes('--url') ? await score() : await withServer(score);
if (!options.includes('--quiet')) spawnSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'usually.ts'), cases], { stdio: 'inherit' });
process.exit(status);
