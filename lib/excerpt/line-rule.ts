/** A class of bytes by its letter in an opening. */
const classes: Readonly<Record<string, (byte: number) => boolean>> = {
  '0': (byte) => byte >= 48 && byte <= 57,
  '~': (byte) => byte === 32 || (byte >= 48 && byte <= 57),
  A: (byte) => byte >= 65 && byte <= 90,
  a: (byte) => byte >= 97 && byte <= 122,
};

/**
 * How loggers begin a record: ISO times, logrus, klog's I and W, syslog's month, dmesg's seconds, logrus on a terminal, and JSON
 * objects that begin with a member of a logger (the forms are those of lib/diagnosis/documents/log-dressing.ts). A line that
 * begins otherwise may be a config, a listing or a command.
 */
const openings = [
  ...['0000-00-00', '[0000-00', '00:00:00', 'I0000 ', 'W0000 ', 'Aaa ~0 00:', '[~'].map((form) => [...form].map((letter) => classes[letter] ?? letter.charCodeAt(0))),
  ...['time="2', 'time=2', 'level=t', 'level=d', 'level=i', 'level=w', 'TRAC[', 'DEBU[', 'INFO[', 'WARN['].map(codes),
  ...['level', 'time', 'ts', 'log', 'file', 'msg', 'stream', '_', 'MESSAGE', 'PRIORITY', 'SYSLOG'].map((member) => codes(`{"${member}`)),
];

function codes(text: string): ((byte: number) => boolean)[] | number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** The openings that may begin with a byte: most lines are settled by their first one. */
const byFirst = Array.from({ length: 256 }, (_, byte) => openings.filter(([first]) => (typeof first === 'function' ? first(byte) : first === byte)));

/** Is `bytes[start]` to `bytes[end]` an ordinary record of a log, which says nothing unless it holds a known phrase? */
export function isOrdinaryRecord(bytes: Uint8Array, start: number, end: number): boolean {
  return (byFirst[bytes[start] ?? 0] ?? []).some((opening) => {
    if (end - start < opening.length) return false;
    for (let index = 0; index < opening.length; index++) {
      const [is, byte] = [opening[index], bytes[start + index] ?? 0];
      if (typeof is === 'function' ? !is(byte) : is !== byte) return false;
    }
    return true;
  });
}

/**
 * What makes a record worth reading besides a known message: a level of error, and words that readers of facts look for
 * (maps, bundles, denials, versions, granted ranges). Each has at least eight characters, so that it can be searched for.
 */
export const tellingPhrases: readonly string[] = [
  'level=error', 'level=fatal', 'level=panic', '"level":"error"', '"level":"fatal"', '"level":"panic"', '"priority":"3"', ']: error:', ']: fatal:', ' f error:', ' error    ',
  '_map to ', 'newuidmap ', 'newgidmap ', 'lxc.idmap', 'lxc.id_map', 'using bundle', 'apparmor="', 'avc:  denied', 'type=1400', 'type=1326', '/etc/subuid', '/etc/subgid',
  'starting containerd', 'server version:', 'kernel version:', 'linux version ', 'runc version ', 'crun version ',
];

/** Is this the beginning of a log: are most of its lines ordinary records? Of 20 lines at least, so that a paste is read whole. */
export function isLog(head: Uint8Array): boolean {
  let lines = 0;
  let records = 0;
  for (let start = 0; start < head.length; lines++) {
    const end = head.indexOf(10, start);
    if (end < 0) break;
    if (isOrdinaryRecord(head, start, end)) records++;
    start = end + 1;
  }
  return lines >= 20 && records * 2 > lines;
}
