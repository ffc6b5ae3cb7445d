import { isMasked, type Mask, type MaskKind } from './mask';

interface Shape {
  readonly kind: MaskKind;
  /** The group `secret` is masked, the rest stays. Every run is bounded, so that hostile text costs linear time. */
  readonly pattern: RegExp;
}

const secretName = String.raw`(?:[\w.-]{0,40}(?:password|passwd|secret|api[_-]?key|access[_-]?key|auth[_-]?token|private[_-]?key|credential)s?|[\w.-]{0,40}[_-]token)`;

const shapes: readonly Shape[] = [
  { kind: 'jwt', pattern: /\b(?<secret>eyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{0,4096})/g },
  { kind: 'token', pattern: /\b(?:proxy-)?authorization\\?"?\s{0,4}[:=]\s{0,4}\\?"?(?:bearer|basic|token)\s{1,4}(?<secret>[A-Za-z0-9._~+/=-]{4,4096})/gi },
  { kind: 'token', pattern: /\bbearer\s{1,4}(?<secret>[A-Za-z0-9._~+/=-]{16,4096})/gi },
  {
    kind: 'token',
    // AWS, GitHub, GitLab, Slack, Google, npm, Docker, Vault, Stripe.
    pattern:
      /(?<![A-Za-z0-9])(?<secret>(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,255}|xox[abprs]-[A-Za-z0-9-]{10,255}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|dckr_pat_[\w-]{20,255}|hvs\.[\w-]{20,255}|[rs]k_live_[A-Za-z0-9]{16,255})/g,
  },
  // scheme://user:password@host
  { kind: 'password', pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'\\]{0,128}:(?<secret>[^\s/@"'\\]{1,256})@/gi },
  // name=value, name: value, "name": "value", --name value; not a path and not a flag.
  {
    kind: 'password',
    pattern: new RegExp(String.raw`(?<![\w/])(?:--?)?${secretName}\\{0,4}["']?(?:\s{0,4}[=:]\s{0,4}|(?<=--[\w-]{1,60}) )\\{0,4}["']?(?<secret>[^\s"'\\,;&|⟦⟧/]{1,512})`, 'gi'),
  },
];

/** Words that stand behind such a name and are no secret. */
const plainWords = /^(?:true|false|null|none|required|denied|invalid|missing|not|is|was|the|\{|\[|\(|<)/i;

/** Masks what has the shape of a credential, wherever it stands. */
export function maskTokens(text: string, mask: Mask): string {
  return shapes.reduce((masked, { kind, pattern }) => masked.replace(pattern, (...found) => replaced(found, kind, mask)), text);
}

function replaced(found: readonly unknown[], kind: MaskKind, mask: Mask): string {
  const whole = String(found[0]);
  const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
  const secret = groups.secret ?? '';
  if (secret === '' || isMasked(secret) || (kind === 'password' && plainWords.test(secret))) return whole;
  const at = whole.lastIndexOf(secret);
  return whole.slice(0, at) + mask(kind, secret) + whole.slice(at + secret.length);
}
