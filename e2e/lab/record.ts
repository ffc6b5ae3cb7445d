import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readRecordings, recordingsFolder, type Listed, type Recording } from '../../lib/examples/testing/recordings';
import { makeNeutral } from './neutral';
import type { Trial } from './trial';

/**
 * What a trial leaves for the engine's tests: the evidence of each start that a report was made of, and what the fault
 * makes of it. A report that was wrong is recorded as well: the test then shows it until the engine is mended.
 */
export function recordingsOf(trial: Trial): Recording[] {
  if (trial.trouble !== undefined) return [];
  return trial.rounds.map(({ expected, evidence }, index) => ({
    fault: trial.fault.id,
    runtime: trial.starter.id,
    attempt: index + 1,
    expected: expected ?? 'healthy',
    files: evidence.map(({ name, text }) => ({ name, text: makeNeutral(text) })),
  }));
}

/** The commands of a collector's bundle, each prompt with what follows it. */
const blockBegin = /^(?=\w+@node:\S*[#$] )/m;
/** Output of as many lines and occurrences is kept apart. */
const fewestLines = 8;
const fewestTimes = 2;

const outputOf = (block: string) => block.slice(block.indexOf('\n') + 1);
const lineCount = (text: string) => text.split('\n').length - 1;

/** A name that tells the command and is another one for another output. */
function sharedName(block: string): string {
  const command = block.slice(0, block.indexOf('\n')).replace(/^\S+ /, '');
  const words = command.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 32);
  return `shared/${words}.${createHash('sha256').update(outputOf(block)).digest('hex').slice(0, 6)}.txt`;
}

/** Writes them all anew; `recorded` take the place of those of the same fault and runtime. */
export function writeRecordings(recorded: readonly Recording[]): number {
  const names = new Set(recorded.map(({ fault, runtime }) => `${fault} ${runtime}`));
  const kept = readRecordings().filter(({ fault, runtime }) => !names.has(`${fault} ${runtime}`));
  const nameOf = ({ fault, runtime, attempt }: Recording): string => `${fault}.${runtime.replaceAll(' ', '+')}${attempt > 1 ? `.${attempt}` : ''}.txt`;
  const all = [...kept, ...recorded].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const texts = new Map(all.map((one) => [nameOf(one), one.files.map(({ text }) => text).join('')]));
  const times = new Map<string, number>();
  for (const text of texts.values()) for (const block of text.split(blockBegin)) times.set(outputOf(block), (times.get(outputOf(block)) ?? 0) + 1);
  const isShared = (block: string) => lineCount(outputOf(block)) >= fewestLines && (times.get(outputOf(block)) ?? 0) >= fewestTimes;

  rmSync(recordingsFolder, { recursive: true, force: true });
  mkdirSync(path.join(recordingsFolder, 'shared'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(recordingsFolder, name), text);
  for (const [name, text] of texts) {
    const blocks = text.split(blockBegin).map((block) => {
      if (!isShared(block)) return block;
      write(sharedName(block), outputOf(block));
      return `${block.slice(0, block.indexOf('\n') + 1)}<${sharedName(block)}>\n`;
    });
    write(name, blocks.join(''));
  }
  const index = all.map((one): Listed => ({ fault: one.fault, runtime: one.runtime, attempt: one.attempt, expected: one.expected, file: nameOf(one) }));
  write('index.json', `[\n${index.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`);
  return all.length;
}
