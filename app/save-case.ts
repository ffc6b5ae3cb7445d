import { rememberCase } from '../lib/browser/my-cases';
import type { Answered } from '../lib/browser/send-form';
import type { Sendable } from '../lib/browser/sendable';
import type { RenderedReport } from '../lib/diagnosis/report';
import { wordsHere } from './_shared/language-here';
import { shellWords } from './_shared/shell-words';
import type { Sending } from './_shared/use-sending';
import { landingWords } from './words';

/** The id of the new case, with the fragment of its link where it is encrypted; or why there is none. */
export type Saved = { readonly opened: string; readonly fragment?: string } | { readonly problem: string };

/** Sends what was looked through. */
export async function saveCase(send: Sending['send'], { files }: Sendable, expiresIn: string, report: RenderedReport | undefined): Promise<Saved> {
  const body = new FormData();
  for (const { name, blob } of files) body.append('files', blob, name);
  body.append('expiresIn', expiresIn);
  return keepAnswered(await send('/api/cases', body), expiresIn, report);
}

/** Reads what the server answered, and keeps the case that it opened in the list of this device. */
export function keepAnswered(answered: Answered | 'stopped' | undefined, expiresIn: string, report: RenderedReport | undefined): Saved {
  const landingWord = wordsHere(landingWords);
  if (answered === 'stopped') return { problem: wordsHere(shellWords)('stopped') };
  if (!answered) return { problem: landingWord('unreachable') };
  const answer = answered.body as { id?: string; manageToken?: string; detail?: string };
  if (!answered.ok || !answer.id) return { problem: landingWord('notSaved', { why: answer.detail ?? landingWord('answered', { status: answered.status }) }) };
  const root = report?.findings.find(({ role }) => role === 'root-cause');
  const title = root?.title.replaceAll('`', '') ?? report?.verdict ?? landingWord('untitled');
  rememberCase({
    id: answer.id,
    title,
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + Number(expiresIn) * 1000).toISOString(),
    manageToken: answer.manageToken ?? '',
    status: 'open',
    tags: [],
    ...(root ? { cause: root.cause } : {}),
    ...(report ? { verdict: report.verdict } : {}),
    ...(report?.reached ? { step: report.reached.step } : {}),
  });
  return { opened: answer.id };
}
