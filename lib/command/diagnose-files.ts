import { openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { diagnoseEvidence } from '../http/diagnose-evidence';
import { renderReport } from '../report/render';
import { exitStatus, statusOf, worstOf } from './exit-status';
import { Failure } from './failure';
import type { Asked } from './options';
import { printChecked, printReport } from './print';
import { readFiles } from './read-files';
import type { Ran } from './run';
import { upload } from './upload';
import { commandWord } from './words';

/** Diagnoses files together; opens a case of them where a server is named. Throws a Failure. */
export async function diagnoseFiles(asked: Asked): Promise<Ran> {
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

/** Facts belong to one container, so each config is diagnosed by itself; its name is the path as it was given, for who reads SARIF. Throws a Failure. */
export async function check({ names, host, language, format, failOn }: Asked): Promise<Ran> {
  const facts = host.map((file) => ({ file, name: file }));
  const checked = [];
  for (const config of names) {
    const documents = await readFiles([{ file: config, name: config }, ...facts]);
    checked.push({ config, report: renderReport(diagnoseEvidence(documents, false).report, language) });
  }
  return { status: worstOf(checked.map(({ report }) => statusOf(report, failOn))), out: printChecked(checked, format, language) };
}
