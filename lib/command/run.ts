import { openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { engineVersion } from '../diagnosis/engine-version';
import { diagnoseEvidence } from '../http/diagnose-evidence';
import { renderReport } from '../report/render';
import { completionOf } from './completion';
import { exitStatus, statusOf, worstOf } from './exit-status';
import { Failure, failure } from './failure';
import { helpText } from './help';
import { readOptions, shells, type Asked } from './options';
import { printChecked, printReport } from './print';
import { readFiles } from './read-files';
import { upload } from './upload';
import { commandWord } from './words';

/** What a run printed for its user, and its exit status. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  /** Remarks, for standard error. */
  readonly remark?: string;
}

/** Does what a command line asks. Throws a Failure. */
export async function run(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<Ran> {
  const asked = readOptions(args, environment);
  if (asked.help) return { status: 0, out: helpText(asked.language) };
  if (asked.version) return { status: 0, out: `${engineVersion}\n` };
  if (asked.command === 'completion') return complete(asked);
  if (asked.names.length === 0) throw failure(exitStatus.usage, asked.language, 'noFiles');
  return asked.command === 'check' ? check(asked) : diagnoseFiles(asked);
}

function complete({ names: [given], language }: Asked): Ran {
  const shell = shells.find((one) => one === given);
  if (!shell) throw failure(exitStatus.usage, language, 'noShell', { values: shells.join(', ') });
  return { status: 0, out: completionOf(shell) };
}

async function diagnoseFiles(asked: Asked): Promise<Ran> {
  const { names, language, format, failOn } = asked;
  const documents = await readFiles(names.map((file) => ({ file, name: file === '-' ? 'pasted.txt' : path.basename(file) })));
  const report = renderReport(diagnoseEvidence(documents, false).report, language);
  const status = statusOf(report, failOn);
  if (asked.upload === undefined) return { status, out: printReport(report, format, language) };
  const file = asked.tokenFile === undefined ? undefined : newFile(asked.tokenFile);
  const { link, manageToken } = await upload(documents, asked.upload, language);
  if (file === undefined) return { status, out: `${link}\n`, remark: commandWord(language)('noToken') };
  writeSync(file, `${manageToken}\n`);
  return { status, out: `${link}\n` };
}

/** Never one that is there, and never readable for others, not even for a moment; made before a case is opened that nobody could manage. */
function newFile(name: string): number {
  try {
    return openSync(name, 'wx', 0o600);
  } catch (error) {
    throw new Failure(exitStatus.output, error instanceof Error ? error.message : String(error));
  }
}

/** Facts belong to one container, so each config is diagnosed by itself; its name is the path as it was given, for who reads SARIF. */
async function check({ names, host, language, format, failOn }: Asked): Promise<Ran> {
  const facts = host.map((file) => ({ file, name: file }));
  const checked = [];
  for (const config of names) {
    const documents = await readFiles([{ file: config, name: config }, ...facts]);
    checked.push({ config, report: renderReport(diagnoseEvidence(documents, false).report, language) });
  }
  return { status: worstOf(checked.map(({ report }) => statusOf(report, failOn))), out: printChecked(checked, format, language) };
}
