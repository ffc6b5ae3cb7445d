import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readEvidence } from '../intake/read-evidence';
import { tarOf } from '../intake/testing/tar-of';
import { openFile } from './open-file';

const log = 'runc run failed: args must not be empty\n';
const most = { bytes: 32 * 1024 * 1024, members: 200 };
const fileOf = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name);
const tar = await tarOf([{ name: 'node-1/run.log' }, log], [{ name: 'node-2/run.log' }, log], [{ name: 'link', type: 'symlink', linkname: '/etc/shadow' }, '']);

test.each([
  ['a text', 'run.log', strToU8(log)],
  ['a tar', 'fleet.tar', tar],
  ['a tar in gzip', 'fleet.tgz', gzipSync(tar)],
  ['a gzip of one file', 'run.log.gz', gzipSync(strToU8(log))],
  ['a zip', 'fleet.zip', zipSync({ 'node-1/run.log': strToU8(log), 'node-2/run.log': strToU8(log) })],
])('%s is read as on the server', async (_, name, bytes) => {
  expect(await openFile(fileOf(name, bytes), most)).toEqual(await readEvidence([{ name, bytes }]));
});

test.each([
  ['that is damaged', gzipSync(tar).subarray(0, 60), /damaged/],
  ['that unpacks to too much', gzipSync(new Uint8Array(33 * 1024 * 1024)), /unpacks to more than/],
  ['of too many members', await tarOf(...Array.from({ length: 201 }, (_, index): [{ name: string }, string] => [{ name: `f${index}` }, '']) as [{ name: string }, string][]), /more than 200 members/],
])('an archive %s is refused, and told', async (_, bytes, why) => {
  expect(await openFile(fileOf('fleet.tgz', bytes), most)).toEqual([expect.objectContaining({ name: 'fleet.tgz', refused: expect.stringMatching(why) as string })]);
});
