// npm run load -- [--clients N] [--seconds N]: 200 clients for 5 minutes, a fifth of them hostile: slow, huge, bombs, guesses.
// Ends with status 1 where a case was lost, an answer was an error of ours, health was slow or memory grew without bound.
import { loadavg } from 'node:os';
import { faultsIn, runLoad, withoutRates } from '../e2e/load/run-load';
import { withServer } from './server.mjs';

const option = (name: string, usual: number) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || usual;
const load = { clients: option('clients', 200), seconds: option('seconds', 300), hostile: 0.2 };
console.log(`${load.clients} clients, ${load.seconds} s, through undici ${process.versions.undici ?? ''} of Node ${process.version}; load of the machine before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
const figures = await withServer((url: string, _data: string, pid: number) => runLoad(url, pid, load), withoutRates);
console.log(JSON.stringify(figures, undefined, 2));
console.log(`load of the machine after: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
// Two workers of 768 MiB of heap at most, beside the server itself (diagnose-apart.ts).
const faults = faultsIn(figures, 200, 2560);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
