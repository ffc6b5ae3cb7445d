import { wordsOf } from '../../../lib/diagnosis/sentence';

/** What the evidence pane says; one table per language. */
export const viewerWords = {
  en: {
    evidence: 'Evidence',
    allLogs: 'Logs by time',
    views: 'Views of the evidence',
    loading: 'Reading {name} …',
    notLoaded: '{name} could not be read: {why}. The excerpts are still there.',
    again: 'Try again',
    lines: '{count} lines',
    oneLine: '1 line',
    hidden: '{count} lines',
    search: 'Search',
    searchIn: 'Search in {name}',
    previous: 'Previous hit',
    next: 'Next hit',
    hits: '{at} of {count}',
    noHits: 'no line has it',
    errorsOnly: 'Errors only',
    wrap: 'Wrap',
    readable: 'Readable JSON',
    foldAll: 'Fold',
    unfoldAll: 'Unfold',
    copyLink: 'Copy link to line',
    copyLinkConfig: 'Copy link to value',
    copied: 'Link copied',
    notCopied: 'Copy the address of this page by hand',
    noErrors: 'No line of an error.',
    notMerged: 'These logs tell no time that could be compared; they stand one after another.',
    line: 'Line {number}',
    marked: 'evidence',
    cut: 'cut',
    keys: 'n / p next and previous finding · / search · L copy link · E errors only · W wrap',
    atRoot: 'the whole document',
    selectedOnLeft: 'Show the finding',
    textOf: 'Text of {name}',
    shownFinding: 'Finding {at} of {count}',
  },
} as const;

/** One text with its holes filled. */
export const word = wordsOf(viewerWords.en);
