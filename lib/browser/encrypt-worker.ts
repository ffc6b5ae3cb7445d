import type { RenderedReport } from '../diagnosis/report';
import type { Language } from '../diagnosis/sentence';
import { makeUnique } from '../intake/names';
import { refusedEntry, withRefused, writeCase } from '../report/case-file';
import { renderReport } from '../report/render';
import { diagnoseMasked } from './diagnose-masked';
import { encryptText, type Encrypted } from './encryption';
import { openFile } from './open-file';

export interface EncryptAsk {
  readonly files: readonly { readonly name: string; readonly blob: Blob }[];
  /** What is hidden besides what the rules hide. */
  readonly chosen: readonly string[];
  readonly language: Language;
  /** Of the texts together, and of the members of an archive. */
  readonly most: { readonly bytes: number; readonly members: number };
}

export type EncryptAnswer = (Encrypted & { readonly report: RenderedReport }) | { readonly problem: 'nothing' | 'tooLarge' | 'failed' };

/** What the server does with a case that it can read, here: opens archives, masks, diagnoses. Then it is encrypted. */
async function encryptCase({ files, chosen, language, most }: EncryptAsk): Promise<EncryptAnswer> {
  const taken = (await Promise.all(files.map(({ name, blob }) => openFile(new File([blob], name), most)))).flat();
  const names = makeUnique(taken.map(({ name }) => name));
  const read = taken.flatMap((one, index) => ('text' in one ? [{ name: names[index] ?? one.name, text: one.text, bytes: one.bytes }] : []));
  if (read.length === 0) return { problem: 'nothing' };
  if (read.reduce((sum, { bytes }) => sum + bytes, 0) > most.bytes) return { problem: 'tooLarge' };
  const { texts, report: ofTexts } = diagnoseMasked(read.map(({ name, text }) => ({ name, text })), chosen);
  const refused = taken.flatMap((one, index) => ('refused' in one ? [refusedEntry(names[index] ?? one.name, one.bytes, one.refused)] : []));
  const report = withRefused(ofTexts, refused);
  return { ...(await encryptText(writeCase(texts, report))), report: renderReport(report, language) };
}

addEventListener('message', ({ data }: MessageEvent<EncryptAsk>) => {
  // Where masking fails nothing is encrypted, and nothing is sent.
  void encryptCase(data).then(postMessage, () => postMessage({ problem: 'failed' } satisfies EncryptAnswer));
});
