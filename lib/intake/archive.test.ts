import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unpack } from './archive';
import { ArchiveTooLarge } from './members';
import { readEvidence } from './read-evidence';
import { tarOf } from './testing/tar-of';

const mebibyte = 1024 * 1024;
const log = 'runc run failed: args must not be empty\n';

/** A header of 512 bytes whose size says anything (tar(5), ustar). */
function header(name: string, size: string | Buffer, type = '0'): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  Buffer.from(size).copy(block, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\0' + '00', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const said = async (name: string, bytes: Uint8Array) => {
  const [first] = await readEvidence([{ name, bytes }, { name: 'run.log', bytes: Buffer.from(log) }]);
  return first && 'refused' in first ? first.refused : 'taken';
};

describe('a zip', () => {
  test('that says its bomb is ten bytes is counted as it unpacks', async () => {
    const bomb = Buffer.from(zipSync({ 'run.log': new Uint8Array(40 * mebibyte) }));
    const directory = bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    // Uncompressed sizes of the local header and of the directory (APPNOTE 4.3.7, 4.3.12).
    bomb.writeUInt32LE(10, 22);
    bomb.writeUInt32LE(10, directory + 24);
    expect(bomb.length).toBeLessThan(mebibyte);
    expect(await said('a.zip', bomb)).toMatch(/unpacks to more than/);
  });

  test('whose directory names one entry a thousand times unpacks it once', async () => {
    const zip = Buffer.from(zipSync({ 'run.log': strToU8(log.repeat(20_000)) }));
    const at = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const end = zip.indexOf(Buffer.from('PK\x05\x06', 'latin1'));
    const entry = zip.subarray(at, end);
    const tail = Buffer.from(zip.subarray(end));
    tail.writeUInt16LE(1000, 8);
    tail.writeUInt16LE(1000, 10);
    tail.writeUInt32LE(entry.length * 1000, 12);
    const overlapping = Buffer.concat([zip.subarray(0, at), ...Array.from({ length: 1000 }, () => entry), tail]);
    const members = await unpack(overlapping, 'zip');
    expect(members.map((member) => ('bytes' in member ? member.bytes.length : 0))).toEqual([log.length * 20_000]);
  });
});

describe('a tar', () => {
  test('of sixty thousand empty members ends at the limit', async () => {
    const many = Buffer.concat([...Array.from({ length: 60_000 }, (_, index) => header(`f${index}`, '00000000000\0')), Buffer.alloc(1024)]);
    await expect(unpack(many, 'tar')).rejects.toBeInstanceOf(ArchiveTooLarge);
    expect(await said('a.tgz', gzipSync(many))).toMatch(/more than 200 members/);
  });

  // The size in octal, in base 256 (GNU), in a PAX record, and of a sparse file.
  const pax = '20 size=8589934592\n';
  test.each([
    ['in octal', header('a.log', '77777777777\0')],
    ['in base 256', header('a.log', Buffer.from('800000000000000200000000', 'hex'))],
    ['in base 256 that is none', header('a.log', Buffer.from('c20000000000000200000000', 'hex'))],
    ['in a PAX record', Buffer.concat([header('pax', `${pax.length.toString(8).padStart(11, '0')}\0`, 'x'), Buffer.from(pax.padEnd(512, '\0')), header('a.log', '00000000000\0')])],
    ['of a sparse file', header('a.log', '77777777777\0', 'S')],
  ])('that claims eight gibibytes %s and holds nothing takes no memory', async (_, bytes) => {
    const before = process.memoryUsage().rss;
    expect(await said('a.tar', Buffer.concat([bytes, Buffer.alloc(1024)]))).not.toBe('taken');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * mebibyte);
  });

  test('links, pipes and devices are listed and not followed; a program with rights is only read', async () => {
    const archive = await tarOf(
      [{ name: 'soft', type: 'symlink', linkname: '/etc/shadow' }, ''],
      [{ name: 'hard', type: 'link', linkname: '/etc/shadow' }, ''],
      [{ name: 'pipe', type: 'fifo' }, ''],
      [{ name: 'tty', type: 'character-device', devmajor: 5, devminor: 0 }, ''],
      [{ name: 'disk', type: 'block-device', devmajor: 8, devminor: 0 }, ''],
      [{ name: 'run.log', mode: 0o4755 }, log],
    );
    const members = await unpack(archive, 'tar');
    expect(members.map((member) => [member.name, 'refused' in member])).toEqual([['soft', true], ['hard', true], ['pipe', true], ['tty', true], ['disk', true], ['run.log', false]]);
  });
});
