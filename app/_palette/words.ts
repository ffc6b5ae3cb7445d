import { inLanguages, type WholeKey } from '../../lib/diagnosis/sentence';
import { zh } from './words.zh';

/** What the palette, the list of keys and the choice of a theme say. */
export const paletteWords = inLanguages({
  en: {
    trigger: 'Jump to a cause, a case, a page',
    triggerShort: 'Jump to …',
    title: 'Jump to',
    label: 'A cause, a case, a page, or a line of the error',
    close: 'Close',
    nothing: 'Nothing has this name.',
    findLine: 'Find the causes of this line',
    pages: 'Pages',
    newDiagnosis: 'New diagnosis',
    myCases: 'My cases',
    causes: 'Causes',
    compare: 'Compare two cases',
    fleet: 'Compare the nodes of a fleet',
    here: 'On this page',
    actions: 'Do',
    keys: 'Show the keys',
    copyAddress: 'Copy the address of this page',
    themeTo: 'Theme: {theme}',
    theme: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
    keysTitle: 'Keys',
    keysEverywhere: 'Everywhere',
    keysBox: 'In the box',
    keysCase: 'On a case',
    keysLog: 'In a log',
    keyPalette: 'Jump to a cause, a case or a page',
    keyHelp: 'This list',
    keyEscape: 'Close what is open',
    keyPaste: 'Paste anywhere on the first page',
    keySave: 'Look through what is sent, and send it',
    keyNext: 'Next place of evidence',
    keyPrevious: 'Previous place of evidence',
    keyLink: 'Copy the link to the line',
    keySearch: 'Search',
    keyErrors: 'Errors only',
    keyWrap: 'Wrap long lines',
    keyEnter: 'Next hit; with Shift the previous one',
  },
  zh,
});

/** A text without holes, for where the key is a value. */
export type PaletteWord = WholeKey<(typeof paletteWords)['en']>;
