import { compareEvidence, type Comparison, type Side } from '../report/compare/compare-evidence';
import { compareLines, type OwnLines } from '../report/compare/compare-lines';

export interface ToCompare {
  readonly a: Side;
  readonly b: Side;
  /** Documents that are read by lines; configs are compared by their meaning alone. */
  readonly logs: { readonly a: readonly string[]; readonly b: readonly string[] };
}

export interface CompareAnswer {
  readonly comparison: Comparison;
  readonly lines: { readonly a: OwnLines; readonly b: OwnLines };
}

// Off the page's own thread, and not on the server: two logs of megabytes are read whole.
addEventListener('message', ({ data: { a, b, logs } }: MessageEvent<ToCompare>) => {
  const of = (side: Side, names: readonly string[]) => side.texts.filter(({ name }) => names.includes(name));
  postMessage({ comparison: compareEvidence(a, b), lines: compareLines(of(a, logs.a), of(b, logs.b)) } satisfies CompareAnswer);
});
