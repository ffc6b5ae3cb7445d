import { openEncryptedCase } from '../cases/envelope';
import type { OpenedCase } from '../cases/open-case';
import { encryptedCaseOptions, envelopeBytes } from '../contract/schemas';
import { readBody } from './counted-body';
import { fitting } from './json-body';
import { mediaType } from './media-type';
import { countCase } from './metrics';
import { Problem } from './problem';
import { says } from './problem-words';
import { limitRate } from './rate-limit';
import { Room } from './room';

/** Stores the envelope that a request brings as a case; nothing of it can be looked into. Throws a Problem. */
export async function createEncryptedCase(request: Request): Promise<OpenedCase> {
  if (mediaType(request) !== 'application/octet-stream') throw new Problem(415, says('sendEnvelope'));
  const { expiresIn } = fitting(encryptedCaseOptions, onceEach(new URL(request.url).searchParams));
  const room = new Room();
  try {
    const content = fitting(envelopeBytes, new Uint8Array(await readBody(request, room)));
    await limitRate(request, 'stored', Math.ceil(content.length / 1024));
    const opened = await openEncryptedCase(content, expiresIn);
    countCase();
    return opened;
  } finally {
    room.free();
  }
}

/** The query as an object. Throws a Problem where a name stands twice. */
function onceEach(query: URLSearchParams): Readonly<Record<string, string>> {
  const names = [...query.keys()];
  const name = names.find((one, index) => names.indexOf(one) !== index);
  if (name !== undefined) throw new Problem(400, says('twice', { name: /^\w{1,40}$/.test(name) ? name : '' }));
  return Object.fromEntries(query);
}
