import { files, open, tested, type SecurityItem } from './item';

const { api, counted, evidence, floors, json, openCase, patch, pool, upload, viewer } = files;

/** Files as they come, configs as they are read, patterns and time. */
export const takingIn: readonly SecurityItem[] = [
  tested(1, 'P0', 'a body that says it is too large', [counted, 'a length that is too large is refused before a byte is read'], [api, 'bad input: too much, told by its length before it is read']),
  tested(2, 'P0', 'a body without a length that never ends', [counted, 'a body without a length ends as soon as it is too long: the rest is never taken'], [api, 'bad input: 200 MiB in chunks without a length are cut by counted bytes']),
  tested(3, 'P0', 'a gzip body that inflates without end', [counted, 'gzip is counted as it unpacks'], [counted, 'an encoding that we do not know']),
  open(4, 'P0', 'a zip whose directory lies, or whose entries overlap', 'only the plain bomb', [evidence, 'a bomb is refused, and the rest is read']),
  open(5, 'P0', 'a tar of a million entries, or of sizes that lie', 'no test'),
  tested(6, 'P0', 'archives inside archives', [evidence, 'links are not followed, and an archive inside is not opened']),
  tested(7, 'P0', 'members named ../../etc/cron.d/x', [evidence, 'members become documents of the archive, whatever path they claim'], [floors, '%s uses no other packages']),
  open(8, 'P0', 'links, devices and pipes in an archive', 'only symbolic links', [evidence, 'links are not followed, and an archive inside is not opened']),
  tested(9, 'P1', 'a config.json that is a program, or UTF-16', [evidence, 'a binary file is refused'], [evidence, 'UTF-16 of both kinds is read; the mark of UTF-8 stays to be seen'], [api, 'bad input: UTF-16 and a byte order mark']),
  open(10, 'P0', 'files of credentials dropped by mistake', 'not each shape', [upload, 'credentials are refused before they are sent, and the rest is diagnosed'], [evidence, 'credentials are listed as refused, and the rest is read'], [api, 'bad input: the rest is diagnosed where one file is refused']),
  open(11, 'P1', 'ten thousand parts or fields', 'no test of parts', [api, 'bad input: ${title}']),
  open(12, 'P1', 'a byte a second', 'no test'),
  open(13, 'P1', 'malformed multipart', 'no test', [api, 'bad input: ${title}']),
  open(14, 'P1', 'a full disk', 'no quota of the whole store', [openCase, 'no room']),
  open(15, 'P1', 'the same case sent twice', 'not built'),
  tested(16, 'P0', 'JSON 100,000 levels deep', [json, '100,000 brackets are told as too deep, and end'], [api, 'bad input: 100,000 brackets, __proto__ keys, wrong types']),
  open(17, 'P0', 'keys that pollute prototypes', 'not in every place', [json, 'keys that mean something to JavaScript are ordinary keys'], ['lib/diagnosis/diagnose.test.ts', 'prototypes are left alone']),
  tested(18, 'P0', 'a patch of /__proto__/x', [patch, '%j does not fit, and nothing is changed']),
  open(19, 'P0', 'values named toString and hasOwnProperty', 'no test'),
  tested(20, 'P0', 'a config that Go reads otherwise', [json, 'as Go reads it'], [json, 'text after the first value is not read'], [json, 'a byte order mark is refused']),
  tested(21, 'P0', 'IDs that are no uint32', [json, '%s is no uint32'], [json, '%s is one']),
  tested(22, 'P0', 'wrong types everywhere', ['lib/diagnosis/diagnose.test.ts', '10,000 mutated configs and logs: no error, every quote stands where it says, the same input gives the same bytes']),
  open(23, 'P1', '200,000 mounts, 100,000 mappings, strings of a mebibyte', 'no test'),
  open(24, 'P1', 'addresses in $schema and $ref', 'no test that nothing is fetched'),
  open(25, 'P1', 'invalid UTF-8, lone surrogates, U+2028', 'no test'),
  open(26, 'P0', 'lines that make the patterns of messages slow', 'only in npm run fuzz'),
  open(27, 'P0', 'lines that make masking slow', 'no test'),
  open(28, 'P0', 'a line of ten megabytes', 'only in the viewer', [viewer, 'a line of a megabyte is cut around what matters']),
  tested(29, 'P0', 'a search that is a hostile pattern', [viewer, 'search finds each line once, in any case, also where lower case is longer']),
  open(30, 'P0', 'diagnoses that hold the server up', 'no test of health meanwhile', [pool, 'a task that never ends is ended, and the next one gets another worker'], [pool, 'a task that takes all memory ends alone']),
  tested(31, 'P1', 'more diagnoses than can be done', [pool, 'more than may wait are refused at once, and those that wait are done']),
];
