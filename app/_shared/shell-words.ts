import { inLanguages } from '../../lib/diagnosis/sentence';
import { zh } from './shell-words.zh';

/** What stands around the content of every page, the head of the first, and pages without content. */
export const shellWords = inLanguages({
  en: {
    htmlLang: 'en',
    description: 'Why a container does not start in a user namespace: the cause proved, the repair in hand.',
    toContent: 'To the content',
    main: 'Main',
    newDiagnosis: 'New diagnosis',
    myCases: 'My cases',
    causes: 'Causes',
    fleet: 'Fleet',
    question: 'Why does my container not start in a user namespace?',
    lead: 'Paste what you have: one error line is enough to begin. The cause is found here in your browser; nothing is sent until you save the case.',
    sendingProgress: 'How much was sent',
    sentOf: '{sent} of {size} MiB sent',
    workedOn: 'All was sent; now it is masked, diagnosed and stored …',
    stop: 'Stop',
    stopped: 'Stopped. Nothing was stored.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Select and copy by hand',
    nothingHere: 'There is nothing at this address',
    nothingHereHint: 'The link may be cut off: the id of a case has 22 characters. Causes are listed in the reference.',
    nearest: 'Causes with a name like this',
    failed: 'Something went wrong on our side',
    failedHint: 'What was stored is still there. Trying again often helps; the store may have been busy.',
    again: 'Try again',
    gone: 'Gone',
    goneHeading: 'This case was deleted or has expired',
    goneHint: 'Nothing of it is kept. Ask who sent the link for the evidence, and diagnose it again.',
    tooMany: 'Too many requests',
    tooManyHeading: 'Too many links that lead nowhere',
  },
  zh,
});
