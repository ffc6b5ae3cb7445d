import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { ageOf } from '../../facts/version';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './bind-mount-with-fs-options.zh';

/** runc refuses them since 1.2.0 and ignored them before (CHANGELOG 1.2.0). */
const since = '1.2.0';
/** Options that a filesystem reads, and no bind mount has. */
const ofFilesystem = /^(?:size|mode|uid|gid|nr_inodes|nr_blocks|huge|mpol|data|lowerdir|upperdir|workdir)=/;

interface Match {
  readonly options: readonly Known<string>[];
}

export const bindMountWithFsOptions = defineCause({
  id: 'bind-mount-with-fs-options',
  step: 'read-config',
  effect: 'stops',
  explains: { 'mount-options-refused': 'usually', 'mount-shape-refused': 'sometimes' },
  uses: ['mounts', 'runtime', 'versions', 'heardVersions', 'failure'],
  references: [
    { title: 'runc change log: 1.2.0', url: 'https://github.com/opencontainers/runc/blob/main/CHANGELOG.md' },
    { title: 'mount(8): bind mounts and their options', url: 'https://man7.org/linux/man-pages/man8/mount.8.html' },
  ],
  words: {
    en: {
      name: 'A bind mount has options of a filesystem, such as size= or mode=',
      pageWhy:
        'A bind mount shows a place that is mounted already: its filesystem has its options, and only flags such as ro and nosuid are its own. runc refuses options of a filesystem on a bind mount since 1.2; earlier versions read over them.',
      pageTell: 'The mount has bind or rbind and an option with a value, such as mode=755. The same config worked with runc 1.1.',
      pageSure: 'The runtime refuses the options of a bind mount; or a bind mount has such options and runc is 1.2 or later.',
      pageNot: 'runc is older than 1.2, which reads over them, or no bind mount has such an option.',
      title: 'A bind mount has the option `{option}`, which belongs to a filesystem',
      titleUnknown: 'A bind mount has options that belong to a filesystem',
      explanation: 'A bind mount takes flags and no options of a filesystem. runc 1.2 and later refuse the config.',
      option: 'An option of a filesystem on a bind mount.',
      told: 'The runtime refused the options of the bind mount.',
      none: 'No bind mount has options of a filesystem.',
      ignored: 'This version ignores them.',
      fixTitle: 'Take these options out (config only)',
      costs: 'None: they had no effect on a bind mount.',
      undo: 'Put the options back.',
    },
    zh,
  },
  judge({ mounts, runtime, failure, ...known }, say) {
    const options = (mounts?.value ?? []).filter(({ bind }) => bind).flatMap((mount) => mount.options.filter(({ value }) => ofFilesystem.test(value)));
    const match: Match = { options };
    const told = failure?.symptom === 'mount-options-refused' ? [mark(failure, say('told'))] : [];
    const marks = options.map((option) => mark(option, say('option')));
    if (told.length > 0) return proved(match, [...marks, ...told]);
    const age = !runtime || runtime.value.name === 'runc' ? ageOf('runc', since, known) : undefined;
    if (age?.older) return refuted([mark(age.version, say('ignored'))]);
    if (marks.length > 0 && age) return proved(match, marks);
    if (mounts && options.length === 0 && failure) return refuted([mark(mounts, say('none'))]);
    return open(match, ['runtime'], marks);
  },
  explain({ options: [first] }, say) {
    return { title: first ? say('title', { option: first.value }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ options }, say) {
    const edited = options.length > 0 ? undefined : editConfig`(.mounts[] | select(.options // [] | any(. == "bind" or . == "rbind")) | .options) |= map(select(test("^(size|mode|uid|gid|nr_inodes)=") | not))`;
    // From the end, so that earlier indices stay what they were.
    const patch = options.toReversed().flatMap(remove);
    return [fix({ title: say('fixTitle'), risk: 'safe', costs: say('costs'), patch, commands: edited?.commands ?? [], undo: edited?.undo ?? [say('undo')], verify: [look`jq .mounts config.json`] })];
  },
});
