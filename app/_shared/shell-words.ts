import { inLanguages } from '../../lib/diagnosis/sentence';
import { zh } from './shell-words.zh';

/** What stands around the content of every page, and the head of the first. */
export const shellWords = inLanguages({
  en: {
    htmlLang: 'en',
    description: 'Why a container does not start in a user namespace: the cause proved, the repair in hand.',
    toContent: 'To the content',
    main: 'Main',
    newDiagnosis: 'New diagnosis',
    myCases: 'My cases',
    causes: 'Causes',
    question: 'Why does my container not start in a user namespace?',
    lead: 'Paste what you have: one error line is enough to begin. The cause is found here in your browser; nothing is sent until you save the case.',
  },
  zh,
});
