import { wordsOf } from '../lib/diagnosis/sentence';

/** What the page with the box says; one table per language. */
export const landingWords = {
  en: {
    evidence: 'Evidence: config.json, output of the runtime, listings',
    placeholder: 'Paste config.json, the error line, ls -ln, a whole shell session.\nOr drop files anywhere on this page.',
    dropping: 'Drop them: config, logs, listings, an archive.',
    addFiles: 'Add files',
    keepFor: 'Keep for',
    day: '1 day',
    week: '7 days',
    month: '30 days',
    quarter: '90 days',
    hiddenOne: '1 value is hidden',
    hiddenMany: '{count} values are hidden',
    review: 'Review',
    save: 'Save and get a link',
    nothing: 'There is nothing to save yet. Paste the output of the runtime, or drop files.',
    notSaved: 'Not saved: {why} Your evidence is still here.',
    answered: 'the server answered {status}.',
    unreachable: 'Not saved: the server cannot be reached. The diagnosis beside the box was made in your browser and stays.',
    untitled: 'Container diagnosis',
    offline: 'You are offline. The diagnosis works; saving needs the server.',
    withoutScript: 'Without JavaScript nothing can be looked through here: what is sent is masked on the server before it is stored.',
    archive: 'an archive, opened on the server',
    kind: '{kind} · {lines} lines',
    reading: 'reading …',
    excerpting: 'looking for the lines that matter: {read} of {size} MiB …',
    notSent: 'not sent: {why}',
    tooLarge: 'it has {size} MiB; the limit is {limit} MiB. The cause stands near the end of a log',
    keepEnd: 'Keep the last {limit} MiB',
    keepEndOf: 'Keep the last {limit} MiB of {name}',
    remove: 'Remove',
    removeOne: 'Remove {name}',
  },
} as const;

/** One text with its holes filled. */
export const landingWord = wordsOf(landingWords.en);
