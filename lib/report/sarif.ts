import type { EvidenceIn, FindingIn, FixIn, RenderedReport } from '../diagnosis/report';

const informationUri = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html';

/** How a finding counts: what stops the start fails, a suspect is open (and has no level), advice is a note (SARIF 2.1.0, 3.27.9 and 3.27.10). */
const counted: Readonly<Record<FindingIn<string>['role'], { readonly kind: 'fail' | 'open'; readonly level: 'error' | 'note' | 'none' }>> = {
  'root-cause': { kind: 'fail', level: 'error' },
  contributing: { kind: 'fail', level: 'error' },
  alternative: { kind: 'open', level: 'none' },
  advice: { kind: 'fail', level: 'note' },
};

interface Message {
  readonly text: string;
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region & { readonly snippet: Message } };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
  readonly message: Message;
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly kind: 'fail' | 'open' | 'review';
  readonly level: 'error' | 'note' | 'none';
  readonly message: Message;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly (Location & { readonly id: number })[];
  readonly fixes?: readonly SarifFix[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface SarifFix {
  readonly description: Message;
  readonly artifactChanges: readonly {
    readonly artifactLocation: { readonly uri: string };
    readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: Message }[];
  }[];
}

/** The Report as a SARIF 2.1.0 log: a finding is a result, its evidence the places, its cause the rule. */
export function reportSarif(report: RenderedReport) {
  return reportsSarif([report]);
}

/** The same of several Reports, as one run: who shows them asks for one of a tool. */
export function reportsSarif(reports: readonly RenderedReport[]) {
  const findings = reports.flatMap((report) => report.findings);
  const causes = [...new Set(findings.map(({ cause }) => cause))];
  const rules = causes.map((cause) => ruleOf(findings.filter((finding) => finding.cause === cause)));
  const artifacts = new Map(reports.flatMap(({ documents }) => documents.map(({ name, bytes, kind }) => [uriOf(name), { location: { uri: uriOf(name) }, length: bytes, description: { text: kind } }])));
  const answers = reports.map(({ verdict, started, summary }) => ({ verdict, started, summary: plain(summary) }));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Userns Doctor', semanticVersion: reports[0]?.engineVersion ?? '', rules } },
        columnKind: 'utf16CodeUnits',
        artifacts: [...artifacts.values()],
        results: reports.flatMap((report) => [...report.findings.map((finding) => resultOf(finding, causes.indexOf(finding.cause))), ...report.unrecognised.map(unrecognised)]),
        properties: answers.length === 1 ? answers[0] : { reports: answers },
      },
    ],
  };
}

function ruleOf([finding]: readonly FindingIn<string>[]) {
  const { cause = '', explanation = '', references = [] } = finding ?? {};
  return { id: cause, fullDescription: { text: plain(explanation) }, helpUri: references[0]?.url ?? informationUri };
}

function resultOf(finding: FindingIn<string>, ruleIndex: number): Result {
  const fixes = finding.fixes.flatMap(fixOf);
  return {
    ruleId: finding.cause,
    ruleIndex,
    ...counted[finding.role],
    message: { text: `${plain(finding.title)}. ${plain(finding.explanation)}` },
    locations: finding.evidence.slice(0, 1).map(locationOf),
    relatedLocations: finding.evidence.slice(1).map((one, index) => ({ id: index + 1, ...locationOf(one) })),
    ...(fixes.length > 0 ? { fixes } : {}),
    properties: { role: finding.role, confidence: finding.confidence, commands: finding.fixes[0]?.commands ?? [], patch: finding.fixes[0]?.patch ?? [] },
  };
}

/** A line that no known message explains: whether it is the failure is for a person to say. */
function unrecognised(evidence: EvidenceIn<string>): Result {
  return { ruleId: 'unrecognised', kind: 'review', level: 'none', message: { text: plain(evidence.says) }, locations: [locationOf(evidence)] };
}

function locationOf({ document, startLine, startColumn, endLine, endColumn, quote, says, pointer }: EvidenceIn<string>): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(document) },
      region: { startLine, startColumn, endLine, endColumn, snippet: { text: quote } },
    },
    ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }] }),
    message: { text: plain(says) },
  };
}

/** Edits are replacements of stretches; a patch names values and not places, and stands among the properties. */
function fixOf({ title, edits, document }: FixIn<string>): SarifFix[] {
  if (edits.length === 0 || document === undefined) return [];
  const replacements = edits.map(({ text, ...deletedRegion }) => ({ deletedRegion, insertedContent: { text } }));
  return [{ description: { text: plain(title) }, artifactChanges: [{ artifactLocation: { uri: uriOf(document) }, replacements }] }];
}

/** A relative reference whatever the name holds: no scheme, no authority, no step upwards (RFC 3986, 4.2). */
function uriOf(name: string): string {
  const parts = name.replace(/\p{Cs}/gu, '\uFFFD').split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.map(encodeURIComponent).join('/') || 'document';
}

/** A sentence without the backquotes of code: a message of SARIF has its own marks. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
