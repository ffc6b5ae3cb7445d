import { describeCause } from '../../testing/describe-cause';
import { asRoot } from '../../testing/lines';
import { dockerUsernsRemapConflict } from './docker-userns-remap-conflict';

describeCause(dockerUsernsRemapConflict, {
  proved: {
    'the network of the host': { 'run.log': "docker: Error response from daemon: Cannot share the host's network namespace when user namespaces are enabled\n" },
    'privileged mode': { 'run.log': 'docker: Error response from daemon: privileged mode is incompatible with user namespaces.  You must run the container in the host namespace when running privileged mode.\n' },
  },
  refuted: { 'runc by itself has no daemon': { 'session.txt': asRoot('runc run web', 'runc run failed: args must not be empty\n') } },
  open: { 'another answer of the daemon': { 'run.log': 'docker: Error response from daemon: No such container: web\n' } },
});
