import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig, editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { blank } from '../../fixes/blank';
import { look } from '../../fixes/sh';
import { zh } from './device-node-denied.zh';

interface Match {
  readonly device: Known<string> | undefined;
  readonly path: string | undefined;
  readonly missing: boolean;
}

export const deviceNodeDenied = defineCause({
  id: 'device-node-denied',
  step: 'mount',
  effect: 'stops',
  explains: { 'device-refused': 'usually', 'rootfs-entry-denied': 'rarely', 'pod-spec-refused': 'rarely' },
  uses: ['devices', 'files', 'failure'],
  references: [
    { title: 'mknod(2): EPERM', url: 'https://man7.org/linux/man-pages/man2/mknod.2.html' },
    { title: 'OCI runtime specification: devices', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#devices' },
  ],
  words: {
    en: {
      name: 'A device cannot be made in a user namespace, or its node is not on the host',
      pageWhy:
        'mknod of a device is refused in every user namespace, whatever its capabilities. Runtimes bind the node of the host instead, so it must exist there under the same path. Programs that call mknod themselves, as builders of images and layers with whiteouts do, are refused.',
      pageTell: '"No such file" for a path below /dev means that the host lacks it; "operation not permitted" from mknod that a program tried to make one.',
      pageSure: 'A device could not be created or bound, or a listing shows that the host lacks its node.',
      pageNot: 'The host has the node, and the message says "no such file".',
      titleMissing: 'The device `{path}` is not on the host, so it cannot be bound into the container',
      titleDenied: 'A device node cannot be made in a user namespace',
      explanation: 'In a user namespace the kernel refuses mknod, and the runtime binds the node of the host in its place.',
      asked: 'This device is asked for.',
      gone: 'The host has no such node.',
      told: 'The device could not be created or bound.',
      there: 'The node is on the host.',
      fixTitle: 'Leave the device out (config only)',
      costs: 'The container has no such device.',
      undo: 'Put the entry back into `/linux/devices`.',
      plug: 'Or plug it in, or load its driver, and see that its path is the same.',
      makeTitle: 'Bind the node of the host in place of making one',
      makeCosts: 'The container uses the very device of the host.',
      makeHow: 'Podman and Docker: `--device /dev/fuse`. A script that calls mknod: `mount --bind` from a directory that has the nodes, or fakeroot where they are only packed.',
    },
    zh,
  },
  judge({ devices, files, failure }, say) {
    const ours = failure?.symptom === 'device-refused' ? failure : undefined;
    const named = ours?.values.path?.value ?? ours?.values.source?.value ?? /(\/dev\/[\w/.-]+)/.exec(ours?.text ?? '')?.[1];
    const path = named?.replace(/:.*$/, '');
    const device = devices?.find(({ value }) => value === path || path?.endsWith(value)) ?? (devices?.length === 1 ? devices[0] : undefined);
    const listed = files?.at(device?.value ?? path ?? '');
    const missing = ours?.errno === 'ENOENT' || listed?.missing === true;
    const match: Match = { device, path: device?.value ?? path, missing };
    const asked = device ? [mark(device, say('asked'))] : [];
    if (listed?.missing) return proved(match, [...asked, mark(listed, say('gone')), ...(ours ? [mark(ours, say('told'))] : [])]);
    if (ours && missing && listed) return refuted([mark(listed, say('there'))]);
    // A line that names neither the call nor the node may mean another file.
    if (ours?.row?.vague) return supported(match, [...asked, mark(ours, say('told'))], ['failure']);
    return ours ? proved(match, [...asked, mark(ours, say('told'))]) : open(match, ['failure']);
  },
  explain: ({ path, missing }, say) => ({ title: missing ? say('titleMissing', { path: path ?? '' }) : say('titleDenied'), explanation: say('explanation') }),
  fixes({ device, path, missing }, say) {
    const verify = [path ? look`ls -l -- ${path}` : look`ls -l -- ${blank('path of the device')}`];
    if (!device && !missing) return [fix({ title: say('makeTitle'), risk: 'review', costs: say('makeCosts'), commands: verify, undo: [], verify, notes: [say('makeHow')] })];
    // A program may name the node by its place below the rootfs.
    const edited = device ? undefined : path ? editConfigWith({ path }, '.linux.devices |= map(select(.path as $node | $path | endswith($node) | not))') : editConfig`del(.linux.devices)`;
    const patch = device ? remove(device) : [];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), patch, commands: edited?.commands ?? [], undo: edited?.undo ?? [say('undo')], verify, notes: [say('plug')] })];
  },
});
