import { excerptOf } from '../excerpt/excerpt';
import { redact } from '../redaction/redact';
import { compareNodes } from '../report/fleet/fleet';
import { fleetText } from '../report/fleet/fleet-text';
import { nodesOf } from '../report/fleet/nodes';
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
  const texts = redact(documents.flatMap((one) => ('text' in one ? [{ name: one.name, text: excerptOf(one.text) }] : []))).texts;
  const compared = compareNodes(nodesOf(texts));
  const status = compared.requirements.some(({ cells }) => cells.includes('fails')) ? exitStatus.cause : exitStatus.healthy;
  return { status, out: format === 'json' ? `${harmlessJson(compared, 2)}\n` : fleetText(compared, language) };
}
