import { compareTexts } from '../fleet/compare-texts';
import { fleetText } from '../fleet/fleet-text';
import { harmlessJson } from '../report/harmless-json';
import { exitStatus } from './exit-status';
import { failure } from './failure';
import type { Asked } from './options';
import { readFiles } from './read-files';
import type { Ran } from './run';

/** Compares the nodes whose bundles are given, as archives or files. Throws a Failure. */
export async function fleet({ names, format, language }: Asked): Promise<Ran> {
  if (format === 'sarif') throw failure(exitStatus.usage, language, 'notValue', { option: '--format', values: 'text, json', given: format });
  const documents = await readFiles(names.map((file) => ({ file, name: file })));
  const compared = compareTexts(documents.flatMap((one) => ('text' in one ? [one] : [])));
  const status = compared.requirements.some(({ cells }) => cells.includes('fails')) ? exitStatus.cause : exitStatus.healthy;
  return { status, out: format === 'json' ? `${harmlessJson(compared, 2)}\n` : fleetText(compared, language) };
}
