import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostMount } from '../../facts/facts';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './proc-restricted.zh';

interface Match {
  readonly option: string | undefined;
}

export const procRestricted = defineCause({
  id: 'proc-restricted',
  step: 'write-id-maps',
  effect: 'stops',
  explains: {
    'proc-entry-hidden': 'usually', 'user-session-missing': 'sometimes', 'setgroups-file-denied': 'rarely', 'newidmap-lacks-privilege': 'rarely', 'namespace-path-not-found': 'rarely',
    'namespaces-creation-refused': 'rarely', 'rootfs-unreachable': 'rarely', 'proc-mount-refused': 'rarely',
    'remaining-namespaces-refused': 'rarely',
  },
  underlies: ['namespace-path-invalid'],
  uses: ['hostMounts', 'hiddenProc', 'failure'],
  references: [
    { title: 'proc(5): mount options hidepid and subset', url: 'https://man7.org/linux/man-pages/man5/proc.5.html' },
    { title: 'newuidmap(1)', url: 'https://man7.org/linux/man-pages/man1/newuidmap.1.html' },
  ],
  words: {
    en: {
      name: 'The host mounts /proc with hidepid or subset, so processes cannot be reached',
      pageWhy:
        'With hidepid an ordinary user sees only its own processes in /proc, and with subset=pid little more than those. newuidmap opens /proc/PID of the runtime, systemd and D-Bus look up their callers there, and joining a namespace needs /proc/PID/ns. What is hidden looks as if it did not exist.',
      pageTell: '`findmnt -no OPTIONS /proc` shows hidepid=1, 2 or invisible, or subset=pid. Without these, the process has already ended.',
      pageSure: '/proc is mounted with hidepid or subset=pid, and an entry of another process or a session was not found.',
      pageNot: '/proc is mounted with neither of them.',
      title: '/proc is mounted with `{option}`, so the runtime cannot reach other processes there',
      titleUnknown: 'An entry of another process in /proc could not be reached',
      explanation: 'Entries of processes of others are hidden, and programs that start-up relies on look there.',
      option: '/proc is mounted with {option}.',
      told: 'An entry of another process was not there.',
      refused: 'What looks up processes failed.',
      bare: '/proc is mounted without hidepid and subset.',
      fixTitle: 'Mount /proc without hidepid',
      costs: 'Every user of the host sees the processes of all others, as by default.',
      keep: 'Take the option out of /etc/fstab as well, or of the unit that sets it.',
      group: 'Or keep it, and let a group see all: `gid=` of that group in the options of /proc, with systemd-logind and the user in it.',
    },
    zh,
  },
  judge({ hostMounts, hiddenProc, failure }, say) {
    const proc = hostMounts?.find(({ target, type }) => target === '/proc' && type === 'proc');
    const mounted = proc ? restriction(proc) : undefined;
    const option = mounted ?? hiddenProc?.value;
    const match: Match = { option };
    const marks = proc && mounted ? [mark(proc.span, say('option', { option: mounted }))] : hiddenProc ? [mark(hiddenProc, say('option', { option: hiddenProc.value }))] : [];
    const entry = failure?.symptom === 'proc-entry-hidden' ? failure : undefined;
    if (marks.length > 0 && entry) return proved(match, [...marks, mark(entry, say('told'))]);
    if (marks.length > 0 && failure?.symptom === 'user-session-missing') return proved(match, [...marks, mark(failure, say('refused'))]);
    // A map is in /proc, next to the process; a namespace that is joined by a path is in `ns`.
    if (marks.length > 0 && failure?.symptom === 'namespace-path-not-found' && /[ug]id_map\b/.test(failure.text)) return proved(match, [...marks, mark(failure, say('refused'))]);
    if (marks.length > 0) return failure ? supported(match, marks, ['failure']) : open(match, ['failure'], marks);
    if (proc) return refuted([mark(proc.span, say('bare'))]);
    return entry && !entry.row?.vague ? supported(match, [mark(entry, say('told'))], ['hostMounts']) : open(match, ['hostMounts']);
  },
  explain: ({ option }, say) => ({ title: option ? say('title', { option }) : say('titleUnknown'), explanation: say('explanation') }),
  fixes(_, say) {
    const verify = [look`findmnt -no OPTIONS /proc`];
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: [...verify, change`mount -o remount,hidepid=0 /proc`],
        undo: [change`mount -o remount,hidepid=2 /proc`],
        verify,
        lowersIsolation: true,
        notes: [say('keep'), say('group')],
      }),
    ];
  },
});

function restriction({ options }: HostMount): string | undefined {
  return options.find((option) => /^(?:hidepid=(?!0|off)|subset=)/.test(option));
}
