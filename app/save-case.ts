import type { Given } from '../lib/browser/read-files';
import { rememberCase } from '../lib/browser/my-cases';
import type { RenderedReport } from '../lib/diagnosis/report';

/** Sends the evidence: the id of the new case, or why there is none. */
export async function saveCase(
  given: readonly Given[],
  typed: string,
  form: FormData,
  report: RenderedReport | undefined,
): Promise<{ opened: string } | { problem: string }> {
  const body = new FormData();
  for (const { name, blob, refused } of given) if (!refused) body.append('files', blob, name);
  if (typed.trim() !== '') body.append('files', new Blob([typed]), 'pasted.txt');
  body.append('expiresIn', String(form.get('expiresIn') ?? ''));
  try {
    const response = await fetch('/api/cases', { method: 'POST', body, headers: { Accept: 'application/json' } });
    const answer = (await response.json()) as { id?: string; manageToken?: string; detail?: string };
    if (!response.ok || !answer.id) return { problem: `Not saved: ${answer.detail ?? `the server answered ${response.status}.`} Your evidence is still here.` };
    const root = report?.findings.find(({ role }) => role === 'root-cause');
    const title = root?.title.replaceAll('`', '') ?? report?.verdict ?? 'Container diagnosis';
    rememberCase({ id: answer.id, title, createdAt: new Date().toISOString(), manageToken: answer.manageToken ?? '' });
    return { opened: answer.id };
  } catch {
    return { problem: 'Not saved: the server cannot be reached. The diagnosis beside the box was made in your browser and stays.' };
  }
}
