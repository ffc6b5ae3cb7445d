import type { EvidenceIn, RenderedReport } from '../diagnosis/report';

/** What a person is told before taking a config over: where a fix changes one, what the config makes the runtime do on the host. */
export function warned({ findings, warnings = [] }: RenderedReport): readonly EvidenceIn<string>[] {
  return findings.some(({ fixes }) => fixes.some(({ patch, edits }) => patch.length + edits.length > 0)) ? warnings : [];
}
