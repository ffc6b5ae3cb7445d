import { inLanguages, type WholeKey } from '../../lib/diagnosis/sentence';
import { zh } from './words.zh';

/** What is said before anything is sent. */
export const reviewWords = inLanguages({
  en: {
    title: 'What is hidden, and what is sent',
    intro: 'Hiding happens in your browser, and once more on the server. Nothing has been sent yet.',
    working: 'Looking for what must be hidden …',
    failed: 'What must be hidden could not be found out, so nothing can be sent. Reload the page and try again.',
    nothingHidden: 'No secret was found. Look through the lines before you send them.',
    env: 'Values of environment variables',
    key: 'Private keys',
    jwt: 'Signed tokens (JWT)',
    token: 'Tokens',
    password: 'Passwords',
    cookie: 'Cookies',
    hidden: 'Hidden by you',
    morePlaces: 'and {count} more places',
    alwaysHidden: 'What the rules hide cannot be shown again: the server hides it, too.',
    hideLabel: 'Hide more: select it in the lines, or type it',
    hide: 'Hide it everywhere',
    hideTooShort: 'Choose at least {least} characters that are not hidden yet.',
    hideNowhere: 'It stands nowhere in the lines.',
    showAgain: 'Show {what} again',
    showAgainShort: 'Show again',
    changed: 'With this hidden the diagnosis is another one: {now}. Before: {before}.',
    noCause: 'no cause',
    preview: 'Lines as they are sent',
    document: 'Document',
    lineOf: 'Line {line} of {document}',
    lines: '{count} lines',
    archive: '{name}: opened on the server, where its texts are masked before they are stored; it cannot be looked through here',
    notSent: '{name}: not sent, because {why}',
    sent: '{count} documents, {size} of the {limit} that one case may have.',
    sentOne: '1 document, {size} of the {limit} that one case may have.',
    tooMany: 'That is more than the {limit} documents that one case may have. Remove some, or send an archive.',
    tooLarge: 'That is {size}; one case may have {limit}. Remove what does not matter, or keep the end of the log.',
    kept: 'Kept for {time}, then deleted. Whoever has the link can read it; nobody can list cases.',
    send: 'Send and get a link',
    sending: 'Sending …',
    back: 'Back, send nothing',
  },
  zh,
});

/** A text without holes, for where the key is a value. */
export type ReviewWord = WholeKey<(typeof reviewWords)['en']>;
