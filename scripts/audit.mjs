// npm run audit: known holes of what is served with, from the registry. Ends with status 1 at one that is high or critical.
// Some registries answer no audits: then it says so, and the floors of versions (e2e/security/supply.test.ts) stand alone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: path.resolve(import.meta.dirname, '..'), encoding: 'utf8' });
let answer;
try {
  answer = JSON.parse(stdout);
} catch {
  answer = { message: error?.message ?? 'no answer' };
}
const counts = answer.metadata?.vulnerabilities;
if (!counts) {
  console.log(`The registry answers no audits here (${answer.message ?? answer.error?.summary ?? 'no reason given'}).`);
  process.exit(0);
}
console.log(`${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low`);
for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities ?? {})) if (['high', 'critical'].includes(severity)) console.error(`${severity}: ${name} ${range}`);
process.exit(counts.critical + counts.high > 0 ? 1 : 0);
