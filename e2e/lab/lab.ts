import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { App } from './app';
import type { Starter } from './bundle';
import { everyRun, quickPart, runsToRecord } from './choose';
import { unsuitable } from './debian';
import type { Fault } from './fault';
import { faults } from './faults/index';
import { readOptions } from './options';
import { recordingsOf, writeRecordings } from './record';
import { nameOf, prepareRuntimes, type Programs } from './runtimes';
import { writeShown } from './shown';
import { heading, row, summary } from './table';
import { isRight, tryFault, type Trial } from './trial';
import { World } from './world';

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
  return { id: name, name: words.map((id) => `${nameOf(id)} ${byId.get(id)?.version.replace(/[~+].*/, '') ?? ''}`).join(', '), runtime, ...(containerd ? { containerd } : {}) };
}

/** The programs, once a world has opened; or why this machine cannot hold the lab. */
async function ready(): Promise<Programs | string> {
  const why = unsuitable();
  if (why !== undefined) return why;
  try {
    const found = prepareRuntimes();
    await (await World.open('v2')).end();
    return found;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// Who starts the lab may keep his files to himself, as the server does; the users of a world must reach theirs.
process.umask(0o022);

const options = readOptions(process.argv.slice(2));
const choose = (from: readonly Fault[]) =>
  (options.quick ? quickPart(from, options.seed) : options.record ? runsToRecord(from) : everyRun(from)).filter(({ fault, runtime }) => options.only?.test(`${fault.id} ${runtime}`) ?? true);
if (options.list) {
  for (const { fault, runtime } of choose(faults)) process.stdout.write(`${fault.id} on ${runtime}: ${fault.causes.join(', then ') || 'healthy'}\n`);
  process.exit(0);
}
const programs = await ready();
if (typeof programs === 'string') {
  process.stderr.write(`the lab cannot run here: ${programs}\n`);
  process.exit(2);
}
for (const note of programs.notes) process.stdout.write(`note: ${note}\n`);
const possible = faults.flatMap((fault): Fault[] => {
  const runtimes = fault.runtimes.filter((name) => starterOf(name, programs));
  return runtimes.length > 0 && (fault.needs === undefined || programs.byId.has(fault.needs)) ? [{ ...fault, runtimes }] : [];
});
const runs: Run[] = choose(possible).flatMap(({ fault, runtime }) => {
  const starter = starterOf(runtime, programs);
  return starter ? [{ fault, starter }] : [];
});
const app = new App(options.url);
process.stdout.write(`${heading}\n`);
const trials: Trial[] = [];
for (const { fault, starter } of runs) {
  const trial = await tryFault(app, fault, starter, options.brings);
  trials.push(trial);
  process.stdout.write(`${row(trial)}\n`);
}
process.stdout.write(`${summary(trials)}\n`);
if (options.json !== undefined) {
  mkdirSync(path.dirname(options.json), { recursive: true });
  writeFileSync(options.json, JSON.stringify(trials.map((trial) => ({ right: isRight(trial), ...trial })), undefined, 1));
}
if (options.record) {
  process.stdout.write(`${writeRecordings(trials.flatMap(recordingsOf))} recordings in lib/examples/recordings\n`);
  writeShown(trials);
}
const wrong = trials.filter((trial) => !isRight(trial));
if (wrong.length > 0) process.stdout.write(`${wrong.length} runs did not go as they must\n`);
process.exit(trials.length === 0 || wrong.length > 0 ? 1 : 0);
