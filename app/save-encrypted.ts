import type { EncryptAnswer, EncryptAsk } from '../lib/browser/encrypt-worker';
import type { Sendable, SendLimits } from '../lib/browser/sendable';
import { withKey } from '../lib/report/addresses';
import { encryptedWords } from './_shared/encrypted-words';
import { languageHere, wordsHere } from './_shared/language-here';
import type { Sending } from './_shared/use-sending';
import { keepAnswered, type Saved } from './save-case';

/** Encrypts what was looked through and sends it; the key goes into the fragment of the link, and nowhere else. */
export async function saveEncrypted(send: Sending['send'], { files }: Sendable, expiresIn: string, chosen: readonly string[], limits: SendLimits): Promise<Saved> {
  const word = wordsHere(encryptedWords);
  const made = await encrypted({ files, chosen, language: languageHere(), most: { bytes: limits.uploadBytes, members: limits.archiveMembers } });
  if ('problem' in made) return { problem: word(made.problem) };
  const body = new Blob([made.envelope], { type: 'application/octet-stream' });
  const saved = keepAnswered(await send(`/api/encrypted-cases?expiresIn=${expiresIn}`, body), expiresIn, made.report);
  return 'opened' in saved ? { ...saved, fragment: withKey(made.key) } : saved;
}

function encrypted(ask: EncryptAsk): Promise<EncryptAnswer> {
  const worker = new Worker(new URL('../lib/browser/encrypt-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<EncryptAnswer>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<EncryptAnswer>) => resolve(data));
    worker.addEventListener('error', () => resolve({ problem: 'failed' }));
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
