import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { largestMappableId, type Extent, type ExtentNumber, type IdMap } from '../../facts/id-map';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace, type Patch } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './mapping-range-invalid.zh';

interface Fault {
  /** The number to change. */
  readonly at: ExtentNumber;
  readonly kind: 'notNumber' | 'empty' | 'pastEnd';
  /** Where the extent begins, on the side that ends later. */
  readonly first?: number;
  /** A value that mends it; undefined where the evidence does not tell. */
  readonly mended: number | undefined;
}

interface Match {
  readonly faults: readonly Fault[];
}

/** What useradd gives to a user (login.defs: SUB_UID_COUNT). */
const customarySize = 65536;

export const mappingRangeInvalid = defineCause({
  id: 'mapping-range-invalid',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely', 'id-map-write-invalid': 'usually', 'config-member-refused': 'sometimes', 'config-unreadable': 'rarely', 'cri-userns-refused': 'rarely', 'id-range-not-granted': 'rarely', 'too-many-extents': 'rarely', 'proc-entry-hidden': 'rarely', 'mount-option-id-refused': 'rarely', 'snapshotter-refused': 'rarely', 'mapping-numbers-refused': 'usually', 'container-root-not-mapped': 'rarely' },
  underlies: ['container-root-unmapped', 'process-user-unmapped', 'devpts-gid-unmapped'],
  uses: ['uidMap', 'gidMap', 'askedUidMap', 'askedGidMap', 'failure'],
  references: [
    { title: 'user_namespaces(7): EINVAL', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'Linux: kernel/user_namespace.c, map_write', url: 'https://github.com/torvalds/linux/blob/master/kernel/user_namespace.c' },
  ],
  words: {
    en: {
      name: 'An extent of a map has size 0, an invalid number, or runs past the last ID',
      pageWhy:
        'An extent is three unsigned 32-bit numbers. Its size must be at least 1, and neither side may reach 4294967295, which is `(uid_t) -1` and no ID. The kernel answers EINVAL; a number that is no unsigned 32-bit integer is refused earlier, as the config is read.',
      pageTell: 'size is 0, a member is negative, fractional or larger than 4294967295, or start plus size passes 4294967295. Two extents that overlap give the same EINVAL.',
      pageSure: 'An extent has size 0, a member that is no unsigned 32-bit integer, or an end past 4294967294; or the program names the number that it refuses.',
      pageNot: 'Both maps are known, and each extent has a size and ends at 4294967294 or below.',
      titleNotNumber: '`{value}` is no ID: an extent needs whole numbers from 0 to 4294967295',
      titleEmpty: 'An extent has size 0, so it maps nothing and the kernel refuses it',
      titlePastEnd: 'An extent runs past the last ID: {value} plus its size exceeds 4294967294',
      titleUnknown: 'An extent of the map may be empty or run past the last ID',
      explanation: 'The kernel takes an extent only if its size is at least 1 and both of its ends lie below 4294967295, which stands for "no ID".',
      notNumber: 'No unsigned 32-bit integer.',
      empty: 'Size 0 maps nothing.',
      pastEnd: 'With this number the extent reaches past 4294967294.',
      member: 'The runtime refused a number of a mapping as it read the config.',
      sound: 'Every extent of this map has a size and ends below 4294967295.',
      fixTitle: 'Give the extent numbers that the kernel takes (config only)',
      fixCosts: 'None known, if the host IDs are used by no other container.',
      fixUndo: 'Put `{value}` back at `{pointer}`.',
    },
    zh,
  },
  judge({ uidMap, gidMap, askedUidMap, askedGidMap, failure }, say) {
    const maps = [uidMap, gidMap, askedUidMap, askedGidMap].filter((map) => map !== undefined);
    const faults = maps.flatMap(({ value }) => value.extents.flatMap((extent) => faultOf(extent, maps)));
    if (faults.length > 0) return proved({ faults }, faults.map(({ at, kind }) => mark(at.span, say(kind))));
    const aboutMapping = failure?.symptom === 'config-member-refused' && /idmapping|uidMappings|gidMappings/i.test(failure.text);
    // The program that refused it looked at nothing but the numbers.
    if (failure?.symptom === 'mapping-numbers-refused') return proved({ faults }, [mark(failure, say('member'))]);
    if (failure && aboutMapping) return proved({ faults }, [mark(failure, say('member'))]);
    const sound = uidMap && gidMap ? uidMap : undefined;
    if (sound && failure) return refuted([mark(sound, say('sound'))]);
    return open<Match, 'uidMap' | 'gidMap'>({ faults }, ['uidMap', 'gidMap']);
  },
  explain({ faults: [fault] }, say) {
    const explanation = say('explanation');
    if (!fault) return { title: say('titleUnknown'), explanation };
    const value = fault.kind === 'pastEnd' ? String(fault.first) : fault.at.text;
    if (fault.kind === 'empty') return { title: say('titleEmpty'), explanation };
    return { title: fault.kind === 'notNumber' ? say('titleNotNumber', { value }) : say('titlePastEnd', { value }), explanation };
  },
  fixes({ faults }, say) {
    const verify = [look`jq .linux.uidMappings,.linux.gidMappings config.json`];
    const patch: Patch[] = faults.flatMap(({ at, mended }) => replace(at.span, mended ?? '<whole number>'));
    const [first] = faults;
    if (patch.length === 0 || !first) {
      return [fix({ title: say('fixTitle'), risk: 'review', costs: say('fixCosts'), ...mendNumbers() })];
    }
    const undo = faults.map(({ at }) => say('fixUndo', { value: at.text, pointer: at.span.pointer ?? '' }));
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('fixCosts'), patch, undo, verify })];
  },
});

/** The same for a config that was not given: numbers written as text, an empty extent, one that passes the last ID. */
const mendNumbers = () =>
  editConfig`(.linux.uidMappings, .linux.gidMappings | arrays)[] |= (map_values(if type == "string" then tonumber else . end) | if .size == 0 then .size = ${customarySize} else . end | ([.containerID, .hostID] | max) as $first | if $first + .size > ${largestMappableId + 1} then .size = ${largestMappableId + 1} - $first else . end)`;

/** What is wrong with an extent, if anything; the other map's extent of the same place tells the mended value. */
function faultOf(extent: Extent, maps: readonly Known<IdMap>[]): Fault[] {
  const { containerId, hostId, size } = extent;
  const index = maps.map(({ value }) => value.extents.indexOf(extent)).find((at) => at >= 0) ?? 0;
  const twin = maps.map(({ value }) => value.extents[index]).find((other) => other !== undefined && other !== extent);
  const bad = [containerId, hostId, size].filter(({ value }) => value === undefined);
  if (bad.length > 0) {
    return bad.map((at) => {
      const member = at === containerId ? twin?.containerId : at === hostId ? twin?.hostId : twin?.size;
      return { at, kind: 'notNumber', mended: quotedNumber(at.text) ?? member?.value ?? (at === size ? customarySize : at === containerId ? 0 : undefined) };
    });
  }
  if (size.value === 0) return [{ at: size, kind: 'empty', mended: twin?.size.value || customarySize }];
  const first = Math.max(containerId.value ?? 0, hostId.value ?? 0);
  const last = first + (size.value ?? 0) - 1;
  if (last <= largestMappableId) return [];
  const fits = largestMappableId - first + 1;
  return fits > 0 ? [{ at: size, kind: 'pastEnd', first, mended: fits }] : [{ at: hostId, kind: 'pastEnd', first, mended: undefined }];
}

/** The number that stands within quotes. */
function quotedNumber(text: string): number | undefined {
  const digits = /^"?(0|[1-9]\d{0,9})"?$/.exec(text)?.[1];
  return digits !== undefined && Number(digits) <= largestMappableId ? Number(digits) : undefined;
}
