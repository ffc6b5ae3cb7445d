import { closingQuote, isMasked, type Secret } from './secret';

/** Names that mean a secret, whatever stands behind them. */
const sure = String.raw`(?:passw(?:or)?d|passwd|passphrase|passcode|(?<![a-z])pass|(?<![a-z])pwd|secret|api[_-]?key|apikey|access[_-]?key|secret[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|account[_-]?key|license[_-]?key|auth[_-]?key|auth[_-]?token|access[_-]?token|refresh[_-]?token|session[_-]?token|bot[_-]?token|bearer[_-]?token|id[_-]?token|private[_-]token|csrf[_-]?token|client[_-]?secret|connection[_-]?string|credential)s?(?:[_-](?:base|value|key|id|data|hash|salt))?`;
/** Names that stand before a secret as well as before other words: the value must look like one. */
const weak = String.raw`(?:token|auth|session(?:id)?|signature|nonce|otp|pin)`;
const name = String.raw`(?:(?<sure>${sure})|(?<![A-Za-z])(?<weak>${weak}))`;
/** A quote, as it is, escaped, or percent-encoded. */
const quote = String.raw`(?:\\{0,4}["']|%2[27])`;
const separator = String.raw`[ \t]{0,4}(?:=|:|%3[AD])[ \t]{0,4}`;
// `name=value`, `name: value`, `"name": "value"`, `"--name", "value"`, `--name value`, and the same percent-encoded.
const pattern = new RegExp(
  String.raw`${name}(?:${quote})?(?:${separator}|(?<="--?[\w.-]{1,60}")\s{0,40},\s{0,40}(?=")|(?<=--[\w-]{1,60}) )(?<escape>\\{0,4})(?<quote>["']|%2[27])?`,
  'gi',
);
/** What stands before such a name and makes it the end of a path: `/run/secrets: …`. */
const pathBefore = /\/[\w.-]{0,60}$/;

/** Words that stand behind such a name and are no secret: the whole value, since a password may begin with one. */
const plainWords = /^(?:true|false|null|nil|none|unset|required|denied|invalid|missing|not|is|was|are|the|no|on|off|yes|expired|unauthorized|failed|cannot|could|unable|permission|operation|empty|\*+)[.:!?]*$/i;
/** What stands for a value: `${NAME}`, `$(command)`, `$NAME`, `<name>`, what Go prints for a wrong verb, or the beginning of an object or a list. */
const reference = /^(?:\$|%!.*|\$\{[\w:.-]*\}?|\$\([^)]*\)?|\$[A-Z_][A-Z0-9_]*|<[^>]*>|[[{(]+)$/;
/** A path below a directory that systems have, or a reference by its place; base64 may begin with a slash as well. */
const path = /^(?:\.{1,2}\/|~\/|\/(?:etc|run|var|proc|sys|dev|home|root|usr|opt|srv|mnt|data|tmp|bin|sbin|lib\w{0,8})(?:\/|$)|[\w.+-]{1,20}:\/\/|[A-Za-z]:\\)/;
/** Long, of the characters that tokens are made of, and with a digit among them. */
const tokenLike = /^(?=[^\n]{0,512}\d)[\w.~+/=-]{8,4096}$/;
const unquotedEnd = /[\s"'\\,;&|()\]}<>⟦⟧]/g;
const encodedEnd = /[\s"'\\,;&|]|%2[0-9A-F]|%7D/gi;
/** No secret that is typed or issued is longer; the rest of an endless value goes with it up to here. */
const longest = 8192;

/** Values behind names such as `password`, in JSON, escaped JSON, YAML, logfmt, options, URLs and connection strings. */
export function findNamed(text: string): Secret[] {
  const found: Secret[] = [];
  const unquoted = new NextEnd(text, unquotedEnd);
  const encoded = new NextEnd(text, encodedEnd);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index + match[0].length;
    const end = Math.min(endOf(start, match), start + longest);
    const value = text.slice(start, end);
    const ofPath = pathBefore.test(text.slice(Math.max(0, match.index - 64), match.index));
    const isOne = !ofPath && isSecret(value, match.groups?.sure !== undefined);
    if (isOne) found.push({ start, end, kind: 'password' });
    // A value that is none may itself begin with a name: `secret: password=x`. One that is hidden is not read again.
    pattern.lastIndex = isOne ? end : Math.max(start, match.index + 1);
  }
  return found;

  function endOf(start: number, { groups, 0: whole }: RegExpExecArray): number {
    const opened = groups?.quote;
    if (opened?.startsWith('%')) return encoded.after(start);
    if (opened) return closingQuote(text, start, opened, groups?.escape ?? '', longest);
    return (/%3[AD][ \t]*$/i.test(whole) ? encoded : unquoted).after(start);
  }
}

/** Where values end: each end is looked for once, however many names stand before it. */
class NextEnd {
  #from = Infinity;
  #at = -1;

  constructor(
    private readonly text: string,
    private readonly ends: RegExp,
  ) {}

  after(start: number): number {
    if (start >= this.#from && start <= this.#at) return this.#at;
    this.ends.lastIndex = start;
    this.#from = start;
    this.#at = this.ends.exec(this.text)?.index ?? this.text.length;
    return this.#at;
  }
}

function isSecret(value: string, sureName: boolean): boolean {
  if (value.trim() === '' || isMasked(value) || plainWords.test(value) || reference.test(value) || path.test(value)) return false;
  return sureName || (tokenLike.test(value) && !value.startsWith('/'));
}
