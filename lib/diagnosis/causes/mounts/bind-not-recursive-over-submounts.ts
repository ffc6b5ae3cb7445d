import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostMount, Mount } from '../../facts/facts';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { blank } from '../../fixes/blank';
import { look } from '../../fixes/sh';
import { zh } from './bind-not-recursive-over-submounts.zh';

interface Match {
  readonly mount: Mount | undefined;
  readonly below: HostMount | undefined;
}

export const bindNotRecursiveOverSubmounts = defineCause({
  id: 'bind-not-recursive-over-submounts',
  step: 'mount',
  effect: 'stops',
  explains: { 'mount-shape-refused': 'usually' },
  uses: ['mounts', 'hostMounts', 'failure'],
  references: [
    { title: 'mount_namespaces(7): mounts that come as a unit are locked together', url: 'https://man7.org/linux/man-pages/man7/mount_namespaces.7.html' },
    { title: 'Linux: fs/namespace.c, has_locked_children', url: 'https://github.com/torvalds/linux/blob/master/fs/namespace.c' },
  ],
  words: {
    en: {
      name: 'A plain bind of a tree that holds further mounts, which are locked together',
      pageWhy:
        'Mounts that a less privileged mount namespace inherits are locked together: what lies under a mount of the host may not be uncovered. A bind without its submounts would do that, so the kernel answers EINVAL. With rbind the whole tree comes along.',
      pageTell: 'The mount has option bind, not rbind, and `findmnt -R SOURCE` shows mounts below it. A file onto a directory gives "not a directory" instead.',
      pageSure: 'A bind without r was refused with EINVAL, and the mounts of the host show one below its source.',
      pageNot: 'The mount says rbind, or the mounts were shown and none lies below the source.',
      title: '`{source}` holds further mounts, and a plain `bind` would uncover what lies below them',
      titleUnknown: 'A plain bind mount would uncover what lies below the mounts of its source',
      explanation: 'In a user namespace the mounts of the host are locked together; they can be bound as a whole only.',
      asked: 'A bind without its submounts.',
      below: 'This mount lies below the source.',
      refused: 'The kernel found the bind invalid.',
      recursive: 'The tree is bound with all its mounts.',
      alone: 'No mount lies below the source.',
      fixTitle: 'Bind the whole tree: rbind in place of bind (config only)',
      costs: 'The container sees the mounts below the source as well.',
      undo: 'Put `bind` back.',
    },
    zh,
  },
  judge({ mounts, hostMounts, failure }, say) {
    const ours = failure?.symptom === 'mount-shape-refused' ? failure : undefined;
    const source = ours?.values.source?.value;
    const mount = mounts?.value.find((one) => one.bind && one.source === source);
    const plain = mount && !mount.options.some(({ value }) => value === 'rbind') ? mount : undefined;
    const root = plain?.source ?? source;
    const below = root ? hostMounts?.find(({ target }) => target.startsWith(`${root.replace(/\/$/, '')}/`)) : undefined;
    const match: Match = { mount: plain, below };
    if (mount && !plain) return refuted([mark(mount.span, say('recursive'))]);
    if (!ours) return open(match, ['failure']);
    const asked = plain ? [mark(plain.span, say('asked'))] : [];
    if (below) return proved(match, [...asked, mark(below.span, say('below')), mark(ours, say('refused'))]);
    const [first] = hostMounts ?? [];
    if (first && hostMounts && hostMounts.length > 3) return refuted([mark(first.span, say('alone'))]);
    return plain ? supported(match, [...asked, mark(ours, say('refused'))], ['hostMounts']) : open(match, ['mounts', 'hostMounts'], [mark(ours, say('refused'))]);
  },
  explain({ mount }, say) {
    return { title: mount ? say('title', { source: mount.source }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ mount }, say) {
    const option = mount?.options.find(({ value }) => value === 'bind');
    const verify = [mount ? look`findmnt -R -- ${mount.source}` : look`findmnt -R -- ${blank('source of the bind mount')}`];
    const patch = option ? replace(option, 'rbind') : [];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), patch, commands: patch.length > 0 ? [] : verify, undo: [say('undo')], verify })];
  },
});
