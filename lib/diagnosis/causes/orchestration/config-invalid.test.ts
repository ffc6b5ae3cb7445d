import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { runc } from '../../testing/lines';
import { configInvalid } from './config-invalid';

const twice = [{ type: 'user' }, { type: 'user' }, { type: 'pid' }, { type: 'mount' }];

describeCause(configInvalid, {
  proved: {
    'a missing comma': { 'config.json': bundleConfig().replace('"cwd": "/",', '"cwd": "/"') },
    'a string in place of a flag': { 'config.json': bundleConfig({ process: { terminal: 'false' } }) },
    'a namespace type that stands twice': { 'config.json': bundleConfig({ linux: { namespaces: twice } }) },
    'the line of runc alone': { 'run.log': runc("invalid character '}' looking for beginning of object key string") },
  },
  refuted: {
    'the config that was given is sound, and a mapping was refused': {
      'config.json': bundleConfig(),
      'run.log': runc('json: cannot unmarshal string into Go struct field LinuxIDMapping.linux.uidMappings.size of type uint32'),
    },
  },
  open: {
    'a sound config, and another failure': { 'config.json': bundleConfig(), 'run.log': runc('args must not be empty') },
    'a number of a mapping is a fault of the mapping': {
      'run.log': runc('json: cannot unmarshal string into Go struct field LinuxIDMapping.linux.uidMappings.size of type uint32'),
    },
  },
});
