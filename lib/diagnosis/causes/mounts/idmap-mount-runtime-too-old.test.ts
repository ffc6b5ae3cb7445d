import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot } from '../../testing/lines';
import { idmapMountRuntimeTooOld } from './idmap-mount-runtime-too-old';

const map = [{ containerID: 0, hostID: 0, size: 65536 }];
const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'], uidMappings: map, gidMappings: map }] });
/** Only runc before 1.2 says so: the message names no uid. */
const oldWords = 'runc run failed: User namespaces enabled, but no user mapping found.\n';
const version = (text: string) => asRoot('runc --version', `runc version ${text}\n`);

describeCause(idmapMountRuntimeTooOld, {
  proved: {
    'runc 1.1 ignores the member': { 'config.json': config, 'versions.txt': version('1.1.5') },
    'no version is shown, and the words are those of runc before 1.2': { 'config.json': config, 'run.log': oldWords },
  },
  refuted: {
    'runc 1.2 knows it': { 'config.json': config, 'versions.txt': version('1.2.0') },
    'the words are those of runc 1.2 and later': { 'config.json': config, 'run.log': 'runc run failed: user namespaces enabled, but no mapping found for uid 0\n' },
    'a version that was printed wins over the words': { 'config.json': config, 'run.log': oldWords, 'versions.txt': version('1.4.0') },
  },
  supported: {
    'the files are refused, and no version is shown': { 'config.json': config, 'run.log': "cat: can't open '/data/hello': Permission denied\n" },
    'crun takes any map of a mount since 1.9': { 'config.json': config, 'versions.txt': 'crun version 1.8.1\n', 'run.log': "cat: can't open '/data/hello': Permission denied\n" },
  },
  open: {
    'crun 1.8 and nothing that failed: it may take this map': { 'config.json': config, 'versions.txt': 'crun version 1.8.1\n' },
    'no mount asks for it': { 'config.json': bundleConfig() },
    'the words are those of runc from 1.1 on': { 'config.json': config, 'run.log': 'runc run failed: invalid rootfs: lstat /srv/web/rootfs: no such file or directory\n' },
  },
});
