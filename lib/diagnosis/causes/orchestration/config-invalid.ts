import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { ConfigTrouble } from '../../facts/facts';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import type { Sentence } from '../../report';
import { zh } from './config-invalid.zh';

interface Match {
  readonly trouble: readonly Known<ConfigTrouble>[];
}

/** Failures that belong to a cause of their own, though the config is what is refused. */
const ofAMapping = /idmapping|uidMappings|gidMappings/i;

export const configInvalid = defineCause({
  id: 'config-invalid',
  step: 'read-config',
  effect: 'stops',
  explains: {
    'config-unreadable': 'usually',
    'config-member-refused': 'usually',
    'mappings-without-namespace': 'rarely',
    'spec-version-refused': 'rarely',
    'mount-destination-refused': 'rarely',
    'container-proc-missing': 'sometimes',
    'rootfs-not-found': 'rarely',
    'working-directory-not-found': 'rarely',
    'selinux-refused': 'rarely',
    'terminal-refused': 'rarely',
    'mount-refused': 'rarely',
    'bind-source-not-found': 'rarely',
    'namespace-path-not-found': 'rarely',
  },
  uses: ['configTrouble', 'config', 'failure'],
  references: [
    { title: 'OCI runtime specification: config', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md' },
    { title: 'RFC 8259: JSON', url: 'https://www.rfc-editor.org/rfc/rfc8259' },
  ],
  words: {
    en: {
      name: 'config.json is not valid JSON, or breaks the OCI runtime specification',
      pageWhy:
        'runc and crun read the whole file before they do anything. A syntax error, a member of the wrong type, a namespace type that does not exist or stands twice ends the start there. Nothing about user namespaces was tried yet.',
      pageTell: 'runc prints "invalid character" or "cannot unmarshal", crun "cannot parse the data". A number of a mapping that is out of range is a fault of the mapping.',
      pageSure: 'The config was given and has a syntax error, a wrong type or a namespace type that does not fit; or the runtime says what it cannot read.',
      pageNot: 'The whole config was given and each member has its type. A number of a mapping is a fault of the mapping.',
      titleSyntax: 'config.json is not valid JSON: {expected} is expected here',
      titleDeep: 'config.json is nested deeper than {expected} levels',
      titleType: '`{subject}` has the wrong type: {expected} is expected',
      titleNamespace: 'The namespace type `{subject}` does not exist or stands twice',
      titleUnknown: 'The runtime could not read config.json, or refused one of its members',
      explanation: 'The runtime reads the whole file before it does anything, and stops at the first place that it cannot take.',
      syntax: 'Here {expected} is expected.',
      type: 'Here {expected} is expected.',
      deep: 'Nesting passes {expected} levels here.',
      text: 'a string',
      texts: 'a list of strings',
      flag: 'true or false',
      object: 'an object',
      objects: 'a list of objects',
      uint32: 'a whole number from 0 to 4294967295',
      uint32s: 'a list of whole numbers',
      int: 'a whole number',
      value: 'a value',
      escape: 'an escape',
      noComment: 'no comment',
      somethingElse: 'something else',
      oneOf: 'one of {types}',
      told: 'The runtime says what it cannot read.',
      sound: 'The config is valid JSON, and each member has its type.',
      editTitle: 'Mend the syntax where it breaks',
      editCosts: 'None.',
      editUndo: 'Take the edit back.',
      patchTitle: 'Give the member the type that the specification asks for',
      patchCosts: 'None known.',
      patchUndo: 'Put the old value back at `{subject}`.',
      lookTitle: 'Find the place: check the file with jq',
      lookCosts: 'None: it only reads.',
    },
    zh,
  },
  judge({ configTrouble, config, failure }, say) {
    const trouble = configTrouble ?? [];
    const match: Match = { trouble };
    const marks = trouble.slice(0, 20).map((one) => {
      const expected = expectation(one.value, (key) => say(key), (types) => say('oneOf', { types }));
      return mark(one, say(one.value.kind === 'type' ? 'type' : one.value.kind === 'too-deep' ? 'deep' : 'syntax', { expected }));
    });
    const told = failure && (failure.symptom === 'config-unreadable' || failure.symptom === 'config-member-refused') ? failure : undefined;
    if (marks.length > 0) return proved(match, told ? [...marks, mark(told, say('told'))] : marks);
    if (told && !ofAMapping.test(told.text)) return proved(match, [mark(told, say('told'))]);
    if (told && config?.value === 'whole') return refuted([mark(config, say('sound'))]);
    return open(match, ['config']);
  },
  explain({ trouble: [first] }, say) {
    const explanation = say('explanation');
    if (!first) return { title: say('titleUnknown'), explanation };
    const { kind, subject } = first.value;
    const expected = expectation(first.value, (key) => say(key), (types) => say('oneOf', { types }));
    if (kind === 'too-deep') return { title: say('titleDeep', { expected }), explanation };
    if (kind === 'type') return { title: say('titleType', { subject, expected }), explanation };
    if (kind.endsWith('-namespace')) return { title: say('titleNamespace', { subject }), explanation };
    return { title: say('titleSyntax', { expected }), explanation };
  },
  fixes({ trouble }, say) {
    const verify = [look`jq -e . config.json`];
    const [first] = trouble;
    const edits = trouble.flatMap(({ value }) => (value.edit ? [value.edit] : []));
    const fixes = [];
    if (edits.length > 0) {
      fixes.push(fix({ title: say('editTitle'), risk: 'review', costs: say('editCosts'), edits, undo: [say('editUndo')], verify }));
    }
    const typed = trouble.filter(({ value, span }) => value.kind === 'type' && span.pointer !== undefined);
    if (edits.length === 0 && typed.length > 0) {
      const patch = typed.flatMap((one) => replace(one, one.value.mended ?? '<value of the right type>'));
      const undo = typed.map(({ value }) => say('patchUndo', { subject: value.subject }));
      fixes.push(fix({ title: say('patchTitle'), risk: 'review', costs: say('patchCosts'), patch, undo, verify }));
    }
    if (fixes.length === 0) {
      fixes.push(fix({ title: say('lookTitle'), risk: first ? 'review' : 'safe', costs: say('lookCosts'), commands: verify, undo: [], verify }));
    }
    return fixes;
  },
});

/** What a reader of JSON expects where no character says it. */
const expectations = { 'a value': 'value', 'an escape': 'escape', 'no comment': 'noComment', '': 'somethingElse' } as const;

const shapes = ['text', 'texts', 'flag', 'object', 'objects', 'uint32', 'uint32s', 'int'] as const;

type Expectation = (typeof expectations)[keyof typeof expectations] | (typeof shapes)[number];

/** What stands in place of the trouble: a character as it is, or one of these words. */
function expectation({ kind, expected }: ConfigTrouble, say: (key: Expectation) => Sentence, oneOf: (types: string) => Sentence): string | Sentence {
  if (kind === 'too-deep') return expected;
  if (kind.endsWith('-namespace')) return oneOf(expected);
  const shape = shapes.find((one) => one === expected);
  if (kind === 'type' && shape) return say(shape);
  return Object.hasOwn(expectations, expected) ? say(expectations[expected as keyof typeof expectations]) : `\`${expected}\``;
}
