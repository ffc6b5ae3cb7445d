import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asRoot } from '../../testing/lines';
import { idmapMountRuntimeTooOld } from './idmap-mount-runtime-too-old';

const map = [{ containerID: 0, hostID: 0, size: 65536 }];
const config = bundleConfig({ mounts: [{ destination: '/data', type: 'bind', source: '/srv/data', options: ['rbind'], uidMappings: map, gidMappings: map }] });
const version = (text: string) => asRoot('runc --version', `runc version ${text}\n`);

describeCause(idmapMountRuntimeTooOld, {
  proved: { 'runc 1.1 ignores the member': { 'config.json': config, 'versions.txt': version('1.1.5') } },
  refuted: { 'runc 1.2 knows it': { 'config.json': config, 'versions.txt': version('1.2.0') } },
  supported: { 'the files are refused, and no version is shown': { 'config.json': config, 'run.log': "cat: can't open '/data/hello': Permission denied\n" } },
  open: { 'no mount asks for it': { 'config.json': bundleConfig() } },
});
