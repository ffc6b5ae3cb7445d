import { files, tested, waived, type SecurityItem } from './item';

const { api, headers, manage, manageCase, openCase, pages, rates } = files;
const [clientAddress, server, links, caseLinks] = ['scripts/client-address.test.ts', 'e2e/security/server.spec.ts', 'e2e/security/links.spec.ts', 'lib/cases/links.test.ts'] as const;

/** Other sites, links and rights, and how often a client may ask. */
export const requests: readonly SecurityItem[] = [
  tested(65, 'P0', 'a form of another site', [api, 'what another site makes a browser send is refused']),
  tested(66, 'P0', 'addresses that the server would open', [server, 'no address in the evidence is looked up or opened']),
  tested(67, 'P0', 'a crawler that follows every link', [server, 'reading changes nothing: every address by GET and HEAD, twice']),
  tested(68, 'P0', 'a page of another origin that reads the API', [headers, 'every page answers with the headers that keep it to itself']),
  tested(69, 'P0', 'a page framed by another', [headers, 'every page answers with the headers that keep it to itself']),
  tested(70, 'P1', 'an open redirect', [server, 'an address to go on to that comes with a request is not followed']),
  tested(71, 'P1', 'X-Forwarded-For written by the client', [clientAddress, 'who asks'], [server, 'a forged X-Forwarded-For gives no new tries']),
  tested(72, 'P0', 'the proxy by-passed by its own headers', [links, 'without its password a case shows nothing: no page, no payload, no export, no attempt'], [manage, 'nobody else manages a case']),
  tested(73, 'P0', 'operators of the database in a body', [manage, 'a change is refused: ${JSON.stringify(data)}'], [api, 'bad input: ${title}']),
  tested(74, 'P0', 'SQL in texts', ['e2e/security/supply.test.ts', 'the lint refuses what makes code or HTML of text, and SQL of our own'], [manage, 'a change is refused: ${JSON.stringify(data)}']),
  tested(75, 'P1', 'wrong methods, types and doubled parameters', [server, 'methods and types that an address does not have, and doubled parameters'], [api, 'unknown ids, addresses and methods']),
  tested(76, 'P1', 'errors that tell about the inside', ['lib/http/answer.test.ts', 'an error that nobody foresaw tells an id and nothing else']),
  tested(77, 'P0', 'ids that are guessed', [caseLinks, 'a million ids: none twice, and no character is commoner than chance makes it'], [openCase, 'ids are 22 characters that nobody guesses; of the manage token only the hash is in the file']),
  tested(78, 'P0', 'a list of cases', [links, 'ids that never were, malformed ones and a list answer all the same: nothing is here']),
  tested(79, 'P0', 'links that are tried one by one', [server, 'links that are tried one by one, as pages, by the API and to compare, are not answered any more after a few'], ['lib/http/guessing.test.ts', 'a hundred at once: no more is looked up than may be guessed, and the one that is there is not found among them']),
  tested(80, 'P0', 'the link of a case used to manage it', [manage, 'nobody else manages a case'], [manageCase, 'the token of the case and no other']),
  tested(81, 'P0', 'the manage token read from the file or a page', [openCase, 'ids are 22 characters that nobody guesses; of the manage token only the hash is in the file'], [api, 'a case: opened, read, exported']),
  tested(82, 'P0', 'the address of a case in Referer', [links, 'a site that a case links to is not told its address'], [headers, 'every page answers with the headers that keep it to itself']),
  tested(83, 'P0', 'a crawler that lists cases', [headers, 'every page answers with the headers that keep it to itself']),
  tested(84, 'P0', 'a preview card that tells the evidence', [links, 'a preview card tells nothing of the evidence: ${agent}']),
  tested(85, 'P0', 'third parties on our pages', [pages, 'no page asks anyone else for anything']),
  tested(86, 'P1', 'ids and evidence in server logs', [server, 'what the server printed names no case, no client and nothing of the evidence']),
  tested(87, 'P1', 'a cache that keeps a case', [headers, 'every page answers with the headers that keep it to itself']),
  tested(88, 'P1', 'a link that got into wrong hands', [links, 'a renewed link leads to the case, and the old one to nothing at once; only who manages the case renews it'], [caseLinks, 'a new link leads to the same case, the old one to nothing at once']),
  tested(89, 'P1', 'an expired case read before the sweep', ['app/compare/side.test.ts', 'a side is read by who has its link; of a case that is gone, has a password or never was nothing is'], [api, 'a case that has expired is gone: 410 for its page and its exports'], [caseLinks, 'reading extends nothing']),
  waived(90, 'P1', 'a link scanner that burns a case', 'No case is burnt by reading it.'),
  tested(91, 'P1', 'a link that is forwarded', ['lib/http/instances.test.ts', 'wrong passwords of many clients for one case are counted together'], [links, 'without its password a case shows nothing: no page, no payload, no export, no attempt'], [links, 'the page asks for the password, and opens to the right one alone'], [caseLinks, 'a password is kept as a salted hash, compared whole, and its pass ends with it'], ['e2e/encrypted.spec.ts', 'an encrypted case is read by who has the whole link; neither the server nor a request has the text or the key'], ['lib/browser/encryption.test.ts', 'a change of any part is noticed: magic, version, IV, text, tag, and a cut'], ['lib/http/encrypted-case.test.ts', 'what needs its text says that it is encrypted']),
  tested(92, 'P1', 'two cases compared by who may read one', ['app/compare/side.test.ts', 'a side is read by who has its link; of a case that is gone, has a password or never was nothing is'], [links, 'without its password a case shows nothing: no page, no payload, no export, no attempt']),
  waived(93, 'P1', 'similar cases of others', 'No page shows another case.'),
  tested(94, 'P0', 'a client that creates without end', [rates, 'how often a client may ask'], [rates, 'a client that created enough creates nothing after a restart, either; its address stands nowhere'], [rates, 'where the counters cannot be read nothing is created']),
  tested(95, 'P1', 'a client that fills the disk', [rates, 'a client that stored enough for a day stores no more']),
];

