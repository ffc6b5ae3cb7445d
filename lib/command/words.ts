import { inLanguages, wordsOf, type Language } from '../diagnosis/sentence';
import { zh } from './words.zh';

/** What the program itself says, besides Reports; one table per language. */
export const commandWords = inLanguages({
  en: {
    about: 'Why a container does not start in a user namespace: the cause proved, the repair in hand.',
    usage: 'Usage:',
    diagnoseUsage: 'diagnose files, archives and logs; - reads standard input',
    checkUsage: 'check each config by itself, with facts of the host; for CI',
    fleetUsage: 'compare nodes by what collect.sh took on each: who fails what, where they differ, which upgrade helps',
    mcpUsage: 'serve agents over the Model Context Protocol: on standard input and output, or on a port of loopback',
    completionUsage: 'print the completion of a shell',
    optionsHead: 'Options:',
    format: 'how the answer is printed: {values}',
    host: 'facts of the host, such as what collect.sh takes; may be given again',
    'fail-on': 'how sure a cause must be to end with status 1: {values}',
    upload: 'open a case on that Userns Doctor and print its link; secrets are masked before anything is sent',
    'token-file': 'write the token that manages the opened case into a new file that only you can read',
    http: 'the port of loopback to serve on, 0 for a free one',
    lang: 'language of the answer: {values}; else that of the locale',
    help: 'print this',
    version: 'print the version',
    statusHead: 'Exit status:',
    status0: 'nothing found',
    status1: 'a cause is named',
    status2: 'open: nothing known explains it, or the cause is less sure than --fail-on',
    status64: 'the command line is wrong; 65 nothing readable, 66 no such file, 69 the upload failed',
    noFiles: 'no files are given; - reads standard input, --help tells more',
    noNames: '{command} takes no files',
    serves: 'Serves on {url}, for programs of this machine alone.',
    noShell: 'completion of which shell? {values}',
    noToken: 'The case was opened. Its manage token was not kept: with --token-file it would be.',
    notOption: '{option} does not belong to {command}',
    notValue: '{option} takes {values}, not {given}',
    noUrl: '--upload takes the address of a Userns Doctor, http or https',
    noServer: '{url} cannot be reached: {why}',
    refused: '{url} answered {status}: {why}',
    noCase: '{url} answered something that is no case of a Userns Doctor',
  },
  zh,
});

/** One text of the table, with its holes filled. */
export function commandWord(language: Language) {
  return wordsOf(commandWords[language]);
}
