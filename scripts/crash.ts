// npm run crash -- [--kills N] [--seed N]: kills N processes (200) in the middle of creating (encrypted, too, and with objects in a bucket), adding an attempt,
// deleting, changing and migrating, and checks the database after each. Ends with status 1 where anything was lost or half there.
import { crash } from '../lib/cases/testing/crash';
import { migrate } from './migrate.mjs';

const option = (name: string, usual: number) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || usual;
const began = Date.now();
const { kills, cases, attempts, deletions, faults } = await crash(option('kills', 200), option('seed', 1), migrate);
for (const fault of faults) console.error(fault);
console.log(`killed while: ${Object.entries(kills).map(([work, count]) => `${work} ${count}`).join(', ')}`);
console.log(`${cases} cases, ${attempts} second attempts and ${deletions} deletions were reported before; ${faults.length} faults; ${((Date.now() - began) / 1000).toFixed(0)} s`);
process.exit(faults.length > 0 ? 1 : 0);
