import { files, tested, type SecurityItem } from './item';

const { api, counted, evidence, floors, json, openCase, patch, pool, upload, viewer } = files;
const [archive, multipart, hostile, server, links, caseLinks, crash, front] = ['lib/intake/archive.test.ts', 'lib/http/multipart.test.ts', 'lib/http/hostile-evidence.test.ts', 'e2e/security/server.spec.ts', 'e2e/security/links.spec.ts', 'lib/cases/links.test.ts', 'lib/cases/crash.test.ts', 'scripts/front.test.ts'] as const;

/** Files as they come, configs as they are read, patterns and time. */
export const takingIn: readonly SecurityItem[] = [
  tested(1, 'P0', 'a body that says it is too large', [counted, 'a length that is too large is refused before a byte is read'], [api, 'bad input: too much, told by its length before it is read']),
  tested(2, 'P0', 'a body without a length that never ends', [counted, 'a body without a length ends as soon as it is too long: the rest is never taken'], [api, 'bad input: 200 MiB in chunks without a length are cut by counted bytes']),
  tested(3, 'P0', 'a gzip body that inflates without end', [counted, 'gzip is counted as it unpacks'], [counted, 'an encoding that we do not know']),
  tested(4, 'P0', 'a zip whose directory lies, or whose entries overlap', [evidence, 'a bomb is refused, and the rest is read'], [archive, 'that says its bomb is ten bytes is counted as it unpacks'], [archive, 'whose directory names one entry a thousand times unpacks it once']),
  tested(5, 'P0', 'a tar of a million entries, or of sizes that lie', [archive, 'of sixty thousand empty members ends at the limit'], [archive, 'that claims eight gibibytes %s and holds nothing takes no memory']),
  tested(6, 'P0', 'archives inside archives', [evidence, 'links are not followed, and an archive inside is not opened']),
  tested(7, 'P0', 'members named ../../etc/cron.d/x', [evidence, 'members become documents of the archive, whatever path they claim'], [floors, '%s uses no other packages']),
  tested(8, 'P0', 'links, devices and pipes in an archive', [archive, 'links, pipes and devices are listed and not followed; a program with rights is only read']),
  tested(9, 'P1', 'a config.json that is a program, or UTF-16', [evidence, 'a binary file is refused'], [evidence, 'UTF-16 of both kinds is read; the mark of UTF-8 stays to be seen'], [api, 'bad input: UTF-16 and a byte order mark']),
  tested(10, 'P0', 'files of credentials dropped by mistake', [upload, 'credentials are refused before they are sent, and the rest is diagnosed'], ['lib/intake/credentials.test.ts', 'a %s is refused: %j'], [api, 'bad input: the rest is diagnosed where one file is refused']),
  tested(11, 'P1', 'ten thousand parts or fields', [multipart, 'too many'], [api, 'bad input: ${title}']),
  tested(12, 'P1', 'a byte a second', [server, 'clients that send a byte a second are cut, and the server answers meanwhile'], [front, 'who does not say what he wants, or says it too slowly, is cut: before the server has the connection, and after']),
  tested(13, 'P1', 'malformed multipart', [multipart, '%s is refused or read, and never an error of ours'], [api, 'bad input: ${title}']),
  tested(14, 'P1', 'a full disk', [openCase, 'no room'], [caseLinks, 'a store that is full takes nothing more, and what it holds is read'], [crash, 'a disk that fills up: what does not fit is refused whole, the rest is read, and the file is sound']),
  tested(15, 'P1', 'the same case sent twice', [links, 'the same request sent twice opens one case, also at once; the key with other evidence opens none'], [caseLinks, 'a request that comes again opens one case and gives the same token, which is not in the file']),
  tested(16, 'P0', 'JSON 100,000 levels deep', [json, '100,000 brackets are told as too deep, and end'], [api, 'bad input: 100,000 brackets, __proto__ keys, wrong types']),
  tested(17, 'P0', 'keys that pollute prototypes', [hostile, 'keys that pollute prototypes'], [json, 'keys that mean something to JavaScript are ordinary keys']),
  tested(18, 'P0', 'a patch of /__proto__/x', [patch, '%j does not fit, and nothing is changed'], [patch, '%j is refused where a document has such keys of its own, too']),
  tested(19, 'P0', 'values named toString and hasOwnProperty', [hostile, 'values with the names of what every object has']),
  tested(20, 'P0', 'a config that Go reads otherwise', [json, 'as Go reads it'], [json, 'text after the first value is not read'], [json, 'a byte order mark is refused']),
  tested(21, 'P0', 'IDs that are no uint32', [json, '%s is no uint32'], [json, '%s is one']),
  tested(22, 'P0', 'wrong types everywhere', ['lib/diagnosis/diagnose.test.ts', 'mutated configs and logs: no error, every quote stands where it says, the same input gives the same bytes']),
  tested(23, 'P1', '200,000 mounts, 100,000 mappings, strings of a mebibyte', [hostile, 'what there is much of takes time in proportion'], [pool, 'a task that never ends is ended, and the next one gets another worker']),
  tested(24, 'P1', 'addresses in $schema and $ref', [server, 'no address in the evidence is looked up or opened']),
  tested(25, 'P1', 'invalid UTF-8, lone surrogates, U+2028', [caseLinks, 'texts that are no text are stored and read as they were']),
  tested(26, 'P0', 'lines that make the patterns of messages slow', ['lib/diagnosis/messages/worst-lines.test.ts', 'no pattern takes long on a line that nearly fits, over and over']),
  tested(27, 'P0', 'lines that make masking slow', [hostile, '%j over and over takes time in proportion to mask and to read']),
  tested(28, 'P0', 'a line of ten megabytes', [hostile, 'a line of ten mebibytes is cut for the patterns, and what stands at its end is found'], [viewer, 'a line of a megabyte is cut around what matters']),
  tested(29, 'P0', 'a search that is a hostile pattern', [viewer, 'search finds each line once, in any case, also where lower case is longer']),
  tested(30, 'P0', 'diagnoses that hold the server up', [pool, 'a task that never ends is ended, and the next one gets another worker'], [pool, 'a task that takes all memory ends alone'], ['e2e/security/load.spec.ts', 'twenty clients for twenty seconds, a fifth hostile: nothing lost, no error of ours, health answers'], [front, 'a probe is answered with what the server told last while it does something else, and with 503 where it hangs']),
  tested(31, 'P1', 'more diagnoses than can be done', [pool, 'more than may wait are refused at once, and those that wait are done']),
];
