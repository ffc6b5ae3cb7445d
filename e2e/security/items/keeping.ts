import { files, open, tested, waived, type SecurityItem } from './item';

const { api, canaries, headers, manageCase, openCase, redact, manage } = files;

/** Secrets, keeping and deleting, headers, and what we run on. */
export const keeping: readonly SecurityItem[] = [
  open(96, 'P0', 'a secret in the database, a log or a backup', 'no byte search with every canary', [api, 'what is stored is masked']),
  tested(97, 'P0', 'secrets in the places of an OCI config', [canaries, 'no secret is left in its place']),
  tested(98, 'P0', 'values of environment variables', [redact, 'masks'], [canaries, 'no secret is left in its place']),
  tested(99, 'P0', 'tokens of sixty kinds in eight surroundings', [canaries, 'every shape is tried by a canary, and there are 60 at least'], [canaries, 'no token is left %s']),
  tested(100, 'P0', 'secrets split by colours and zero-width characters', [canaries, 'no token is left %s']),
  open(101, 'P0', 'masking that fails', 'no test'),
  open(102, 'P0', 'a request that by-passes the page', 'not for titles and notes', [api, 'what is stored is masked']),
  tested(103, 'P0', 'lines lost by masking', [redact, 'a private key over several lines, keeping their count'], [redact, 'any text: lines are kept, and masking twice changes nothing']),
  tested(104, 'P1', 'marks that tell the secret', [redact, 'the same secret has the same mark'], [canaries, 'a secret is the same in every document, and another one in another upload has no relation to it']),
  tested(105, 'P1', 'masking that hides what a diagnosis needs', [canaries, 'what a diagnosis needs survives: every line that the engine knows'], [canaries, 'leaves alone: %s']),
  open(106, 'P1', 'masks that nobody sees before sending', 'no preview'),
  open(107, 'P2', 'host names and addresses', 'not masked'),
  tested(108, 'P0', 'text that lives on in the files after deletion', [manageCase, 'a deleted case is gone from the bytes of every file, with all its attempts'], [manage, 'a deleted case is gone for everybody, and from the bytes of the data folder']),
  tested(109, 'P0', 'cases kept after their end', [manageCase, 'what has expired is erased in batches, by two sweeps at once; the rest stays']),
  open(110, 'P1', 'a deleted case that comes back with a backup', 'no backup'),
  open(111, 'P0', 'data files read by others, or over HTTP', 'not over HTTP', [openCase, 'the folder is for its owner alone, and so is every file of it']),
  open(112, 'P1', 'a process killed while it writes', 'only while creating', [openCase, 'a writer that is killed leaves whole cases, and every one that it reported'], [openCase, 'two processes write at once, and nothing is lost']),
  open(113, 'P1', 'changes that nobody can trace', 'not built'),
  tested(114, 'P1', 'lines forged in our logs', ['lib/http/answer.test.ts', 'an error that nobody foresaw tells an id and nothing else']),
  open(115, 'P2', 'evidence kept in the browser', 'titles are kept without asking'),
  tested(116, 'P0', 'scripts of others on our pages', [headers, 'every page answers with the headers that keep it to itself'], [headers, 'the policy has another nonce for each answer, and no script runs inline or from text'], [headers, 'no page breaks its own policy'], [headers, 'the watch sees a violation']),
  tested(117, 'P1', 'an answer of the API opened as a page', [headers, 'every page answers with the headers that keep it to itself']),
  waived(118, 'P1', 'reports of the policy that flood the server', 'The policy names no address for reports: violations are watched by the browser tests.'),
  open(119, 'P0', 'known holes of the framework', 'no floors'),
  open(120, 'P0', 'known holes of packages', 'no gate'),
  open(121, 'P1', 'parts that nobody listed', 'no SBOM, no list of licences'),
  waived(122, 'P1', 'a container that may do too much', 'No image is shipped yet; the program runs as any user and writes to its data folder alone.'),
  open(123, 'P1', 'a secret in the scripts of the page', 'no test'),
  open(124, 'P1', 'health that tells too much', 'no test'),
  open(125, 'P1', 'leftovers of development', 'no test'),
  tested(126, 'P2', 'inputs that nobody thought of', ['lib/diagnosis/diagnose.test.ts', '10,000 mutated configs and logs: no error, every quote stands where it says, the same input gives the same bytes']),
  open(127, 'P2', 'a hole that nobody can report', 'no policy'),
];
