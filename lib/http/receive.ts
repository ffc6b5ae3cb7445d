import type { SentFile } from '../intake/read-evidence';
import { countedBody, readBody } from './counted-body';
import { Incoming } from './incoming';
import type { LargeBody } from './large-body';
import { mediaType } from './media-type';
import { readMultipart } from './multipart';
import { Problem } from './problem';
import { says } from './problem-words';
import { Room } from './room';

type Options = Readonly<Record<string, unknown>>;

/** What came with a request, as it came: files and the options beside them, JSON that holds both, or a large body that is still coming. */
export type Received = { readonly files: readonly SentFile[]; readonly options: Options } | { readonly json: Uint8Array } | { readonly large: LargeBody };

/** Options that a text body may have in the query. */
const inQuery = new Set(['title', 'note', 'expiresIn', 'after']);

/** Takes in a body and hands it to `work`; until that is done its bytes count as held. Throws a Problem. */
export async function withReceived<T>(request: Request, work: (received: Received) => Promise<T>): Promise<T> {
  const room = new Room();
  let received: Received | undefined;
  try {
    received = await receive(request, room);
    return await work(received);
  } finally {
    room.free();
    if (received && 'large' in received) received.large.close();
  }
}

/** Takes in a body in each of the three forms of the contract; nothing of it is read yet. Throws a Problem. */
async function receive(request: Request, room: Room): Promise<Received> {
  const type = mediaType(request);
  if (type === 'multipart/form-data') return incomingOf(room, (incoming) => readMultipart(request, incoming));
  if (type === 'application/json') return { json: await readBody(request, room) };
  if (type === 'text/plain') return incomingOf(room, (incoming) => readText(request, incoming));
  throw new Problem(415, says(type === '' ? 'noContentType' : 'unknownContentType'));
}

/** Resolves when all is there, or as soon as it is too large to be held. */
function incomingOf(room: Room, take: (incoming: Incoming) => Promise<Options>): Promise<Received> {
  return new Promise((resolve, reject) => {
    const incoming = new Incoming(room, (large) => resolve({ large }));
    take(incoming).then(
      (options) => (incoming.large ? incoming.large.end(options) : resolve({ files: incoming.files(), options })),
      (error: unknown) => {
        if (!incoming.large) reject(error instanceof Error ? error : new Error(String(error)));
        else incoming.large.fail(error instanceof Problem ? error : new Problem(400, says('endedEarly')));
      },
    );
  });
}

async function readText(request: Request, incoming: Incoming): Promise<Options> {
  let isFirst = true;
  try {
    for await (const piece of countedBody(request) as AsyncIterable<Uint8Array>) {
      if (isFirst) incoming.file(undefined);
      isFirst = false;
      await incoming.piece(piece);
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(400, says('wrongEncoding'));
  }
  return Object.fromEntries([...new URL(request.url).searchParams].filter(([name]) => inQuery.has(name)));
}
