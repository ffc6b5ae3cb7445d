import { lineIndexAt, lineSpan, quote, type Span } from '../documents/document';
import type { Failure } from '../messages/message';
import type { Passed } from './implied-steps';

const lineOf = ({ document, start }: Span) => quote(lineSpan(document, lineIndexAt(document, start)));
/** The object that `kubectl get events` names; `kubectl describe` is of one pod and names none. */
const podOf = (line: string) => /\spod\/(\S{1,253})\s/.exec(line)?.[1];
/** containerd, as a sandbox stands. */
const made = /PodSandboxMetadata\{Name:([^,]{1,253}),[^}]{0,512}\} returns sandbox id/g;

/**
 * Did a container of the same pod start after its network had failed? The kubelet makes a sandbox again and again, and no
 * container starts before one stands.
 */
export function wasOvercome({ symptom, span }: Failure, passed: readonly Passed[]): boolean {
  if (symptom !== 'network-set-up-failed') return false;
  const later = passed.find((one) => one.step === 'start-process' && one.span.document === span.document && one.span.start > span.end);
  if (!later) return false;
  const event = lineOf(later.span);
  if (/\bStarted container\b/.test(event)) return podOf(event) === podOf(lineOf(span));
  const between = span.document.text.slice(span.end, later.span.start);
  const told = lineOf(span);
  return [...between.matchAll(made)].some(([, name = '']) => new RegExp(String.raw`(?<![\w-])${name.replace(/[^\w-]/g, '\\$&')}(?![a-z0-9-])`).test(told));
}
