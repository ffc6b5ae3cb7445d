import { inLanguages } from '../../lib/diagnosis/sentence';
import { zh } from './finding-words.zh';

/** What the pages say around a report, its findings and their fixes; words that every edge has are in lib/report. */
export const findingWords = inLanguages({
  en: {
    healthyTitle: 'Nothing here stops this container',
    unrelatedTitle: 'This failure has another reason',
    unknownTitle: 'The evidence does not show a known cause',
    unrelated: 'Not user namespaces',
    unknown: 'Not sure yet',
    started: 'It started, but not as asked',
    seenIn: 'Seen in',
    aboutCause: 'About {cause}',

    // a fix
    copyPatch: 'Copy patch',
    run: 'Run',
    runHint: 'In this order, as root unless a note says otherwise. They change the host or its files.',
    runReads: 'These only read; the note says what to change.',
    copyCommand: 'Copy command',
    costs: 'Costs',
    verify: 'Verify',
    readsOnly: 'Reads only.',
    copyCheck: 'Copy check',
    undo: 'Undo',
    copyUndo: 'Copy undo',
    note: 'Note',
    removed: 'removed: ',
    added: 'added: ',

    // how far the start got
    howFar: 'How far the start got',
    stopped: 'stopped here',
    passed: 'passed',
    before: 'before it',
    notReached: 'not reached',
    stepState: '{step}: {state}',
    shownByLines: 'Shown by lines: {steps}.',
    stoppedBefore: 'Stopped before: {step}',
    reached: 'Reached: {step}',
    'step-admit-pod': 'pod accepted',
    'step-allocate-ids': 'IDs given out',
    'step-unpack-image': 'image unpacked',
    'step-read-config': 'config read',
    'step-create-namespaces': 'namespaces made',
    'step-write-id-maps': 'IDs mapped',
    'step-prepare-rootfs': 'rootfs reached',
    'step-mount': 'mounts made',
    'step-finish-isolation': 'isolation finished',
    'step-start-process': 'process executed',
    'step-run': 'running',
    comma: ', ',

    // what stands beside the root cause
    asksHint: 'These commands only read. Paste what they print.',
    tells: '(tells {count} causes apart)',
    heardVersions: 'Versions by their words',
    checked: 'Checked and fine',
    notLookedAt: 'Not looked at',
    afterFix: 'After the fix',
  },
  zh,
});
