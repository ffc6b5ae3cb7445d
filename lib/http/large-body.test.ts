import { afterEach, describe, expect, test, vi } from 'vitest';
import { expanded } from '../cases/compressed';
import { redact } from '../redaction/redact';
import { Problem } from './problem';
import { withReceived } from './receive';
import { handed } from './testing/handed';
import { work, type Diagnosed } from './work';

afterEach(() => vi.unstubAllEnvs());

const failed = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const noise = (lines: number) => Array.from({ length: lines }, (_, index) => `time="2026-03-01T10:00:00Z" level=info msg="event published" ns=k8s.io topic=/tasks/exit id=${index}\n`).join('');
const log = `${noise(40_000)}password=hunter2-canary\n${failed}${noise(40_000)}`;

/** A body that comes in pieces, each only when it is asked for. */
function bodyOf(text: string): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= bytes.length) stream.close();
      else stream.enqueue(new Uint8Array(bytes.subarray(at, (at += 70_000))));
    },
  });
}

async function diagnosed(body: string, type = 'text/plain', stored = true): Promise<Diagnosed> {
  const request = new Request('http://x/api/cases', { method: 'POST', headers: { 'Content-Type': type }, body: bodyOf(body), duplex: 'half' } as RequestInit);
  return withReceived(request, (received) => {
    expect('large' in received).toBe(true);
    return work({ received: handed(received), form: 'case', stored });
  });
}

const form = (...parts: readonly string[]) => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
const file = (name: string, text: string) => `Content-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${text}`;

describe('a large body is read as it comes', () => {
  test('a log: masked, diagnosed by its lines that matter with their numbers, and kept whole', async () => {
    const { report, documents } = await diagnosed(log);
    expect(report.findings[0]).toMatchObject({ cause: 'userns-without-mappings' });
    expect(report.findings[0]?.evidence[0]?.startLine).toBe(40_002);
    expect(report.documents).toMatchObject([{ name: 'pasted.txt', bytes: Buffer.byteLength(log), lines: 80_002 }]);
    const [kept] = await Promise.all(documents.map(({ content }) => expanded(content)));
    expect(kept).toBe(redact([{ name: '', text: log }]).texts[0]?.text);
    expect(kept).not.toContain('canary');
  });

  test('a form with a log, a config and options', async () => {
    const { report, documents, options } = await diagnosed(form('Content-Disposition: form-data; name="title"\r\n\r\nweb', file('run.log', log), file('config.json', '{"ociVersion": "1.0.2"}')), 'multipart/form-data; boundary=b');
    expect(options).toMatchObject({ title: 'web' });
    expect(report.documents.map(({ name, kind }) => [name, kind])).toEqual([['run.log', expect.anything()], ['config.json', 'oci-config']]);
    expect(await Promise.all(documents.map(async ({ content }) => (await expanded(content)).length))).toEqual([redact([{ name: '', text: log }]).texts[0]?.text.length, 23]);
  });

  test('a log longer than may be stored is kept by its lines that matter', async () => {
    vi.stubEnv('MAX_DOCUMENT_BYTES', '1000000');
    const { documents, report } = await diagnosed(log);
    const kept = await expanded(documents[0]?.content ?? new Uint8Array());
    expect(kept).toMatch(/^⟦… \d+ lines left out …⟧\n/);
    expect(kept).toContain(failed);
    expect(kept).not.toContain('canary');
    expect(kept.length).toBeLessThan(10_000);
    expect(report.findings[0]?.evidence[0]?.startLine).toBe(40_002);
  });

  test('what is not to be stored leaves nothing but the report', async () => {
    const { documents, report } = await diagnosed(log, 'text/plain', false);
    expect(documents).toEqual([]);
    expect(report.findings[0]?.cause).toBe('userns-without-mappings');
    expect(JSON.stringify(report)).not.toContain('canary');
  });
});

describe('a large body that is refused', () => {
  test('too large', async () => {
    vi.stubEnv('MAX_UPLOAD_BYTES', '5000000');
    await expect(diagnosed(log)).rejects.toMatchObject({ status: 413 });
  });

  test('no log, and more than is read whole', async () => {
    vi.stubEnv('MAX_WHOLE_BYTES', '5000000');
    await expect(diagnosed('neither a log nor short\n'.repeat(300_000))).rejects.toMatchObject({ status: 413 });
  });

  test('a form that breaks off', async () => {
    await expect(diagnosed(form(file('run.log', log)).slice(0, -20), 'multipart/form-data; boundary=b')).rejects.toBeInstanceOf(Problem);
  });
});
