import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { SubidRange } from '../../facts/facts';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './kubelet-subid-config-invalid.zh';

/** IDs of one pod, and pods of a node by default (pkg/kubelet/userns: idsPerPod 65536; maxPods 110). */
const perPod = 65536;
const pods = 110;

interface Match {
  readonly range: SubidRange | undefined;
  readonly tool: boolean;
}

export const kubeletSubidConfigInvalid = defineCause({
  id: 'kubelet-subid-config-invalid',
  step: 'allocate-ids',
  effect: 'stops',
  explains: { 'kubelet-range-refused': 'usually', 'kubelet-range-changed': 'rarely', 'mapping-numbers-refused': 'rarely' },
  uses: ['subuids', 'subgids', 'failure'],
  references: [
    { title: 'Kubernetes: user namespaces, set up a node', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/#set-up-a-node-to-support-user-namespaces' },
    { title: 'Kubernetes: pkg/kubelet/userns', url: 'https://github.com/kubernetes/kubernetes/tree/master/pkg/kubelet/userns' },
  ],
  words: {
    en: {
      name: 'The range of IDs that the kubelet is given does not fit its rules',
      pageWhy:
        'Where a user named kubelet exists, the kubelet asks getsubids for its range. It must be one line, the same in both files, begin at a multiple of 65536 above 0, and hold 65536 IDs for each pod, 110 by default. Otherwise, or where getsubids is missing, the kubelet does not start.',
      pageTell: 'The kubelet ends as it starts, with "kubelet mappings" or "kubelet user assigned". Without a user kubelet it takes a default range and none of this applies.',
      pageSure: 'The kubelet refuses its range as it starts; or the line of the user kubelet does not begin at a multiple of 65536 above 0, or holds less than 110 whole blocks.',
      pageNot: 'The line of the user kubelet keeps these rules.',
      title: 'The range of the user kubelet does not fit: it must begin at a multiple of 65536 and hold 65536 IDs a pod',
      titleTool: 'getsubids is missing, which the kubelet calls for the range of its user',
      explanation: 'The kubelet hands each pod 65536 IDs of its range and starts only where the range is fit for that.',
      told: 'The kubelet refused the range.',
      bad: 'From {start}, {count} IDs: not whole blocks of 65536, or too few for the pods.',
      fine: 'Whole blocks of 65536, enough for the pods.',
      fixTitle: 'Grant the user kubelet {count} IDs from 65536 on',
      costs: 'These host IDs belong to pods from then on; drain the node first where pods run with other ones.',
      undo: 'Put the old lines back.',
      toolTitle: 'Install getsubids (package uidmap; shadow-utils-subid on Fedora and RHEL)',
      toolCosts: 'A program more on the host.',
      restart: 'Restart the kubelet afterwards.',
    },
    zh,
  },
  judge({ subuids, subgids, failure }, say) {
    const ranges = [subuids, subgids].flatMap((file) => file?.value.ranges.filter(({ owner }) => owner === 'kubelet') ?? []);
    const bad = ranges.find(({ start, count }) => start < perPod || start % perPod !== 0 || count % perPod !== 0 || count / perPod < pods);
    const ours = failure?.symptom === 'kubelet-range-refused' ? failure : undefined;
    const match: Match = { range: bad, tool: /getsubids/.test(ours?.text ?? '') };
    const shown = bad ? [mark(bad.span, say('bad', { start: bad.start, count: bad.count }))] : [];
    if (ours) return proved(match, [mark(ours, say('told')), ...shown]);
    if (bad) return proved(match, shown);
    const [first] = ranges;
    return first ? refuted([mark(first.span, say('fine'))]) : open(match, ['subuids', 'subgids']);
  },
  explain: ({ tool }, say) => ({ title: tool ? say('titleTool') : say('title'), explanation: say('explanation') }),
  fixes({ range, tool }, say) {
    const verify = [look`getsubids kubelet; getsubids -g kubelet`];
    if (tool) return [fix({ title: say('toolTitle'), risk: 'review', costs: say('toolCosts'), commands: [change`apt-get install -y uidmap`], undo: [change`apt-get remove -y uidmap`], verify, notes: [say('restart')] })];
    const count = perPod * pods;
    const [first, last] = [perPod, perPod + count - 1];
    const before = range ? { first: range.start, last: range.start + range.count - 1 } : undefined;
    const drop = before ? [change`usermod --del-subuids ${before.first}-${before.last} --del-subgids ${before.first}-${before.last} kubelet`] : [];
    return [
      fix({
        title: say('fixTitle', { count }),
        risk: 'review',
        costs: say('costs'),
        commands: [look`grep . /etc/subuid /etc/subgid`, ...drop, change`usermod --add-subuids ${first}-${last} --add-subgids ${first}-${last} kubelet`],
        undo: [change`usermod --del-subuids ${first}-${last} --del-subgids ${first}-${last} kubelet`, ...(before ? [change`usermod --add-subuids ${before.first}-${before.last} --add-subgids ${before.first}-${before.last} kubelet`] : [say('undo')])],
        verify,
        notes: [say('restart')],
      }),
    ];
  },
});
