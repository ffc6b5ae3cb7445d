import { describe, expect, test } from 'vitest';
import { Problem } from './problem';
import { readReceived } from './read-received';
import { withReceived, type Received } from './receive';
import { handed } from './testing/handed';

const line = 'runc run failed: args must not be empty\n';
const requested = (body: string, type = 'multipart/form-data; boundary=b') => new Request('http://localhost/api/diagnose', { method: 'POST', headers: { 'Content-Type': type }, body });
const sent = (body: string, type?: string) => withReceived(requested(body, type), (received: Received) => Promise.resolve(received as Extract<Received, { options: unknown }>));
const part = (disposition: string, content: string, more = '') => `--b\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n${content}\r\n`;
const end = '--b--\r\n';

/** The status of the answer; 200 where the form was read. */
const status = (form: Promise<unknown>) => form.then(() => 200, (error: unknown) => (error instanceof Problem ? error.status : error));

describe('too many', () => {
  test.each([
    ['files', part('name="files"; filename="a.log"', line).repeat(21), 413],
    ['files without a name', part('name="files"; filename=""', '').repeat(10_000), 400],
    ['fields', part('name="x"', '1').repeat(200), 400],
    ['parts without a name', part('name=""', '').repeat(10_000), 400],
  ])('%s', async (_, body, expected) => expect(await status(withReceived(requested(body + end), (received) => readReceived(handed(received), 'case')))).toBe(expected));
});

describe('malformed', () => {
  const good = part('name="files"; filename="a.log"', line) + end;
  test.each([
    ['no boundary', good, 'multipart/form-data', 400],
    ['a boundary of 70 KB', good, `multipart/form-data; boundary=${'b'.repeat(70_000)}`, 400],
    ['a header of 64 KB', part('name="files"; filename="a.log"', line, `X-Long: ${'x'.repeat(65_536)}\r\n`) + end, undefined, 400],
    ['a thousand headers', part('name="files"; filename="a.log"', line, 'X-A: 1\r\n'.repeat(1000)) + end, undefined, undefined],
    ['two dispositions', part('name="files"; filename="a.log"', line, 'Content-Disposition: form-data; name="title"\r\n') + end, undefined, undefined],
    ['a part that never ends', part('name="files"; filename="a.log"', line), undefined, 400],
    ['no disposition', `--b\r\nContent-Type: text/plain\r\n\r\n${line}\r\n${end}`, undefined, undefined],
    ['nothing', '', undefined, 400],
  ] as const)('%s is refused or read, and never an error of ours', async (_, body, type, expected) => {
    const answered = await status(sent(body, type));
    if (expected === undefined) expect([200, 400, 413]).toContain(answered);
    else expect(answered).toBe(expected);
  });
});

test('what is well formed is read', async () => {
  const { files, options } = await sent(part('name="title"', 'web') + part('name="files"; filename="a.log"', line) + end);
  expect([files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]), options]).toEqual([[['a.log', line]], { title: 'web' }]);
});
