import { mark, type Mark } from './cause';
import { lineCount, positionAt, textAsGiven } from './documents/document';
import type { ReadDocument } from './documents/read-documents';
import { evidenceOf } from './evidence';
import type { Facts } from './facts/facts';
import type { Gathered } from './facts/gather-facts';
import { generalWords } from './general-words';
import type { Failure } from './messages/message';
import { writeRanges } from './messages/version-range';
import { drawPictures } from './pictures/draw';
import type { Placed, Ranking } from './ranking/rank';
import type { Finding, Report, Sentence } from './report';
import { sayFrom } from './sentence';
import { steps } from './steps';
import { symptoms } from './symptoms';

const say = sayFrom<typeof generalWords.en>('general');

/** Puts what was found into the shape of the contract: plain, ordered, the same for the same input. */
export function writeReport(
  engineVersion: string,
  documents: readonly ReadDocument[],
  gathered: Gathered,
  ranking: Ranking,
  asks: Report['asks'],
): Report {
  const { facts, limits } = gathered;
  const findings = ranking.placed.map((placed) => findingOf(placed, facts.failure));
  const pictures = drawPictures(facts);
  const unknown = (facts.failures ?? []).filter(({ symptom }) => symptom === 'unrecognised');
  return {
    engineVersion,
    verdict: ranking.verdict,
    started: facts.started?.value ?? null,
    summary: summaryOf(ranking, gathered, findings, asks),
    documents: documents.map(({ document, kind }) => ({
      name: document.name,
      kind,
      bytes: byteLength(textAsGiven(document)),
      lines: lineCount(document),
    })),
    reached: reachedOf(gathered),
    unrecognised: unknown.map((failure) => evidenceOf(mark(failure, say('failureUnknown')))),
    ruledOut: ranking.ruledOut.map(({ cause, judged }) => ({
      cause: cause.id,
      because: judged.marks[0]?.says ?? say('becauseAlso'),
      evidence: judged.marks.map(evidenceOf),
    })),
    asks,
    limits: [...limits],
    findings,
    ...(facts.heardVersions ? { heardVersions: heardVersionsOf(facts.heardVersions) } : {}),
    ...(pictures ? { pictures } : {}),
  };
}

function heardVersionsOf(heard: NonNullable<Facts['heardVersions']>): NonNullable<Report['heardVersions']> {
  return [...heard].map(([program, { ranges, span }]) => {
    const range = writeRanges(ranges);
    return { program, range, evidence: evidenceOf(mark(span, say('wordsOfVersion', { program, range }))) };
  });
}

function findingOf({ opinion, role, confidence, because }: Placed, failure: Failure | undefined): Finding {
  const { cause, judged } = opinion;
  const own = judged.marks;
  // What comes next or only weakens was proved by itself: the line that failed is the root cause's.
  const apart = own.length > 0 && (role === 'contributing' || role === 'advice');
  const seen = opinion.howOften !== undefined && failure && !apart ? [mark(failure, symptomSentence(failure))] : [];
  const marks = [...own, ...seen.filter((one) => !own.some((other) => sameLine(one, other)))];
  return {
    cause: cause.id,
    role,
    confidence,
    because: say(because),
    title: judged.statement?.title ?? { key: `${cause.id}/name`, values: {} },
    // Where nothing but the symptom speaks for it, no sentence claims to know the case: the general one stands.
    explanation: (judged.kind === 'open' ? undefined : judged.statement?.explanation) ?? { key: `${cause.id}/pageWhy`, values: {} },
    evidence: marks.map(evidenceOf),
    fixes: [...(judged.statement?.fixes ?? [])],
    references: [...cause.references],
  };
}

function sameLine(a: Mark, b: Mark): boolean {
  const [one, other] = [a.span, b.span];
  if (one.document !== other.document) return false;
  return positionAt(one.document, one.start).line === positionAt(other.document, other.start).line;
}

function symptomSentence({ symptom }: Failure): Sentence {
  return { key: `symptom/${symptom}`, values: {} };
}

function summaryOf(ranking: Ranking, { facts }: Gathered, findings: readonly Finding[], asks: Report['asks']): Sentence {
  const root = findings.find(({ role }) => role === 'root-cause');
  if (root) {
    const fix = root.fixes[0]?.title;
    if (root.confidence === 'possible') {
      const ask = asks[0]?.what;
      return ask ? say('summaryPossible', { cause: root.title, ask }) : say('summaryPossibleUnasked', { cause: root.title });
    }
    if (!fix) return say('summaryPossibleUnasked', { cause: root.title });
    return say(root.confidence === 'certain' ? 'summaryCertain' : 'summaryLikely', { cause: root.title, fix });
  }
  if (ranking.verdict === 'healthy') return say(facts.started?.value ? 'summaryStarted' : 'summarySound');
  if (ranking.verdict === 'unrelated' && facts.failure) {
    return say('summaryUnrelated', { symptom: symptomSentence(facts.failure) });
  }
  return say(facts.failure ? 'summaryUnknownLine' : 'summaryNothing');
}

/** How far the start got: where it stopped, and the steps before it that lines prove passed. */
function reachedOf({ facts, passed }: Gathered): Report['reached'] {
  const { failure, started } = facts;
  const wentOn = failure?.row?.goesOn === true && started?.value === true;
  const stopped = failure && failure.symptom !== 'unrecognised' && !wentOn ? symptoms[failure.symptom] : undefined;
  const last = passed.at(-1)?.step;
  const step = stopped ?? (started?.value ? 'run' : last);
  if (!step) return null;
  return {
    step,
    passed: passed
      .filter((one) => steps.indexOf(one.step) < steps.indexOf(step) || (one.step === step && !stopped))
      .map((one) => ({ step: one.step, evidence: [evidenceOf(mark(one, say(`passed-${one.step}`)))] })),
  };
}

/** Bytes of the text as UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is four bytes, two for each half.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
