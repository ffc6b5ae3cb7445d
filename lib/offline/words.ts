import { inLanguages } from '../diagnosis/sentence';
import { zh } from './words.zh';

/** What the page without a network says around a Report; one table per language. */
export const offlineWords = inLanguages({
  en: {
    title: 'Userns Doctor, offline',
    lead: 'Why a container does not start in a user namespace. This file is the whole tool: it sends nothing and loads nothing.',
    evidence: 'Evidence: config.json, output of the runtime, listings',
    placeholder: 'Paste config.json, the error line, ls -ln, a whole shell session. Or drop files and case files anywhere.',
    open: 'Open files',
    save: 'Save the case',
    clear: 'Clear',
    remove: 'Remove {name}',
    language: 'Language',
    answer: 'Answer',
    empty: 'Nothing is given yet.',
    masked: '{count} values are hidden; a saved case holds no others.',
    archive: '{name} is an archive. Unpack it, and drop what is in it.',
    refused: '{name}: {why}.',
  },
  zh,
});
