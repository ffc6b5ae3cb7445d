import type { CauseArea, causeIdsByArea } from '../diagnosis/cause-ids';

/** Documents by name. */
export type Texts = Readonly<Record<string, string>>;

/** Evidence in which a cause is the root cause, and evidence of the same kind in which all is well. */
export interface CauseExample {
  readonly bad: Texts;
  readonly good: Texts;
}

/** One pair for each cause of an area. */
export type AreaExamples<Area extends CauseArea> = Readonly<Record<(typeof causeIdsByArea)[Area][number], CauseExample>>;
