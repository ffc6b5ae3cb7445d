import { describeCause } from '../../testing/describe-cause';
import { asUser } from '../../testing/lines';
import { overlayUnprivilegedUnsupported } from './overlay-unprivileged-unsupported';

const refusedOverlay = asUser('podman run alpine', 'Error: kernel does not support overlay fs: \'overlay\' mount failed: operation not permitted\n');
const uname = (version: string) => `Linux node1 ${version} #1 SMP x86_64 GNU/Linux\n`;

describeCause(overlayUnprivilegedUnsupported, {
  proved: {
    'before Linux 5.11': { 'run.log': refusedOverlay, 'uname.txt': uname('4.18.0-553.el8.x86_64') },
    'overlay on overlay': { 'run.log': "Error: 'overlay' is not supported over overlayfs, a mount_program is required: backing file system is unsupported for this graph driver\n" },
  },
  refuted: {
    'the mount program is the one that failed': { 'run.log': 'Error: mounting storage for container 5f2a: using mount program /usr/bin/fuse-overlayfs: fuse: device not found, try \'modprobe fuse\' first\nfuse-overlayfs: cannot mount: No such file or directory\n' },
    'a newer kernel': { 'run.log': refusedOverlay, 'uname.txt': uname('6.8.0-45-generic') },
    'Ubuntu allowed it earlier': { 'run.log': refusedOverlay, 'uname.txt': uname('5.4.0-150-generic') },
  },
  supported: {
    'an ordinary user, and no version': { 'run.log': refusedOverlay },
    'Debian has a switch before it': { 'run.log': refusedOverlay, 'uname.txt': uname('4.19.0-27-amd64') },
  },
  open: { 'nothing of a kernel or a user': { 'run.log': 'failed to mount overlay: operation not permitted\n' } },
});
