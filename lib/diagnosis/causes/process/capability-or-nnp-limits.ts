import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig, editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './capability-or-nnp-limits.zh';

/** What a refused call of a program needs, by the words it prints; capabilities(7). */
const needs: readonly (readonly [RegExp, readonly string[]])[] = [
  [/can't set groups|cannot set groups|setgid|change to root gid|switching to/i, ['CAP_SETGID', 'CAP_SETUID']],
  [/setuid|set uid/i, ['CAP_SETUID']],
  [/ping/i, ['CAP_NET_RAW']],
  [/chroot/i, ['CAP_SYS_CHROOT']],
  [/set date/i, ['CAP_SYS_TIME']],
  [/SETFCAP|setcap/i, ['CAP_SETFCAP']],
  [/bind/i, ['CAP_NET_BIND_SERVICE']],
  [/\bch(?:own|grp): /, ['CAP_CHOWN']],
];

interface Match {
  readonly lacking: readonly string[];
  readonly bounding: Known<readonly string[]> | undefined;
  readonly noNewPrivileges: Known<boolean> | undefined;
  /** What the call needs, where no config tells what is granted. */
  readonly needed: readonly string[];
  /** The program named the flag itself. */
  readonly flagTold: boolean;
}

export const capabilityOrNnpLimits = defineCause({
  id: 'capability-or-nnp-limits',
  step: 'run',
  effect: 'stops',
  explains: { 'privilege-missing': 'usually', 'capabilities-refused': 'usually', 'port-refused': 'rarely', 'volume-access-denied': 'rarely', 'newidmap-lacks-privilege': 'rarely' },
  uses: ['capabilities', 'noNewPrivileges', 'failure'],
  references: [
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    { title: 'OCI runtime specification: process, capabilities', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#linux-process' },
  ],
  words: {
    en: {
      name: 'The process needs a capability or setuid bit that the config takes away',
      pageWhy:
        'A program in a container has at most the capabilities of process.capabilities.bounding, and with noNewPrivileges neither setuid bits nor file capabilities give it more. su needs CAP_SETUID and CAP_SETGID, ping CAP_NET_RAW, sudo a setuid bit. In a user namespace they hold over its own IDs only.',
      pageTell: 'The program runs and is refused one call. The capability that the call needs is not in the bounding set, or noNewPrivileges is true and the program relies on a setuid bit.',
      pageSure: 'The call that was refused needs a capability which the bounding set lacks; or the program names the no_new_privs flag.',
      pageNot: 'The bounding set holds what the call needs.',
      title: 'The config does not grant {capabilities}, which the program needs',
      titleFlag: '`noNewPrivileges` keeps the program from gaining its setuid bit or file capabilities',
      titleUnknown: 'The process lacks a capability or a setuid bit that it needs',
      explanation: 'The program was started and then refused a call that needs a privilege which the config takes away.',
      told: 'The call was refused.',
      set: 'The bounding set: {capabilities} is not in it.',
      complete: 'The bounding set holds {capabilities}.',
      flag: 'No program gains privileges by executing a file.',
      addTitle: 'Add {capabilities} to the capability sets (config only)',
      addCosts: 'Programs in the container may use {capabilities}, over what the user namespace owns.',
      addUndo: 'Take {capabilities} out of each set again.',
      flagTitle: 'Allow setuid programs and file capabilities (config only)',
      flagCosts: 'A setuid program in the image gives its rights to who may execute it, inside the user namespace.',
      flagUndo: 'Put `true` back at `/process/noNewPrivileges`.',
      lookTitle: 'See which capabilities the process has',
      lookCosts: 'None: it only reads.',
    },
    zh,
  },
  judge({ capabilities, noNewPrivileges, failure }, say) {
    // A change of owner is refused with EPERM as well where the map does not hold the owner; without CAP_CHOWN it is in any case (chown(2)).
    const byOwner = failure?.symptom === 'volume-access-denied' && failure.errno === 'EPERM' && /\bch(?:own|grp): /.test(failure.text) && capabilities && !capabilities.value.includes('CAP_CHOWN');
    const ours = failure && (byOwner || ['privilege-missing', 'capabilities-refused'].includes(failure.symptom)) ? failure : undefined;
    const needed = ours ? (needs.find(([words]) => words.test(ours.text))?.[1] ?? []) : [];
    const lacking = capabilities ? needed.filter((one) => !capabilities.value.includes(one)) : [];
    const bySetuid = ours && /\bsudo\b|must be suid|no new privileges/i.test(ours.text);
    const flagTold = /no new privileges/i.test(ours?.text ?? '');
    const match: Match = { lacking, needed: capabilities ? [] : needed, flagTold, bounding: capabilities, noNewPrivileges: bySetuid && noNewPrivileges?.value ? noNewPrivileges : undefined };
    if (!ours) return open(match, ['failure']);
    const told = mark(ours, say('told'));
    if (capabilities && lacking.length > 0) return proved(match, [told, mark(capabilities, say('set', { capabilities: lacking.join(', ') }))]);
    if (match.noNewPrivileges) return proved(match, [told, mark(match.noNewPrivileges, say('flag'))]);
    if (flagTold) return proved(match, [told]);
    if (capabilities && needed.length > 0) return refuted([mark(capabilities, say('complete', { capabilities: needed.join(', ') }))]);
    return ours.symptom === 'privilege-missing' ? supported(match, [told], ['capabilities']) : open(match, ['capabilities'], [told]);
  },
  explain({ lacking, noNewPrivileges }, say) {
    const explanation = say('explanation');
    if (lacking.length > 0) return { title: say('title', { capabilities: lacking.join(', ') }), explanation };
    return { title: noNewPrivileges ? say('titleFlag') : say('titleUnknown'), explanation };
  },
  fixes({ lacking, needed, bounding, noNewPrivileges, flagTold }, say) {
    const verify = [look`jq .process.capabilities,.process.noNewPrivileges config.json`];
    const capabilities = lacking.join(', ');
    if (bounding && lacking.length > 0) {
      // A program of root that is executed takes permitted and effective from the bounding set; the others are for init.
      const pointer = bounding.span.pointer?.replace(/\/bounding$/, '') ?? '';
      const sets = ['bounding', 'effective', 'permitted'].map((set) => ({ ...bounding.span, pointer: `${pointer}/${set}` }));
      const patch = sets.flatMap((set) => lacking.flatMap((one) => append(set, one)));
      return [fix({ title: say('addTitle', { capabilities }), risk: 'review', costs: say('addCosts', { capabilities }), patch, undo: [say('addUndo', { capabilities })], verify })];
    }
    if (noNewPrivileges) {
      return [fix({ title: say('flagTitle'), risk: 'review', costs: say('flagCosts'), patch: replace(noNewPrivileges, false), undo: [say('flagUndo')], verify })];
    }
    if (flagTold) return [fix({ title: say('flagTitle'), risk: 'review', costs: say('flagCosts'), ...editConfig`.process.noNewPrivileges = false` })];
    if (needed.length > 0) {
      const grant = '($wanted | split(",")) as $wanted | (.process.capabilities | .bounding, .effective, .permitted) |= (. // []) + ($wanted - (. // []))';
      return [fix({ title: say('addTitle', { capabilities: needed.join(', ') }), risk: 'review', costs: say('addCosts', { capabilities: needed.join(', ') }), ...editConfigWith({ wanted: needed.join(',') }, grant) })];
    }
    return [fix({ title: say('lookTitle'), risk: 'review', costs: say('lookCosts'), commands: [look`grep -E 'Cap(Bnd|Eff)|NoNewPrivs' /proc/self/status`], undo: [], verify })];
  },
});
