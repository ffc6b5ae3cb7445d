import { writeFileSync } from 'node:fs';
import { App } from './app';
import type { Starter } from './bundle';
import { everyRun, quickHalf } from './choose';
import { unsuitable } from './debian';
import type { Fault } from './fault';
import { faults } from './faults/index';
import { readOptions } from './options';
import { nameOf, prepareRuntimes, type Programs } from './runtimes';
import { heading, row, summary } from './table';
import { isRight, tryFault, type Trial } from './trial';

/** `npm run lab`: breaks containers, asks the app, repairs them as it says, and starts them again (README, "The lab"). */
interface Run {
  readonly fault: Fault;
  readonly starter: Starter;
}

/** The programs of a name like `containerd-2.1 runc-1.3`; undefined where one of them is not to be had. */
function starterOf(name: string, { byId }: Programs): Starter | undefined {
  const words = name.split(' ');
  const [runtime, containerd] = [byId.get(words.at(-1) ?? ''), words.length > 1 ? byId.get(words[0] ?? '') : undefined];
  if (!runtime || (words.length > 1 && !containerd)) return undefined;
  return { name: words.map((id) => `${nameOf(id)} ${byId.get(id)?.version.replace(/[~+].*/, '') ?? ''}`).join(', '), runtime, ...(containerd ? { containerd } : {}) };
}

const options = readOptions(process.argv.slice(2));
const chosen = (options.quick ? quickHalf(faults, options.seed) : everyRun(faults)).filter(({ fault, runtime }) => options.only?.test(`${fault.id} ${runtime}`) ?? true);
if (options.list) {
  for (const { fault, runtime } of chosen) process.stdout.write(`${fault.id} on ${runtime}: ${fault.causes.join(', then ') || 'healthy'}\n`);
  process.exit(0);
}
const why = unsuitable();
if (why !== undefined) {
  process.stderr.write(`the lab cannot run here: ${why}\n`);
  process.exit(2);
}
const programs = prepareRuntimes();
for (const note of programs.notes) process.stdout.write(`note: ${note}\n`);
const runs: Run[] = [];
for (const { fault, runtime } of chosen) {
  const starter = starterOf(runtime, programs);
  if (starter) runs.push({ fault, starter });
  else process.stdout.write(`note: ${fault.id} is not tried on ${runtime}, which is not to be had\n`);
}
const app = new App(options.url);
process.stdout.write(`${heading}\n`);
const trials: Trial[] = [];
for (const { fault, starter } of runs) {
  const trial = await tryFault(app, fault, starter);
  trials.push(trial);
  process.stdout.write(`${row(trial)}\n`);
}
process.stdout.write(`${summary(trials)}\n`);
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(trials, undefined, 1));
const wrong = trials.filter((trial) => !isRight(trial));
if (wrong.length > 0) process.stdout.write(`${wrong.length} runs did not go as they must\n`);
process.exit(trials.length === 0 || wrong.length > 0 ? 1 : 0);
