import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Denial } from '../../facts/facts';
import { distributionWith } from '../../facts/security-modules';
import { barred } from '../../fixes/barred';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { hostPath } from '../../fixes/host-path';
import { change, look } from '../../fixes/sh';
import { zh } from './selinux-denies-userns.zh';

/** Types and programs of containers; a host logs denials of everything else as well. */
const ofContainers = /scontext=\S*(?:container|spc_t|svirt)|tclass=user_namespace|comm="(?:runc|crun|exe|podman|buildah|docker|conmon|newuidmap|newgidmap|unshare)/;

interface Match {
  readonly denial: Denial | undefined;
  /** The denied object is a user namespace itself (class user_namespace, Linux 6.1 and RHEL 9). */
  readonly creation: boolean;
  /** The rootfs or volume in which the refused path lies, on the host. */
  readonly tree: string | undefined;
}

export const selinuxDeniesUserns = defineCause({
  id: 'selinux-denies-userns',
  step: 'finish-isolation',
  effect: 'stops',
  explains: {
    'pod-namespace-refused': 'rarely',
    'namespaces-creation-refused': 'rarely',
    'selinux-refused': 'usually', 'userns-creation-refused': 'sometimes', 'mountpoint-create-denied': 'rarely', 'rootfs-entry-denied': 'rarely', 'bind-source-refused': 'rarely',
    'mount-refused': 'rarely', 'mount-flags-locked': 'rarely', 'volume-access-denied': 'rarely', 'executable-refused': 'rarely', 'masked-path-refused': 'rarely', 'proc-mount-refused': 'rarely',
    'apparmor-profile-refused': 'rarely',
    'overlay-refused': 'rarely',
    'init-vanished': 'rarely',
    'mount-denied': 'sometimes',
    'relabel-refused': 'usually',
  },
  underlies: ['rootfs-not-owned-by-mapping'],
  uses: ['denials', 'mounts', 'files', 'rootfsOnHost', 'versions', 'insideContainer', 'failure'],
  references: [
    { title: 'container-selinux', url: 'https://github.com/containers/container-selinux' },
    { title: 'Podman: volumes and SELinux labels', url: 'https://docs.podman.io/en/latest/markdown/podman-run.1.html' },
  ],
  words: {
    en: {
      name: 'SELinux denies the user namespace, a mount or a file',
      pageWhy:
        'SELinux checks every access against the labels of process and object, after owner and mode allowed it. A process of type container_t may not make a user namespace, and may use only files labelled for containers. The answer is permission denied, and the audit log has the reason.',
      pageTell: '`ausearch -m avc -ts recent` shows "avc: denied" with permissive=0 for the program at that time. Without such a line SELinux is not the cause.',
      pageSure: 'The audit log has a denial with permissive=0 for a process of a container, and the program was refused with EACCES or EPERM; or a label could not be set.',
      pageNot: 'The denials were only noted, with permissive=1.',
      titleCreation: 'SELinux denies `{comm}` to create a user namespace',
      title: 'SELinux denies `{comm}` an access that owner and mode would allow',
      titleUnknown: 'SELinux refuses an access or a label',
      theProcess: 'the process',
      explanation: 'The policy has no rule that lets this type of process do it. The kernel answers permission denied.',
      denied: 'SELinux denied this, and enforced it.',
      refused: 'This is what the program was answered.',
      told: 'A label could not be set.',
      permissive: 'SELinux only noted it: permissive=1.',
      host: 'This distribution has SELinux in force.',
      module: 'The kernel itself refuses with "operation not permitted": "permission denied" is the answer of a security module.',
      labelTitle: 'Give the files a label for containers',
      labelCosts: 'Every container may then read and write these files; with `Z` only this one.',
      unowned: 'The label was asked for with z or Z: only the owner of a file may change it, so the files are those of somebody else.',
      labelHow: 'Podman and Docker: `-v SOURCE:TARGET:z`. Where root has given the label, leave z and Z out. A label that `chcon` set is lost when the tree is relabelled; `semanage fcontext -a -t container_file_t` for the path keeps it.',
      nestTitle: 'Let this container make user namespaces',
      nestCosts: 'Its processes reach more of the kernel than before.',
      nestUndo: 'Start it without the option again.',
      nestHow: 'Podman: `--security-opt label=type:container_engine_t` (or `label=nested`). With container-selinux before 2.214 the type cannot; update it.',
      undo: '`restorecon -R` puts the old labels back.',
    },
    zh,
  },
  judge({ denials, mounts, rootfsOnHost, versions, insideContainer, failure }, say) {
    const ours = (denials ?? []).filter(({ module }) => module === 'selinux');
    const denial = ours.find(({ verdict, span }) => verdict === 'denied' && ofContainers.test(span.document.text.slice(span.start, span.end)));
    const creation = denial !== undefined && /tclass=user_namespace/.test(denial.span.document.text.slice(denial.span.start, denial.span.end));
    const refusedPath = (failure?.values.source ?? failure?.values.path)?.value ?? denial?.path;
    // A denial names a path as the process sees it; only what is known to be a directory of this container is labelled.
    const trees = [...(mounts?.value ?? []).filter(({ bind }) => bind).map(({ source }) => source), ...(rootfsOnHost ? [rootfsOnHost.value] : [])];
    const match: Match = { denial, creation, tree: trees.find((one) => refusedPath === one || refusedPath?.startsWith(`${one}/`)) };
    const label = failure?.symptom === 'selinux-refused' && !failure.row?.vague ? failure : undefined;
    if (label) return proved(match, [mark(label, say('told')), ...(denial ? [mark(denial.span, say('denied'))] : [])]);
    const errno = failure?.errno === 'EACCES' || failure?.errno === 'EPERM' ? failure : undefined;
    if (denial && (errno ?? failure?.symptom === 'selinux-refused')) return proved(match, [mark(denial.span, say('denied')), ...(errno ? [mark(errno, say('refused'))] : [])]);
    // Up to runc 1.3 its own words about the namespace are in a line apart, which containerd does not read.
    if (denial && creation && failure?.symptom === 'init-vanished') return proved(match, [mark(denial.span, say('denied')), mark(failure, say('refused'))]);
    if (denial) return supported(match, [mark(denial.span, say('denied'))], ['failure']);
    const noted = ours.find(({ verdict }) => verdict === 'audit');
    if (noted) return refuted([mark(noted.span, say('permissive'))]);
    // The kernel itself answers EPERM to both (create_user_ns(), may_mount()).
    if (failure?.symptom === 'relabel-refused') return supported(match, [mark(failure, say('unowned'))], ['files']);
    const refused = failure?.errno === 'EACCES' && ['mount-denied', 'userns-creation-refused'].includes(failure.symptom) ? failure : undefined;
    const host = distributionWith('selinux', versions);
    if (refused && host) return supported(match, [mark(host, say('host')), mark(refused, say('module'))], ['denials']);
    const creates = refused?.symptom === 'userns-creation-refused' && !insideContainer && !distributionWith('apparmor', versions);
    return refused && creates ? supported(match, [mark(refused, say('module'))], ['denials']) : open(match, ['denials']);
  },
  explain({ denial, creation }, say) {
    const explanation = say('explanation');
    if (!denial) return { title: say('titleUnknown'), explanation };
    const comm = denial.comm ?? say('theProcess');
    return { title: creation ? say('titleCreation', { comm }) : say('title', { comm }), explanation };
  },
  fixes({ tree: named, creation }, say) {
    const verify = [look`ausearch -m avc -ts recent`];
    const tree = named === undefined ? undefined : hostPath(named);
    const isBarred = named !== undefined && tree === undefined;
    const target = tree ?? blank('directory of the container or volume on the host');
    const label = fix({
      title: say('labelTitle'),
      risk: 'review',
      costs: say('labelCosts'),
      commands: isBarred ? verify : [...verify, look`ls -dZ -- ${target}`, change`chcon -R -t container_file_t -- ${target}`],
      undo: isBarred ? [say('undo')] : [change`restorecon -R -- ${target}`],
      verify: [...(isBarred ? [] : [look`ls -dZ -- ${target}`]), ...verify],
      notes: [...(isBarred && named ? [barred(named)] : []), say('labelHow')],
    });
    const nest = fix({ title: say('nestTitle'), risk: 'review', costs: say('nestCosts'), commands: [change`podman run --security-opt label=type:container_engine_t ${blank('the other options and image and command')}`], undo: [say('nestUndo')], verify, notes: [say('nestHow')], lowersIsolation: true });
    return creation ? [nest] : [label, nest];
  },
});
