import { filled, inLanguages, type Language } from '../diagnosis/sentence';
import { zh } from './words.zh';

/** What a report says around the sentences of the engine, on every edge; one table per language. */
export const reportWords = inLanguages({
  en: {
    // verdicts, roles, confidence, risk
    diagnosed: 'Diagnosed',
    healthy: 'Healthy',
    unrelated: 'Unrelated',
    unknown: 'Unknown',
    'root-cause': 'Root cause',
    contributing: 'Next you would meet',
    alternative: 'Also possible',
    advice: 'Advice',
    certain: 'certain',
    likely: 'likely',
    possible: 'possible',
    safe: 'safe',
    review: 'review',
    destructive: 'destructive',
    lowersIsolation: 'lowers isolation',

    // a finding and its fix
    causeLine: '{cause}, {confidence}: {because}.',
    findingLine: '{role} ({confidence}: {because}): {cause}',
    fixTitle: 'Fix: {title} ({risk})',
    fixTitleLowers: 'Fix: {title} ({risk}, lowers isolation)',
    costs: 'Costs: {costs}',
    patchOf: 'Patch of {document} (RFC 6902):',
    edit: 'In {place} put {text}',
    nothing: '(nothing)',
    verify: 'Verify:',
    undo: 'Undo:',
    note: 'Note:',

    // what a config makes the runtime do, mended or not
    warnTitle: 'Read before you take this config over',
    warnHint: 'A mended config does this just the same. Who wrote it decides what runs on the host:',

    // what stands beside the findings
    notKnown: 'Lines that are not known',
    toBeSurer: 'To be surer',
    versions: 'Versions',
    version: 'Version',
    ruledOut: 'Ruled out',
    limits: 'Limits',
    ask: '{what}:',
    pair: '{what}: {text}',

    // the start after the fix
    next: 'Next you would meet',
    nextCured: 'The config with this change was diagnosed again, and no longer shows the cause.',
    nextNotCured: 'The config with this change was diagnosed again, and still shows the cause: something else has to change as well.',
    nextHost: 'The fix changes the host; how the host is then was not seen.',
    nextClear: 'Nothing that was given would stop the next start.',
    nextPossible: 'may be next',
    nextCertain: 'is next',
    nextAsks: 'One command tells whether the next start goes on:',
    handCause: 'Cause ({confidence}): {title}',
    handVerdict: 'No cause named: {summary}',
    handSeen: 'Seen in: {places}',
    handUnknown: 'Not known: {places}',
    handNowhere: 'Seen in: nothing that fails',
    handFix: 'Fix ({risk}): {title}',
    handNoFix: 'Fix: none that the evidence allows',
    handCheck: 'Check: {command}',
    handAsk: 'Next, read-only: {command}',
    handLink: 'Case: {link}',
    replySeen: 'It shows in:',
    replyCase: 'The whole diagnosis: {link}',
    bugTitle: 'A failure that no known cause explains',
    bugLines: 'What was printed',
    bugVersions: 'Versions',
    bugGiven: 'What was looked at',
    // a fleet
    fleetNodes: '{count} nodes.',
    fleetShare: '{count} of {all}',
    fleetFails: 'What fails',
    fleetOdd: 'Where they differ, the fewest nodes first',
    fleetMatrix: 'Node × requirement (x fails, ? suspect, + met, . not told), a column a node',
    fleetUpgrades: 'What an upgrade would rule out',
    bugMissing: 'What would tell more',
  },
  zh,
});

export type ReportWords = (typeof reportWords)['en'];

export type ReportWord = keyof ReportWords;

/** One text of the table, with its holes filled. */
export function reportWord(key: ReportWord, language: Language = 'en', values: Readonly<Record<string, string>> = {}): string {
  return filled(reportWords[language][key], values);
}
