import { lineIndexAt, lineSpan, quote, type Known } from '../documents/document';
import type { Failure } from '../messages/message';

/** The refusal, as Podman (pkg/rootless/rootless_linux.c, since 1.0) and Buildah (containers/storage, pkg/unshare/unshare.c) tell it. */
const refusal = /cannot clone: |Error during unshare\(CLONE_NEWUSER\): /;
/** What both say next where they had nothing to add. */
const goesOn = /cannot re-exec process|error parsing PID|unable to determine exit status/;

/**
 * Podman and Buildah read user.max_user_namespaces and kernel.unprivileged_userns_clone once the kernel refused, and
 * name the one that is 0 before they say anything else. Where the next line is the one after that, neither is.
 */
export function readSwitchesRead(failures: readonly Failure[]): Known<true> | undefined {
  for (const { symptom, errno, text, span } of failures) {
    if (symptom !== 'userns-creation-refused' || errno !== 'EPERM' || !refusal.test(text.slice(0, 4096))) continue;
    const next = lineSpan(span.document, lineIndexAt(span.document, span.start) + 1);
    if (next.start > span.start && goesOn.test(quote({ ...next, end: Math.min(next.end, next.start + 1024) }))) return { value: true, span: next };
  }
  return undefined;
}
