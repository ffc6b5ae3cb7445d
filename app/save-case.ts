import { rememberCase } from '../lib/browser/my-cases';
import type { Sendable } from '../lib/browser/sendable';
import type { RenderedReport } from '../lib/diagnosis/report';
import { wordsHere } from './_shared/language-here';
import { shellWords } from './_shared/shell-words';
import type { Sending } from './_shared/use-sending';
import { landingWords } from './words';

/** Sends what was looked through: the id of the new case, or why there is none. */
export async function saveCase(send: Sending['send'], { files }: Sendable, expiresIn: string, report: RenderedReport | undefined): Promise<{ opened: string } | { problem: string }> {
  const landingWord = wordsHere(landingWords);
  const body = new FormData();
  for (const { name, blob } of files) body.append('files', blob, name);
  body.append('expiresIn', expiresIn);
  const answered = await send('/api/cases', body);
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
