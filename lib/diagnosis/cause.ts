import type { CauseId } from './cause-ids';
import type { Span } from './documents/document';
import type { FactName, Facts } from './facts/facts';
import type { Fix, Sentence } from './report';
import { sayFrom, type Language, type Say, type Translation, type Words } from './sentence';
import type { Step } from './steps';
import type { Symptom } from './symptoms';

/**
 * How often a symptom, with nothing else known, turns out to be this cause.
 * Three words that a person can defend; they decide only where facts are silent.
 */
export type HowOften = (typeof frequencies)[number];

/** The three words, the commonest first. */
export const frequencies = ['usually', 'sometimes', 'rarely'] as const;

/** `stops` the start; `voids` what was asked for, silently; or only `weakens` the isolation. */
export type Effect = 'stops' | 'voids' | 'weakens';

/** A place in the evidence and what it says about the cause. */
export interface Mark {
  readonly span: Span;
  readonly says: Sentence;
}

/** What a cause says of the facts, without a look at any other cause. */
export type Judgement<Match, Asked extends string = string> =
  /** The evidence shows it. */
  | { readonly kind: 'proved'; readonly match: Match; readonly marks: readonly Mark[]; readonly effect?: Effect }
  /** Something beyond the failure speaks for it; these facts would settle it. */
  | { readonly kind: 'supported'; readonly match: Match; readonly marks: readonly Mark[]; readonly asks: readonly Asked[] }
  /** Nothing speaks against it; these facts would settle it. */
  | { readonly kind: 'open'; readonly match: Match; readonly marks: readonly Mark[]; readonly asks: readonly Asked[] }
  /** The evidence excludes it. */
  | { readonly kind: 'refuted'; readonly marks: readonly Mark[] };

export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** Words that every cause has; `page*` texts are for the reference and have no holes. */
export interface CauseWords extends Words {
  /** The fault as a phrase of at most 80 characters without a full stop; no holes. */
  readonly name: string;
  /** Why it stops the start, for the reference page, three to six sentences; no holes. */
  readonly pageWhy: string;
  /** How to tell it from its neighbours, for the reference page; no holes. */
  readonly pageTell: string;
  /** The evidence that proves it, as `judge` takes it; no holes. */
  readonly pageSure: string;
  /** The evidence that rules it out, or leaves it open; no holes. */
  readonly pageNot: string;
}

interface Definition<W extends CauseWords, Zh extends Words, Used extends FactName, Match> {
  readonly id: CauseId;
  readonly step: Step;
  readonly effect: Effect;
  /** The symptoms it can show, and how often each turns out to be this cause. */
  readonly explains: Readonly<Partial<Record<Symptom, HowOften>>>;
  /** Causes that vanish or become moot when this one is mended, where both are proved. */
  readonly underlies?: readonly CauseId[];
  /** The facts that `judge` may read; it is handed these and no others. Each may be missing. */
  readonly uses: readonly Used[];
  readonly references: readonly Reference[];
  /** All text for people; the Chinese table stands in the file beside it, `<id>.zh.ts`. */
  readonly words: { readonly en: W; readonly zh: Zh & Translation<W, Zh> };
  judge(facts: Pick<Facts, Used>, say: Say<W>): Judgement<Match, Used>;
  /** Sees only what was matched, so the words cannot claim more than the judgement saw. */
  explain(match: Match, say: Say<W>): { readonly title: Sentence; readonly explanation: Sentence };
  /** Best first. Sees only what was matched. */
  fixes(match: Match, say: Say<W>): readonly Fix[];
}

/** What a cause that stands says to people. */
export interface Statement {
  readonly title: Sentence;
  readonly explanation: Sentence;
  readonly fixes: readonly Fix[];
}

/** A judgement whose match is folded into the statement it leads to. */
export type Judged = {
  readonly kind: Judgement<unknown>['kind'];
  readonly marks: readonly Mark[];
  readonly asks: readonly FactName[];
  readonly effect: Effect;
  /** Absent where refuted. */
  readonly statement?: Statement;
};

/** A cause as the rest of the engine sees it: data to reason over, and one function. */
export interface Cause {
  readonly id: CauseId;
  readonly step: Step;
  readonly effect: Effect;
  readonly explains: Readonly<Partial<Record<Symptom, HowOften>>>;
  readonly underlies: readonly CauseId[];
  readonly uses: readonly FactName[];
  readonly references: readonly Reference[];
  readonly words: Readonly<Record<Language, Words>>;
  judge(facts: Facts): Judged;
}

/** Makes a cause; `judge` is handed only the facts that it declares in `uses`. */
export function defineCause<const W extends CauseWords, const Zh extends Words, const Used extends FactName, Match>(
  definition: Definition<W, Zh, Used, Match>,
): Cause {
  const say = sayFrom<W>(definition.id);
  return {
    id: definition.id,
    step: definition.step,
    effect: definition.effect,
    explains: definition.explains,
    underlies: definition.underlies ?? [],
    uses: definition.uses,
    references: definition.references,
    words: definition.words,
    judge(facts) {
      const judgement = definition.judge(pick(facts, definition.uses), say);
      const { kind, marks } = judgement;
      if (judgement.kind === 'refuted') return { kind, marks, asks: [], effect: definition.effect };
      const { match } = judgement;
      const asks = judgement.kind === 'proved' ? [] : judgement.asks;
      const effect = (judgement.kind === 'proved' ? judgement.effect : undefined) ?? definition.effect;
      return new Standing(kind, marks, asks, effect, () => ({ ...definition.explain(match, say), fixes: definition.fixes(match, say) }));
    },
  };
}

/** The judgement of a cause that is not refuted. */
class Standing implements Judged {
  #statement: Statement | undefined;

  constructor(
    readonly kind: Judged['kind'],
    readonly marks: readonly Mark[],
    readonly asks: readonly FactName[],
    readonly effect: Effect,
    private readonly state: () => Statement,
  ) {}

  /** Of most causes that stay open nobody asks for it. */
  get statement(): Statement {
    return (this.#statement ??= this.state());
  }
}

function pick<Used extends FactName>(facts: Facts, names: readonly Used[]): Pick<Facts, Used> {
  const picked: Partial<Pick<Facts, Used>> = {};
  for (const name of names) picked[name] = facts[name];
  return picked as Pick<Facts, Used>;
}

/** A place that speaks for or against the cause, with the sentence that says how. */
export function mark(at: Span | { readonly span: Span }, says: Sentence): Mark {
  return { span: 'span' in at ? at.span : at, says };
}

export function proved<Match>(match: Match, marks: readonly Mark[], effect?: Effect) {
  return { kind: 'proved' as const, match, marks, effect };
}

export function supported<Match, Asked extends string>(match: Match, marks: readonly Mark[], asks: readonly Asked[]) {
  return { kind: 'supported' as const, match, marks, asks };
}

export function open<Match, Asked extends string>(match: Match, asks: readonly Asked[], marks: readonly Mark[] = []) {
  return { kind: 'open' as const, match, marks, asks };
}

export function refuted(marks: readonly Mark[]) {
  return { kind: 'refuted' as const, marks };
}
