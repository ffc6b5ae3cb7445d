import type { CauseId } from '../diagnosis/cause-ids';
import type { ReportIn } from '../diagnosis/report';

/** The causes of two attempts, one after the other. */
export interface Changes {
  /** Named before, and now not even possible. */
  readonly resolved: readonly CauseId[];
  /** In both, and more than an alternative in one of them. */
  readonly remaining: readonly CauseId[];
  /** Named now, and not even possible before. */
  readonly appeared: readonly CauseId[];
}

type Findings = Pick<ReportIn<unknown>, 'findings'>;

/** What is gone, what is still there and what is new. An alternative is no more than a question: it is never new or gone. */
export function compareAttempts(before: Findings, after: Findings): Changes {
  const [old, now] = [causesOf(before), causesOf(after)];
  return {
    resolved: old.named.filter((cause) => !now.all.has(cause)),
    remaining: [...now.all].filter((cause) => old.all.has(cause) && (now.named.includes(cause) || old.named.includes(cause))),
    appeared: now.named.filter((cause) => !old.all.has(cause)),
  };
}

function causesOf({ findings }: Findings) {
  return {
    all: new Set(findings.map(({ cause }) => cause)),
    named: findings.filter(({ role }) => role !== 'alternative').map(({ cause }) => cause),
  };
}
