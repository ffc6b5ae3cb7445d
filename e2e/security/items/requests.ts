import { files, open, tested, waived, type SecurityItem } from './item';

const { api, headers, manage, manageCase, openCase, pages, rates } = files;
const clientAddress = 'scripts/client-address.test.ts';

/** Other sites, links and rights, and how often a client may ask. */
export const requests: readonly SecurityItem[] = [
  tested(65, 'P0', 'a form of another site', [api, 'what another site makes a browser send is refused']),
  open(66, 'P0', 'addresses that the server would open', 'no test that nothing is looked up'),
  open(67, 'P0', 'a crawler that follows every link', 'no test that nothing changes'),
  tested(68, 'P0', 'a page of another origin that reads the API', [headers, 'every page answers with the headers that keep it to itself']),
  tested(69, 'P0', 'a page framed by another', [headers, 'every page answers with the headers that keep it to itself']),
  open(70, 'P1', 'an open redirect', 'no test'),
  open(71, 'P1', 'X-Forwarded-For written by the client', 'not over the wire', [clientAddress, 'who asks']),
  open(72, 'P0', 'the proxy by-passed by its own headers', 'no test'),
  tested(73, 'P0', 'operators of the database in a body', [manage, 'a change is refused: ${JSON.stringify(data)}'], [api, 'bad input: ${title}']),
  open(74, 'P0', 'SQL in texts', 'no test that the lint refuses it'),
  open(75, 'P1', 'wrong methods, types and doubled parameters', 'not all', [api, 'unknown ids, addresses and methods'], [api, 'a case: opened, read, exported']),
  tested(76, 'P1', 'errors that tell about the inside', ['lib/http/answer.test.ts', 'an error that nobody foresaw tells an id and nothing else']),
  open(77, 'P0', 'ids that are guessed', 'no test of a million', [openCase, 'ids are 22 characters that nobody guesses; of the manage token only the hash is in the file']),
  open(78, 'P0', 'a list of cases', 'no test'),
  open(79, 'P0', 'links that are tried one by one', 'pages are not counted', [rates, 'who asks for cases that never were is not looked up for any more, not even for one that is']),
  tested(80, 'P0', 'the link of a case used to manage it', [manage, 'nobody else manages a case'], [manageCase, 'the token of the case and no other']),
  tested(81, 'P0', 'the manage token read from the file or a page', [openCase, 'ids are 22 characters that nobody guesses; of the manage token only the hash is in the file'], [api, 'a case: opened, read, exported']),
  open(82, 'P0', 'the address of a case in Referer', 'no test in a browser', [headers, 'every page answers with the headers that keep it to itself']),
  tested(83, 'P0', 'a crawler that lists cases', [headers, 'every page answers with the headers that keep it to itself']),
  open(84, 'P0', 'a preview card that tells the evidence', 'no test'),
  tested(85, 'P0', 'third parties on our pages', [pages, 'no page asks anyone else for anything']),
  open(86, 'P1', 'ids and evidence in server logs', 'no test'),
  tested(87, 'P1', 'a cache that keeps a case', [headers, 'every page answers with the headers that keep it to itself']),
  open(88, 'P1', 'a link that got into wrong hands', 'not built'),
  open(89, 'P1', 'an expired case read before the sweep', 'nothing shows that reading extends nothing', [api, 'a case that has expired is gone: 410 for its page and its exports']),
  waived(90, 'P1', 'a link scanner that burns a case', 'No case is burnt by reading it.'),
  open(91, 'P1', 'a link that is forwarded', 'no password'),
  waived(92, 'P1', 'two cases compared by who may read one', 'No page shows two cases.'),
  waived(93, 'P1', 'similar cases of others', 'No page shows another case.'),
  open(94, 'P0', 'a client that creates without end', 'counters are lost with the process', [rates, 'how often a client may ask'], [rates, 'all of a /64 is one client, and the next network is another']),
  open(95, 'P1', 'a client that fills the disk', 'not built'),
];

