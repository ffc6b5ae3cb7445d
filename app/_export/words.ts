import { inLanguages } from '../../lib/diagnosis/sentence';
import { zh } from './words.zh';

/** What the export of a case says. */
export const exportWords = inLanguages({
  en: {
    open: 'Export',
    title: 'Pass it on',
    intro: 'What you see is what is copied. Secrets were masked before the case was stored.',
    close: 'Close',
    forms: 'Form',
    markdown: 'Markdown for an issue',
    handOver: 'Hand-over in five lines',
    reply: 'Reply on an issue',
    bugReport: 'Report for the runtime',
    copyMarkdown: 'Copy Markdown',
    copyHandOver: 'Copy hand-over',
    copyReply: 'Copy reply',
    reading: 'Reading …',
    failed: 'It could not be read: {why}.',
    withLink: 'Put the link of the case in: whoever has it can read the case',
    noLink: '(ask me for the link)',
    download: 'Download:',
    print: 'Print',
    compare: 'Compare with …',
  },
  zh,
});
