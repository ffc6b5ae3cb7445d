import { files, tested, waived, type SecurityItem } from './item';

const { causes, collector, evidence, headers, hostilePaths, hostileValues, hostPath, lowers, markdown, next, pages, patch, readOnly, shell, upload, viewer, warnings } = files;

const oneWord = 'a value is one word of a program, never a program, a part of one or a line of a file';
const safe = '$id gives fixes that are safe to paste where nothing is known';

/** Hostile text on pages and in exports, and commands that people paste as root. */
export const showing: readonly SecurityItem[] = [
  tested(32, 'P0', 'scripts in logs, names, titles and notes', ['e2e/security/links.spec.ts', 'a script in any field of a case runs on no page of it'], [pages, 'hostile text is shown as text, and unseen characters as marks']),
  tested(33, 'P0', 'code that makes HTML of text', ['e2e/security/supply.test.ts', 'the lint refuses what makes code or HTML of text, and SQL of our own']),
  tested(34, 'P0', 'secrets in the payload that React sends', ['e2e/security/links.spec.ts', 'neither the page nor its payload holds a secret, a token or a hash']),
  tested(35, 'P0', 'terminal sequences: OSC 8, 52, 1337, DCS', [viewer, 'colours of SGR are kept and its sequences vanish'], [viewer, '%j is a mark, not an act']),
  tested(36, 'P0', 'lines forged by carriage return and backspace', [viewer, '%j is a mark, not an act']),
  tested(37, 'P0', 'bidirectional and invisible characters', [viewer, '%j is a mark, not an act'], [pages, 'hostile text is shown as text, and unseen characters as marks']),
  tested(38, 'P1', 'keys in letters of another script', ['lib/http/hostile-evidence.test.ts', 'a key in letters of another script is another key, as it is for runc']),
  tested(39, 'P0', 'names of files that are markup, paths or 5,000 characters', [evidence, 'names are shown and never obeyed'], [pages, 'hostile text is shown as text, and unseen characters as marks']),
  tested(40, 'P0', 'an HTML file opened as a log', [headers, 'every page answers with the headers that keep it to itself']),
  tested(41, 'P0', 'mentions, images and fences in the Markdown', [markdown, 'a fence is longer than any run of backticks in the evidence'], [markdown, 'nothing of the evidence becomes a mention, a link or an image'], [markdown, '%s in a sentence is text and does nothing']),
  waived(42, 'P1', 'an issue filed with more than was shown', 'No button files an issue; a report is copied by hand.'),
  waived(43, 'P1', 'formulas in a CSV export', 'Nothing is exported as CSV.'),
  tested(44, 'P0', 'sequences in what curl and the command line print', [markdown, 'nothing of the evidence moves the cursor of a terminal, sets its title or its clipboard'], ['lib/http/answer.test.ts', 'JSON printed on a terminal moves nothing, and reads back as it was']),
  waived(45, 'P1', 'text of the evidence in a preview picture', 'There is no preview picture; printing shows the page itself.', [pages, 'hostile text is shown as text, and unseen characters as marks']),
  tested(46, 'P2', 'JSON that a browser takes for a page', ['lib/http/answer.test.ts', 'JSON is harmless inside a page']),
  tested(47, 'P1', 'instructions to a language model in a log', ['lib/mcp/mcp.test.ts', 'diagnose names the cause; what is of the evidence stands apart and is marked'], ['lib/mcp/mcp.test.ts', 'the tools only read']),
  tested(48, 'P0', 'values that a shell reads as code', [shell, '%s hands a quoted word on byte for byte'], [shell, 'what a shell or a reader could take for something else never stands in a command']),
  tested(49, 'P0', 'paths that begin like an option', [shell, 'a word that begins like an option, or as home, is quoted'], [hostilePaths, 'no cause builds a command that changes it']),
  tested(50, 'P0', 'chown of a directory of the system', [hostilePaths, 'no cause builds a command that changes it'], [hostilePaths, 'an ordinary directory is changed, so that the test above can fail'], [hostPath, 'no path of the system may be, whatever a config says'], [hostPath, 'what could mean another path is refused'], [hostPath, 'a single directory may be opened for search, also /root or /home, and none of the system below /etc']),
  tested(51, 'P0', 'a change without a look before', [causes, safe], [hostileValues, oneWord], [readOnly, '%j may change something']),
  tested(52, 'P0', 'user names like x;reboot', [shell, 'only names that useradd takes reach a command, and never root'], [hostileValues, oneWord]),
  tested(53, 'P0', 'a value that adds a line to a file', [hostileValues, oneWord], [hostileValues, 'a value that ends its string and its line stays that value wherever a fix writes it, and is in no command and in no edit'], [hostileValues, 'a value does reach a command and a patch, so that the tests above can fail']),
  tested(54, 'P0', 'a value spliced into sed or jq', [hostileValues, oneWord], [causes, '$id builds commands whose own text a shell takes as it is']),
  waived(55, 'P0', 'a value that ends a here-document', 'No fix has a here-document, which is held for every fix of every cause.', [causes, safe], [hostileValues, oneWord]),
  tested(56, 'P0', 'a clipboard that holds more than is seen', [upload, 'what is copied is what is seen'], [collector, 'each runtime has its line, by keyboard, and what is copied is what is seen']),
  tested(57, 'P0', 'a fix that downloads', [causes, safe], [hostileValues, oneWord]),
  tested(58, 'P0', 'a fix that lowers isolation unmarked', [lowers, '%s takes isolation away'], [lowers, '%s does not'], [lowers, '%j: %s'], [causes, safe]),
  tested(59, 'P0', 'a mended config that hands hooks on', [warnings, 'a hook that runs on the host is told with its place'], [warnings, 'the annotation %s is told'], [warnings, 'a config in a paste is looked at too, and a hook that is none does no harm'], [markdown, 'what a mended config would run on the host is told before its patch, and where nothing is mended it is not'], ['e2e/corrected-config.spec.ts', 'a config with a hook is handed on nowhere without a word on what it runs on the host']),
  tested(60, 'P0', 'masks written back into a config', [hostileValues, 'a masked value is in no command and in no patch'], ['lib/report/carry-over.test.ts', 'masked values stay masked, and nothing else of the config is touched']),
  tested(61, 'P1', 'a mended config that is broken otherwise', [next, 'the first fix of %s is never one that leaves the fault in the config'], [patch, 'the text parses to what the operation makes of the value, in any formatting']),
  tested(62, 'P1', 'rules that run code', ['lib/report/render.test.ts', 'a value that looks like a template stays what it is'], ['lib/report/render.test.ts', 'the key %j names no sentence of ours'], ['lib/floors.test.ts', '%s has no clock, no chance and no machine']),
  tested(63, 'P1', 'a collector that is cut, or takes secrets', ['e2e/collector/tools.test.ts', 'a script that is cut does nothing'], ['e2e/collector/tools.test.ts', 'the script passes ShellCheck'], ['e2e/collector/collect.test.ts', 'no secret of a config leaves, where the container prints it'], ['e2e/collector/upload.test.ts', 'nothing is sent without --upload, nor without a yes'], [collector, 'the script is served as it is, as text that no browser runs']),
  tested(64, 'P1', 'a verifying command that changes something', [causes, safe], [readOnly, '%j may change something'], [readOnly, '%s only reads']),
];
