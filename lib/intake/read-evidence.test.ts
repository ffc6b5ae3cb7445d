import { gzipSync, zipSync, strToU8 } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { NothingReadable, readEvidence, TooMuch, type SentFile } from './read-evidence';
import { tarOf } from './testing/tar-of';

const file = (name: string | undefined, content: string | Uint8Array): SentFile => ({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content });
const log = 'runc run failed: args must not be empty\n';

/** Name, and the text or why it was refused. */
const read = async (...files: SentFile[]) => (await readEvidence(files)).map((one) => [one.name, 'text' in one ? one.text : one.refused] as const);

describe('archives', () => {
  test('members become documents of the archive, whatever path they claim', async () => {
    const archive = await tarOf(
      [{ name: 'config.json' }, '{}'],
      [{ name: '../../etc/passwd' }, log],
      [{ name: '/root/x' }, log],
      [{ name: 'dir', type: 'directory' }, ''],
    );
    for (const bytes of [archive, gzipSync(archive)]) {
      expect(await read(file('bundle.tgz', bytes))).toEqual([
        ['bundle.tgz/config.json', '{}'],
        ['bundle.tgz/etc/passwd', log],
        ['bundle.tgz/root/x', log],
      ]);
    }
    const zip = zipSync({ 'a/run.log': strToU8(log), '../b.log': strToU8(log) });
    expect(await read(file('all.zip', zip))).toEqual([['all.zip/a/run.log', log], ['all.zip/b.log', log]]);
  });

  test('links are not followed, and an archive inside is not opened', async () => {
    const archive = await tarOf(
      [{ name: 'link', type: 'symlink', linkname: '/etc/shadow' }, ''],
      [{ name: 'run.log' }, log],
    );
    expect(await read(file('a.tar', archive))).toEqual([['a.tar/link', 'it is a symlink, which is not followed'], ['a.tar/run.log', log]]);
    expect(await read(file('a.zip', zipSync({ 'b.zip': zipSync({ c: strToU8('x') }), d: strToU8(log) })))).toEqual([
      ['a.zip/b.zip', 'it is an archive inside an archive, which is not opened'],
      ['a.zip/d', log],
    ]);
  });

  test('a bomb is refused, and the rest is read', async () => {
    const bomb = gzipSync(new Uint8Array(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const [first, second] = await read(file('bomb.gz', bomb), file('run.log', log));
    expect(first).toEqual(['bomb.gz', expect.stringContaining('unpacks to more than')]);
    expect(second).toEqual(['run.log', log]);
    const many = zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, strToU8('x')])));
    expect((await read(file('many.zip', many), file('run.log', log)))[0]?.[1]).toContain('more than 200 members');
  });

  test('a damaged one is told', async () => {
    const cut = gzipSync(strToU8(log.repeat(50))).slice(0, 40);
    expect((await read(file('cut.gz', cut), file('run.log', log)))[0]).toEqual(['cut.gz', 'it is a damaged archive']);
  });
});

describe('encodings', () => {
  test('UTF-16 of both kinds is read; the mark of UTF-8 stays to be seen', async () => {
    const little = Buffer.from(`\ufeff${log}`, 'utf16le');
    expect(await read(file('a.log', little))).toEqual([['a.log', log]]);
    expect(await read(file('b.log', Buffer.from(little).swap16()))).toEqual([['b.log', log]]);
    expect(await read(file('c.json', Buffer.from('\ufeff{}')))).toEqual([['c.json', '\ufeff{}']]);
  });

  test('a binary file is refused', async () => {
    expect((await read(file('runc', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1])), file('run.log', log)))[0]?.[1]).toContain('binary');
  });
});

test('credentials are listed as refused, and the rest is read', async () => {
  const files = [
    file('config.json', '{"auths": {"registry.example": {"auth": "eDp5"}}}'),
    file('id_rsa', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n'),
    file('kube', 'apiVersion: v1\nkind: Config\nclusters:\n- name: a\n'),
    file('config.json', '{"ociVersion": "1.0.2", "process": {}}'),
  ];
  const taken = await read(...files);
  expect(taken.map(([name]) => name)).toEqual(['config.json', 'id_rsa', 'kube', 'config-2.json']);
  expect(taken.map(([, said]) => /looks like/.test(said))).toEqual([true, true, true, false]);
});

test('names are shown and never obeyed', async () => {
  const names = ['../../a', 'C:\\b\\c.log', 'x\u202egnp.log', 'a\u0000b', '', undefined, 'n'.repeat(300)];
  const taken = await read(...names.map((name) => file(name, log)));
  expect(taken.map(([name]) => name)).toEqual(['a', 'C:/b/c.log', 'xU+202Egnp.log', 'aU+0000b', 'pasted.txt', 'pasted-2.txt', 'n'.repeat(120)]);
});

describe('refusals of the whole', () => {
  afterEach(() => {
    delete process.env.MAX_UPLOAD_BYTES;
  });

  test('nothing, only blanks, or nothing readable', async () => {
    await expect(readEvidence([])).rejects.toBeInstanceOf(NothingReadable);
    await expect(readEvidence([file('a.log', ' \n')])).rejects.toThrow(/a\.log: empty/);
    await expect(readEvidence([file('a.bin', Buffer.from([0, 1, 2]))])).rejects.toThrow(/a\.bin: it is a binary file/);
  });

  test('more than is accepted once it is unpacked', async () => {
    process.env.MAX_UPLOAD_BYTES = '1000';
    await expect(readEvidence([file('a.log', 'x'.repeat(600)), file('b.log', 'x'.repeat(600))])).rejects.toBeInstanceOf(TooMuch);
  });
});
