import { wordsOf } from '../../lib/diagnosis/sentence';

/** What the list of this device's cases says; one table per language. */
export const myCasesWords = {
  en: {
    title: 'My cases',
    intro: 'This list is kept in this browser only. Whoever has the link of a case can open it; no one can list cases.',
    looking: 'Looking in this browser …',
    none: 'No cases on this device yet. Diagnose one, or open an example.',
    newDiagnosis: 'New diagnosis',
    search: 'Search and filter',
    searchHint: 'status:open cause:rootfs-* tag:night words of the title; a dash before a word excludes it',
    open: 'Open',
    solved: 'Solved',
    tagged: '#{tag}',
    grouped: 'Group by same failure',
    shown: '{shown} of {count} cases',
    noneShown: 'No case fits {filter}.',
    clear: 'Clear the filter',
    markSolved: 'Mark solved',
    markSolvedOf: 'Mark as solved: {title}',
    reopen: 'Reopen',
    reopenOf: 'Open again: {title}',
    notTold: 'Changed here; the case itself could not be changed: {why}.',
    noToken: 'its manage token is not on this device',
    answered: 'the server answered {status}',
    unreachable: 'the server cannot be reached',
    tags: 'Tags',
    tagsOf: 'Tags of {title}',
    until: 'kept until {day}',
    past: 'no longer kept',
    pick: 'Compare {title}',
    compare: 'Compare the two',
    pickTwo: 'Tick two cases to compare them.',
    forget: 'Forget',
    forgetOf: 'Forget {title}',
    forgetAll: 'Forget all on this device',
    sure: 'Forget all cases on this device? Their links keep working until they expire.',
    save: 'Export the list',
    withTokens: 'with the right to change and delete',
    load: 'Import a list',
    loaded: '{count} cases added.',
    notLoaded: 'This is no list of cases.',
    noCause: 'No cause named',
  },
} as const;

/** One text with its holes filled. */
export const myCasesWord = wordsOf(myCasesWords.en);
