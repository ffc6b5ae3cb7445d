import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { kubeletSubidConfigInvalid } from './kubelet-subid-config-invalid';

const files = (line: string) => asRoot('cat /etc/subuid', line) + asRoot('cat /etc/subgid', line);

describeCause(kubeletSubidConfigInvalid, {
  proved: {
    'the line of the kubelet alone': { 'kubelet.log': 'failed to run Kubelet: failed to create kubelet: create user namespace manager: kubelet mappings: kubelet user assigned ID 100000 is not a multiple of 65536\n' },
    'getsubids is missing': { 'kubelet.log': 'create user namespace manager: kubelet mappings: exec: "getsubids": executable file not found in $PATH\n' },
    'a range that begins elsewhere': { 'session.txt': files('kubelet:100000:65536\n') },
  },
  refuted: { '110 whole blocks': { 'session.txt': files('kubelet:65536:7208960\n') } },
  open: { 'no user kubelet': { 'session.txt': files('app:100000:65536\n') }, 'another failure': { 'run.log': runc('args must not be empty') } },
});
