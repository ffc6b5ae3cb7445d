import { closingQuote, isMasked, secretIn, type Secret, type Stretch } from './secret';

/** Variables whose values say nothing secret and that a diagnosis may need. */
const harmless = new Set([
  'PATH', 'HOME', 'TERM', 'LANG', 'LANGUAGE', 'SHELL', 'USER', 'LOGNAME', 'PWD', 'TZ', 'HOSTNAME', 'container',
  'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'DEBIAN_FRONTEND', 'TMPDIR', 'NVIDIA_VISIBLE_DEVICES',
  'NVIDIA_DRIVER_CAPABILITIES', 'BUILDAH_ISOLATION', 'STORAGE_DRIVER', 'DOCKER_HOST', 'DBUS_SESSION_BUS_ADDRESS',
]);
const harmlessPrefix = /^(?:LC_|_CONTAINERS_|ROOTLESSKIT_)/;

function isHarmless(name: string): boolean {
  return harmless.has(name) || harmlessPrefix.test(name);
}

/** `"env": [` of an OCI config and `"Env": [` of an image, also with escaped quotes inside another JSON text. */
const list = /(\\*)"env\\*"\s*:\s*\[/gi;

/** Values of environment variables: in lists of a config, in manifests of pods, in units and in command lines. */
export function findEnvironment(text: string): Secret[] {
  return [...findLists(text), ...places.flatMap((place) => [...text.matchAll(place)].flatMap(valueIn))];
}

/** The entries of `["KEY=value", …]`; the list may be cut off or broken. */
function findLists(text: string): Secret[] {
  return readLists(text).flatMap(({ secrets }) => secrets);
}

/** Where lists stand: an entry is known as one only together with the beginning of its list. */
export function environmentLists(text: string): Stretch[] {
  return readLists(text);
}

function readLists(text: string): (Stretch & { readonly secrets: readonly Secret[] })[] {
  const lists: (Stretch & { readonly secrets: readonly Secret[] })[] = [];
  let end = 0;
  for (const match of text.matchAll(list)) {
    const start = match.index + match[0].length;
    if (start < end) continue;
    const secrets: Secret[] = [];
    end = readList(text, start, match[1] ?? '', secrets);
    lists.push({ start: match.index, end, secrets });
  }
  return lists;
}

function readList(text: string, start: number, escape: string, found: Secret[]): number {
  const quote = `${escape}"`;
  // Between two entries: blanks, a comma, or line endings that were escaped.
  const gap = /(?:[\s,]|\\{1,4}[nrt])*/y;
  let at = start;
  for (;;) {
    gap.lastIndex = at;
    gap.exec(text);
    at = gap.lastIndex;
    if (!text.startsWith(quote, at)) return at;
    const begins = at + quote.length;
    const end = closingQuote(text, begins, '"', escape);
    found.push(...valueOf(text.slice(begins, end), begins));
    at = text.startsWith(quote, end) ? end + quote.length : end;
  }
}

function valueOf(entry: string, at: number): Secret[] {
  const equals = entry.indexOf('=');
  const value = entry.slice(equals + 1);
  if (equals < 0 || value === '' || isMasked(value) || isHarmless(entry.slice(0, equals))) return [];
  return [{ start: at + equals + 1, end: at + entry.length, kind: 'env' }];
}

// A name of a variable has no dot: `name: net.ipv4.ip_forward` with a value is a sysctl.
const variable = String.raw`(?<name>[A-Za-z_]\w{0,127})`;
const places = [
  // A manifest in YAML: `- name: KEY` and `value: …` below it; and both in one JSON object.
  new RegExp(String.raw`^[ \t]*(?:-[ \t]+)?name:[ \t]*["']?${variable}["']?[ \t]*\r?\n[ \t]+value:[ \t]*(?<secret>\S.{0,4095})$`, 'gmd'),
  new RegExp(String.raw`"name\\{0,4}"\s{0,40}:\s{0,40}\\{0,4}"${variable}\\{0,4}"\s{0,40},\s{0,200}\\{0,4}"value\\{0,4}"\s{0,40}:\s{0,40}\\{0,4}"(?<secret>[^"\\\n]{1,4096})`, 'gd'),
  // `docker run -e KEY=value`, `--env KEY=value`, `"--env", "KEY=value"` and Environment= of a unit.
  new RegExp(String.raw`(?<![\w-])(?:-e|--env|--build-arg)\\{0,4}["']?(?:[ \t=]|\s{0,40},\s{0,40}\\{0,4}"){1,2}["']?${variable}=(?<secret>[^\s"'\\]{1,4096})`, 'gd'),
  new RegExp(String.raw`^[ \t]*Environment=["']?${variable}=(?<secret>[^\n"']{1,4096})`, 'gmd'),
];

function valueIn(match: RegExpMatchArray): Secret[] {
  return isHarmless(match.groups?.name ?? '') ? [] : secretIn(match, 'env');
}
