import type { Cause, HowOften, Judged } from '../cause';
import { causes } from '../causes/index';
import { causeIds } from '../cause-ids';
import type { Facts } from '../facts/facts';

/** A cause with what it says of the facts. */
export interface Opinion {
  readonly cause: Cause;
  readonly judged: Judged;
  /** How often the failure that stopped the start is this cause; absent where it does not show that symptom. */
  readonly howOften?: HowOften;
}

/** Every cause, judged alone, in the order of `cause-ids.ts`. */
export function judgeAll(facts: Facts): Opinion[] {
  return causeIds.map((id) => {
    const cause = causes[id];
    const howOften = facts.failure && cause.explains[facts.failure.symptom];
    return { cause, judged: cause.judge(facts), ...(howOften ? { howOften } : {}) };
  });
}
