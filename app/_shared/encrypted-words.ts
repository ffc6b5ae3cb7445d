import { inLanguages } from '../../lib/diagnosis/sentence';
import { zh } from './encrypted-words.zh';

/** What is said of encrypted cases: before one is sent, and where one is opened. */
export const encryptedWords = inLanguages({
  en: {
    encrypt: 'Encrypt it: only who has the whole link can read it',
    encryptHint: 'The server gets what it cannot read, and no key. Keep the whole link: nobody can bring the key back. No attempts can be added later, and the case cannot be compared.',
    encryptNotHere: 'Encrypting works on https and on localhost alone.',
    archiveHere: '{name}: opened in your browser, where its texts are masked before they are encrypted; it cannot be looked through here',
    nothing: 'Not saved: nothing readable is left to encrypt.',
    tooLarge: 'Not saved: unpacked it is more than one case may have. Remove what does not matter.',
    failed: 'Not saved: masking or encrypting failed, so nothing was sent. Reload the page and try again.',
    working: 'This case is encrypted. It is opened in your browser …',
    noKey: 'This case is encrypted, and the key is missing',
    noKeyHint: 'The key is the part of the link after #. The server never had it. Ask who sent the link for the whole of it, and paste it here.',
    wrongKey: 'This key does not open the case',
    wrongKeyHint: 'The link may be cut off, or of another case; or what is stored was damaged. Ask who sent it for the whole link, and paste it here.',
    insecure: 'An encrypted case opens on https alone',
    insecureHint: 'Browsers decrypt on https and on localhost. Open the same link by https.',
    tooLong: 'This case is larger than this installation accepts',
    tooLongHint: 'Its operator may have lowered MAX_UPLOAD_BYTES since it was saved.',
    notRead: 'The case could not be fetched',
    notReadHint: 'The server answered: {why}. Reload the page.',
    unreachable: 'it cannot be reached',
    notDiagnosed: 'The case was opened, but not diagnosed',
    notDiagnosedHint: 'The diagnosis failed in this browser. Reload the page and try again.',
    wholeLink: 'The whole link, or its key',
    open: 'Open',
    encrypted: 'encrypted',
    encryptedHint: 'Diagnosed in your browser: the server cannot read it.',
    withoutScript: 'This case is encrypted: without JavaScript it cannot be opened.',
    download: 'Download',
  },
  zh,
});
