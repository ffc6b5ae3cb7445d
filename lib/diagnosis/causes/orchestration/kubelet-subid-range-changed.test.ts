import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { kubeletSubidRangeChanged } from './kubelet-subid-range-changed';

const refused = 'failed to run Kubelet: failed to create kubelet: create user namespace manager: record pod mappings: id 626982912 is out of range\n';

describeCause(kubeletSubidRangeChanged, {
  proved: {
    'the ID lies outside the range': { 'kubelet.log': refused, 'subuid': asRoot('cat /etc/subuid', 'kubelet:65536:7208960\n') },
    'the line alone': { 'kubelet.log': refused },
  },
  refuted: { 'the ID lies inside the range': { 'kubelet.log': refused, 'subuid': asRoot('cat /etc/subuid', 'kubelet:626982912:7208960\n') } },
  open: { 'another failure': { 'run.log': runc('args must not be empty') } },
});
