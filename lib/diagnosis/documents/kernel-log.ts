import type { Span } from './document';
import type { LogLine } from './log-lines';

/** An access that a security module refused, or watched. */
export interface DenialLine {
  readonly module: 'apparmor' | 'selinux' | 'seccomp';
  readonly verdict: 'denied' | 'audit';
  readonly operation?: string;
  readonly profile?: string;
  readonly comm?: string;
  readonly path?: string;
  readonly info?: string;
  readonly span: Span;
}

/** Reads a line of the audit log: AppArmor, SELinux (AVC) or seccomp. */
export function readDenials(line: LogLine): DenialLine | undefined {
  const text = line.text.slice(0, 4096);
  const field = (name: string) => new RegExp(String.raw`\b${name}="?([^"\s]{1,512}|[^"]{1,512}(?="))"?`).exec(text)?.[1];
  const apparmor = /apparmor="(DENIED|AUDIT)"/.exec(text)?.[1];
  const told = (verdict: 'denied' | 'audit', path: string | undefined) => ({
    verdict,
    ...(field('operation') ? { operation: field('operation') ?? '' } : {}),
    ...(field('profile') ? { profile: field('profile') ?? '' } : {}),
    ...(field('comm') ? { comm: field('comm') ?? '' } : {}),
    ...(path ? { path } : {}),
    ...(/info="([^"]{1,512})"/.exec(text)?.[1] ? { info: /info="([^"]{1,512})"/.exec(text)?.[1] ?? '' } : {}),
    span: line.span,
  });
  if (apparmor) return { module: 'apparmor', ...told(apparmor === 'DENIED' ? 'denied' : 'audit', field('name')) };
  // permissive=1 was noted and not enforced.
  if (/avc:\s+denied/.test(text)) return { module: 'selinux', ...told(/permissive=1/.test(text) ? 'audit' : 'denied', field('path')) };
  if (/type=(?:SECCOMP|1326)\b/.test(text)) return { module: 'seccomp', ...told('denied', undefined) };
  return undefined;
}
