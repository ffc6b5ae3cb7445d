/** Classes of bytes, by the letter that stands for them in an opening, as bits. */
const classes: Readonly<Record<string, number>> = { '0': 1, '~': 2, A: 4, a: 8 };

/** The classes that each byte is of. */
const classesOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isDigit = byte >= 48 && byte <= 57;
  return (isDigit ? 1 : 0) | (isDigit || byte === 32 ? 2 : 0) | (byte >= 65 && byte <= 90 ? 4 : 0) | (byte >= 97 && byte <= 122 ? 8 : 0);
});
/** Added to a class, so that it is told from a byte. */
const asClass = 256;

/**
 * How loggers begin a record: ISO times, logrus, klog's I and W, syslog's month, dmesg's seconds, logrus on a terminal, and JSON
 * objects that begin with a member of a logger (the forms are those of lib/diagnosis/documents/log-dressing.ts). A line that
 * begins otherwise may be a config, a listing or a command.
 */
const openings = [
  ...['0000-00-00', '[0000-00', '00:00:00', 'I0000 ', 'W0000 ', 'Aaa ~0 00:', '[~'].map((form) => Uint16Array.from([...form], (letter) => (classes[letter] === undefined ? letter.charCodeAt(0) : asClass + classes[letter]))),
  ...['time="2', 'time=2', 'level=t', 'level=d', 'level=i', 'level=w', 'TRAC[', 'DEBU[', 'INFO[', 'WARN['].map(codes),
  ...['level', 'time', 'ts', 'log', 'file', 'msg', 'stream', '_', 'MESSAGE', 'PRIORITY', 'SYSLOG'].map((member) => codes(`{"${member}`)),
];

function codes(text: string): Uint16Array {
  return Uint16Array.from([...text], (letter) => letter.charCodeAt(0));
}

function fits(wanted: number, byte: number): boolean {
  return wanted < asClass ? wanted === byte : ((wanted - asClass) & (classesOf[byte] ?? 0)) > 0;
}

/** The openings that may begin with a byte: most lines are settled by their first one. */
const byFirst = Array.from({ length: 256 }, (_, byte) => openings.filter(([first = 0]) => fits(first, byte)));

/** Is `bytes[start]` to `bytes[end]` an ordinary record of a log, which says nothing unless it holds a known phrase? */
export function isOrdinaryRecord(bytes: Uint8Array, start: number, end: number): boolean {
  for (const opening of byFirst[bytes[start] ?? 0] ?? []) {
    if (end - start < opening.length) continue;
    let index = 1;
    while (index < opening.length && fits(opening[index] ?? 0, bytes[start + index] ?? 0)) index++;
    if (index === opening.length) return true;
  }
  return false;
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
