import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { bindSourceOf } from '../../facts/bind-source';
import type { Mount } from '../../facts/facts';
import { barred } from '../../fixes/barred';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { hostPath } from '../../fixes/host-path';
import { remove } from '../../fixes/patch';
import { change, join, look } from '../../fixes/sh';
import { zh } from './bind-source-missing.zh';

interface Match {
  readonly source: string | undefined;
  readonly mount: Mount | undefined;
  /** Further sources that a listing did not find. */
  readonly others: readonly string[];
}

export const bindSourceMissing = defineCause({
  id: 'bind-source-missing',
  step: 'mount',
  effect: 'stops',
  explains: {
    'bind-source-not-found': 'usually',
    'executable-not-found': 'rarely',
    'mount-refused': 'rarely',
  },
  uses: ['mounts', 'files', 'failure'],
  references: [
    { title: 'OCI runtime specification: mounts', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#mounts' },
    { title: 'mount(2): ENOENT', url: 'https://man7.org/linux/man-pages/man2/mount.2.html' },
  ],
  words: {
    en: {
      name: "A bind mount's source does not exist on the host",
      pageWhy: 'A bind mount shows a file or directory of the host in the container. The runtime looks at the source before it mounts, and stops where there is none. It creates destinations, never sources. The user namespace plays no part.',
      pageTell: 'The message names a host path and says "no such file or directory". "Permission denied" about the same path means that mapped root may not reach it.',
      pageSure: 'The runtime looked for the source of a bind mount and found nothing, or a listing of the host shows that it is not there.',
      pageNot: 'A listing shows the source.',
      title: 'The bind mount wants `{source}`, which does not exist on the host',
      itsSource: 'its source',
      explanation: 'The runtime looks for the source of a bind mount on the host and creates none. `{source}` is not there.',
      told: 'The source was not found.',
      wanted: 'This mount asks for it.',
      gone: 'The listing shows no such file.',
      there: 'The source is there.',
      makeTitle: 'Create the directory `{source}`',
      makeCosts: 'An empty directory: where the name is a slip, correct the source in the config instead.',
      dropTitle: 'Take the mount out (config only)',
      dropCosts: 'The container starts without that directory.',
      dropUndo: 'Put the mount back at `{pointer}`.',
    },
    zh,
  },
  judge({ mounts, files, failure }, say) {
    const named = failure?.symptom === 'bind-source-not-found' ? bindSourceOf({ failure, mounts }) : undefined;
    const listed = mounts?.value.find(({ bind, source }) => bind && files?.at(source)?.missing);
    const mount = named?.mount ?? listed;
    const source = named?.path.value ?? listed?.source;
    const gone = (mounts?.value ?? []).filter((one) => one.bind && one.source !== source && files?.at(one.source)?.missing).map((one) => one.source);
    const match: Match = { source, mount, others: [...new Set(gone)] };
    const shown = match.source === undefined ? undefined : files?.at(match.source);
    const told = named ? [mark(named.path, say('told'))] : [];
    const wanted = mount ? [mark(mount.sourceSpan ?? mount.span, say('wanted'))] : [];
    if (shown?.missing) return proved(match, [...told, ...wanted, mark(shown, say('gone'))]);
    if (shown) return refuted([mark(shown, say('there'))]);
    if (!named) return open(match, ['failure']);
    // The message is about a source where the config has that mount, or where the program says so.
    if (named.mount || /mount source|mounting|statfs|stat'ing|fulfil mount|generate spec/.test(failure?.text ?? '')) return proved(match, [...told, ...wanted]);
    return supported(match, told, ['mounts', 'files']);
  },
  explain({ source }, say) {
    const values = { source: source ?? say('itsSource') };
    return { title: say('title', values), explanation: say('explanation', values) };
  },
  fixes({ source, mount, others }, say) {
    const path = source === undefined ? undefined : hostPath(source);
    const isBarred = source !== undefined && path === undefined;
    const target = path ?? blank('source of the bind mount');
    const drop = mount
      ? fix({
          title: say('dropTitle'),
          risk: 'review',
          costs: say('dropCosts'),
          patch: remove(mount),
          undo: [say('dropUndo', { pointer: mount.span.pointer ?? '' })],
          verify: [look`jq .mounts config.json`],
          notes: isBarred ? [barred(source)] : [],
        })
      : undefined;
    const further = others.flatMap((one) => hostPath(one) ?? []);
    const make = fix({
      title: say('makeTitle', { source: source ?? '<source of the bind mount>' }),
      risk: 'review',
      costs: say('makeCosts'),
      commands: isBarred ? [look`ls -ld -- ${source}`] : [join`${look`ls -ld -- ${target}`} || true`, change`mkdir -p -- ${target}`, ...further.map((one) => change`mkdir -p -- ${one}`)],
      undo: isBarred ? [] : [change`rmdir -- ${target}`, ...further.map((one) => change`rmdir -- ${one}`)],
      verify: [look`ls -ld -- ${isBarred ? source : target}`],
      notes: isBarred ? [barred(source)] : [],
    });
    return isBarred && drop ? [drop] : drop ? [make, drop] : [make];
  },
});
