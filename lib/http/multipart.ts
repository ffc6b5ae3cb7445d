import busboy from 'busboy';
import { readLimits } from '../intake/limits';
import { countedBody } from './counted-body';
import type { Incoming } from './incoming';
import { Problem } from './problem';
import { says } from './problem-words';

/** Reads multipart/form-data as it streams in, and gives its fields; what passes a limit ends the request at once. Throws a Problem. */
export function readMultipart(request: Request, incoming: Incoming): Promise<Readonly<Record<string, string>>> {
  const { documents, noteCharacters, uploadBytes, wholeBytes } = readLimits();
  const body = countedBody(request);
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let files = 0;
    /** Files are handed on one after another. */
    let before: Promise<unknown> = Promise.resolve();
    const fail = (problem: Error) => {
      reject(problem);
      body.destroy();
    };
    const next = (work: () => Promise<void>) => void (before = before.then(work).catch(fail));
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: { 'content-type': request.headers.get('content-type') ?? '' },
        // A name is read as UTF-8 and kept whole: it is shown, never opened.
        defParamCharset: 'utf8',
        preservePath: true,
        limits: { files: documents + 1, fields: 8, parts: documents + 9, fieldSize: Math.min(uploadBytes, wholeBytes), fieldNameSize: 100, headerPairs: 20 },
      });
    } catch {
      reject(new Problem(400, says('noBoundary')));
      return;
    }
    parser.on('file', (_, stream, { filename }) => {
      if (++files > documents) fail(tooMany(documents));
      // Without a listener the end of a part that never ended would end the process.
      stream.on('error', () => fail(new Problem(400, says('malformedMultipart'))));
      next(async () => {
        // A form sends a nameless, empty file where none was picked.
        let isOpen = Boolean(filename);
        if (isOpen) incoming.file(filename);
        for await (const piece of stream as AsyncIterable<Buffer>) {
          if (!isOpen) incoming.file(filename);
          isOpen = true;
          await incoming.piece(piece);
        }
      });
    });
    parser.on('field', (name, value) => {
      if (name !== 'text') fields.set(name, value.slice(0, noteCharacters + 1));
      else if (value !== '')
        next(async () => {
          incoming.file(undefined);
          await incoming.piece(Buffer.from(value));
        });
    });
    parser.on('filesLimit', () => fail(tooMany(documents)));
    parser.on('partsLimit', () => fail(tooMany(documents)));
    parser.on('fieldsLimit', () => fail(new Problem(400, says('manyFields'))));
    parser.on('error', () => fail(new Problem(400, says('malformedMultipart'))));
    parser.on('close', () => next(() => Promise.resolve(resolve(Object.fromEntries(fields)))));
    body.on('error', (error) => fail(error instanceof Problem ? error : new Problem(400, says('endedEarly'))));
    body.pipe(parser);
  });
}

function tooMany(limit: number): Problem {
  return new Problem(413, says('moreDocuments', { limit }));
}
