import busboy from 'busboy';
import { readLimits } from '../intake/limits';
import type { SentFile } from '../intake/read-evidence';
import { countedBody } from './counted-body';
import { Problem } from './problem';
import { says } from './problem-words';

export interface Form {
  readonly files: readonly SentFile[];
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads multipart/form-data as it streams in; what passes a limit ends the request at once. */
export function readMultipart(request: Request): Promise<Form> {
  const { documents, noteCharacters } = readLimits();
  const body = countedBody(request);
  return new Promise((resolve, reject) => {
    const files: SentFile[] = [];
    const fields = new Map<string, string>();
    const fail = (problem: Error) => {
      reject(problem);
      body.destroy();
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: { 'content-type': request.headers.get('content-type') ?? '' },
        // A name is read as UTF-8 and kept whole: it is shown, never opened.
        defParamCharset: 'utf8',
        preservePath: true,
        limits: { files: documents + 1, fields: 8, parts: documents + 9, fieldSize: readLimits().uploadBytes, fieldNameSize: 100, headerPairs: 20 },
      });
    } catch {
      reject(new Problem(400, says('noBoundary')));
      return;
    }
    parser.on('file', (_, stream, { filename }) => {
      const chunks: Buffer[] = [];
      // Without a listener the end of a part that never ended would end the process.
      stream.on('error', () => fail(new Problem(400, says('malformedMultipart'))));
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        // A form sends a nameless, empty file where none was picked.
        if (filename || bytes.length > 0) files.push({ name: filename, bytes });
      });
      if (files.length >= documents) fail(tooMany(documents));
    });
    parser.on('field', (name, value) => {
      if (name === 'text') {
        if (value !== '') files.push({ name: undefined, bytes: Buffer.from(value) });
      } else fields.set(name, value.slice(0, noteCharacters + 1));
    });
    parser.on('filesLimit', () => fail(tooMany(documents)));
    parser.on('partsLimit', () => fail(tooMany(documents)));
    parser.on('fieldsLimit', () => fail(new Problem(400, says('manyFields'))));
    parser.on('error', () => fail(new Problem(400, says('malformedMultipart'))));
    parser.on('close', () => resolve({ files, fields }));
    body.on('error', (error) => fail(error instanceof Problem ? error : new Problem(400, says('endedEarly'))));
    body.pipe(parser);
  });
}

function tooMany(limit: number): Problem {
  return new Problem(413, says('moreDocuments', { limit }));
}
