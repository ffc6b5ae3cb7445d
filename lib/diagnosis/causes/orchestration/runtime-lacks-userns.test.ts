import { describeCause } from '../../testing/describe-cause';
import { asRoot, runc } from '../../testing/lines';
import { runtimeLacksUserns } from './runtime-lacks-userns';

const ofRuntime = "Failed to create pod sandbox: can't set `spec.hostUsers: false`, runtime does not support user namespaces\n";

describeCause(runtimeLacksUserns, {
  proved: {
    'the handler lacks it': { 'events.txt': `Failed to create pod sandbox: can't set \`spec.hostUsers: false\`, RuntimeClass handler "runsc" does not support user namespaces\n` },
    'runc before 1.2 by its words': { 'events.txt': `failed to create containerd task: OCI runtime create failed: User namespaces enabled, but no user mapping found.: unknown\n${ofRuntime}` },
    'runc 1.1 does not report it': { 'events.txt': ofRuntime, 'versions.txt': asRoot('runc --version', 'runc version 1.1.12\n') },
  },
  refuted: { 'runc is new enough: the daemon is the matter': { 'events.txt': ofRuntime, 'versions.txt': asRoot('runc --version', 'runc version 1.2.4\n') } },
  supported: { 'the line alone': { 'events.txt': ofRuntime } },
  open: { 'another failure': { 'run.log': runc('args must not be empty') } },
});
