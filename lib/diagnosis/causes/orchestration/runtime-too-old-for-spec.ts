import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { isBefore } from '../../facts/version';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './runtime-too-old-for-spec.zh';

/** crun up to 1.14.2 takes only versions that hold "1.0"; 1.14.3 and later do not check (src/libcrun/container.c). */
const crunChecks = '1.14.3';

interface Match {
  readonly spec: Known<string> | undefined;
  readonly version: Known<string> | undefined;
}

export const runtimeTooOldForSpec = defineCause({
  id: 'runtime-too-old-for-spec',
  step: 'read-config',
  effect: 'stops',
  explains: { 'spec-version-refused': 'usually', 'config-unreadable': 'rarely' },
  uses: ['specVersion', 'versions', 'runtime', 'failure'],
  references: [
    { title: 'OCI runtime specification: ociVersion', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#specification-version' },
    { title: 'crun: NEWS, 1.14.3', url: 'https://github.com/containers/crun/blob/main/NEWS' },
  ],
  words: {
    en: {
      name: 'The config is valid, but newer than the OCI runtime accepts',
      pageWhy:
        'A newer engine writes a newer ociVersion, or members that came with it. crun up to 1.14.2 refuses every version but 1.0.x and 1.1.0 with "unknown version specified"; namespaces and capabilities that a runtime does not know are refused by name. A mix of packages of two releases is the usual way there.',
      pageTell: 'The message says unknown version, or names a member, namespace or capability. `crun --version` shows the program that the engine really uses; there may be two.',
      pageSure: 'The runtime says that it does not know the version or the member; or ociVersion is 1.2.0 or later and crun is below 1.14.3.',
      pageNot: 'crun is 1.14.3 or later, which does not check ociVersion.',
      title: 'The runtime does not know version {spec} of the specification',
      titleUnknown: 'The runtime is older than the config that it was given',
      explanation: 'The config is written for a newer version of the specification than this runtime reads.',
      told: 'The runtime does not know this.',
      spec: 'The version of the config.',
      old: 'This version takes only 1.0.x and 1.1.0.',
      fresh: 'This version does not check ociVersion.',
      upgradeTitle: 'Or install crun 1.14.3 or newer (or a current runc)',
      costs: 'None known.',
      undo: 'Install the old version again.',
      how: 'See which program the engine uses: `podman info`, or the runtimes of containerd and Docker. A newer one in /usr/local/bin may not be it.',
      lowerTitle: 'Write a version into the config that the runtime takes (config only)',
      lowerCosts: 'Members that came later are still refused, or ignored.',
      lowerUndo: 'Put `{spec}` back at `/ociVersion`.',
    },
    zh,
  },
  judge({ specVersion, versions, runtime, failure }, say) {
    const version = versions?.get('crun') ?? (runtime?.value.name === 'crun' && runtime.value.version ? { value: runtime.value.version, span: runtime.span } : undefined);
    const match: Match = { spec: specVersion, version };
    const ours = failure?.symptom === 'spec-version-refused' ? failure : undefined;
    const old = version && isBefore(version.value, crunChecks);
    const spec = specVersion ? [mark(specVersion, say('spec'))] : [];
    if (ours) return proved(match, [...spec, mark(ours, say('told')), ...(version && old ? [mark(version, say('old'))] : [])]);
    const late = specVersion && isBefore(specVersion.value, '1.2.0') === false;
    if (late && version && old) return proved(match, [...spec, mark(version, say('old'))]);
    return version && old === false ? refuted([mark(version, say('fresh'))]) : open(match, ['runtime']);
  },
  explain({ spec }, say) {
    return { title: spec ? say('title', { spec: spec.value }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ spec }, say) {
    const verify = [look`crun --version; runc --version`];
    const upgrade = fix({ title: say('upgradeTitle'), risk: 'review', costs: say('costs'), commands: verify, undo: [say('undo')], verify, notes: [say('how')] });
    // crun checks the text of the version alone (libcrun/container.c); the config starts where it uses nothing newer.
    const plan = spec
      ? { patch: replace(spec, '1.0.2'), undo: [say('lowerUndo', { spec: spec.value })], verify: [look`jq .ociVersion config.json`] }
      : editConfig`.ociVersion = "1.0.2"`;
    return [fix({ title: say('lowerTitle'), risk: 'review', costs: say('lowerCosts'), ...plan }), upgrade];
  },
});
