import { files, tested, waived, type SecurityItem } from './item';

const { api, canaries, headers, manageCase, openCase, redact, manage } = files;
const [deploy, supply, server, crash, createCase] = ['scripts/deploy.test.ts', 'e2e/security/supply.test.ts', 'e2e/security/server.spec.ts', 'lib/cases/crash.test.ts', 'lib/http/create-case.test.ts'] as const;

/** Secrets, keeping and deleting, headers, and what we run on. */
export const keeping: readonly SecurityItem[] = [
  tested(96, 'P0', 'a secret in the database, a log or a backup', ['e2e/security/canaries.spec.ts', 'no secret of sixty kinds is in the data folder or in what is printed, however it was sent; after deletion nothing of the case is'], [api, 'what is stored is masked']),
  tested(97, 'P0', 'secrets in the places of an OCI config', [canaries, 'no secret is left in its place']),
  tested(98, 'P0', 'values of environment variables', [redact, 'masks'], [canaries, 'no secret is left in its place']),
  tested(99, 'P0', 'tokens of sixty kinds in eight surroundings', [canaries, 'every shape is tried by a canary, and there are 60 at least'], [canaries, 'no token is left %s']),
  tested(100, 'P0', 'secrets split by colours and zero-width characters', [canaries, 'no token is left %s']),
  tested(101, 'P0', 'masking that fails', ['lib/http/masking-fails.test.ts', 'what could not be masked is not diagnosed either: the error goes on'], [createCase, 'where masking fails nothing is stored']),
  tested(102, 'P0', 'a request that by-passes the page', ['e2e/security/canaries.spec.ts', 'no secret of sixty kinds is in the data folder or in what is printed, however it was sent; after deletion nothing of the case is'], [createCase, 'title and note are masked as everything else is']),
  tested(103, 'P0', 'lines lost by masking', [redact, 'a private key over several lines, keeping their count'], [redact, 'any text: lines are kept, and masking twice changes nothing']),
  tested(104, 'P1', 'marks that tell the secret', [redact, 'the same secret has the same mark'], [canaries, 'a secret is the same in every document, and another one in another upload has no relation to it']),
  tested(105, 'P1', 'masking that hides what a diagnosis needs', [canaries, 'what a diagnosis needs survives: every line that the engine knows'], [canaries, 'leaves alone: %s']),
  tested(106, 'P1', 'masks that nobody sees before sending', ['e2e/review.spec.ts', 'nothing leaves before the person says so, and then only masked texts'], ['e2e/review.spec.ts', 'a person hides more, by typing and by selecting, and shows it again']),
  waived(107, 'P2', 'host names and addresses', 'They are no secrets by themselves, and a diagnosis compares them; who wants them out hides them by typing or selecting before sending.', ['e2e/review.spec.ts', 'a person hides more, by typing and by selecting, and shows it again']),
  tested(108, 'P0', 'text that lives on in the files after deletion', [manageCase, 'a deleted case is gone from the bytes of every file, with all its attempts'], [manage, 'a deleted case is gone for everybody, and from the bytes of the data folder']),
  tested(109, 'P0', 'cases kept after their end', [manageCase, 'what has expired is erased in batches, by two sweeps at once; the rest stays']),
  tested(110, 'P1', 'a deleted case that comes back with a backup', [crash, 'restoring beside a server that works brings back what is missing; what was deleted or renewed stays gone, what is new stays'], [crash, 'a backup holds nothing of what was deleted before']),
  tested(111, 'P0', 'data files read by others, or over HTTP', [openCase, 'the folder is for its owner alone, and so is every file of it'], [server, 'there is nothing at ${address}']),
  tested(112, 'P1', 'a process killed while it writes', [crash, 'ten processes killed in the middle of their work leave whole cases, and all that they told'], [openCase, 'two processes write at once, and nothing is lost'], [openCase, 'locked by another for longer than we wait']),
  waived(113, 'P1', 'changes that nobody can trace', 'There are no accounts: who holds the manage token is the owner, and no two actors are to be told apart.'),
  tested(114, 'P1', 'lines forged in our logs', ['lib/http/answer.test.ts', 'an error that nobody foresaw tells an id and nothing else']),
  waived(115, 'P2', 'evidence kept in the browser', 'The list of cases on a device holds their titles and tokens, without which they could not be managed; nothing of the evidence is in it, and it can be emptied.'),
  tested(116, 'P0', 'scripts of others on our pages', [headers, 'every page answers with the headers that keep it to itself'], [headers, 'the policy has another nonce for each answer, and no script runs inline or from text'], [headers, 'no page breaks its own policy'], [headers, 'the watch sees a violation']),
  tested(117, 'P1', 'an answer of the API opened as a page', [headers, 'every page answers with the headers that keep it to itself']),
  waived(118, 'P1', 'reports of the policy that flood the server', 'The policy names no address for reports: violations are watched by the browser tests.'),
  tested(119, 'P0', 'known holes of the framework', [supply, '%s is %s at least']),
  tested(120, 'P0', 'known holes of packages', [supply, 'every package comes from the registry with its digest, none from git or an address'], [supply, 'packages that run a script when they are installed are these and no others']),
  tested(121, 'P1', 'parts that nobody listed', [supply, 'what is served with is under these licences and no others']),
  tested(122, 'P1', 'a container that may do too much', [deploy, 'the image serves as nobody, and copies only what is there'], [deploy, 'the pod runs in a user namespace, without root, on a read-only root'], [deploy, 'compose gives each service that serves a read-only root, no capabilities, and loopback']),
  tested(123, 'P1', 'a secret in the scripts of the page', [server, 'no variable of the server stands in what browsers load']),
  tested(124, 'P1', 'health that tells too much', [server, 'health tells the state, and nothing of the machine or of cases'], [server, 'there is nothing at ${address}']),
  tested(125, 'P1', 'leftovers of development', [server, 'there is nothing at ${address}']),
  tested(126, 'P2', 'inputs that nobody thought of', ['lib/diagnosis/diagnose.test.ts', 'mutated configs and logs: no error, every quote stands where it says, the same input gives the same bytes']),
  tested(127, 'P2', 'a hole that nobody can report', [supply, 'SECURITY.md says of every attack that does not apply why']),
];
