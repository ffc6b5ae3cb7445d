// npm run bench:config: an OCI config of 8 KB read, checked and diagnosed, against JSON.parse and ajv with the schema of the OCI.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import { diagnose } from '../../lib/diagnosis/diagnose';
import { bundleConfig, soundConfig } from '../../lib/diagnosis/testing/bundle-config';
import { interleaved, missing, tell } from './compare';

const schemas = process.env.OCI_SCHEMA ?? '/usr/share/gocode/src/github.com/opencontainers/runtime-spec/schema';

/** A sound config with as many mounts as make it 8 KB. */
function config(): string {
  const mounts = Array.from({ length: 40 }, (_, index) => ({ destination: `/data/volume-${index}`, type: 'bind', source: `/srv/volumes/volume-${index}`, options: ['rbind', 'ro', 'nosuid'] }));
  return bundleConfig({ mounts: [...((soundConfig as { mounts?: object[] }).mounts ?? []), ...mounts] }).slice(0);
}

if (!existsSync(schemas)) {
  missing('ajv with the OCI schema', 'apt-get install golang-github-opencontainers-specs-dev, or set OCI_SCHEMA to the folder schema/ of runtime-spec');
} else {
  const ajv = new Ajv({ strict: false, logger: false });
  for (const name of readdirSync(schemas).filter((one) => one.startsWith('defs') || (one.startsWith('config-') && one !== 'config-schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(path.join(schemas, name), 'utf8')) as object, name);
  }
  const validate = ajv.compile(JSON.parse(readFileSync(path.join(schemas, 'config-schema.json'), 'utf8')) as object);
  const text = config();
  const times = (work: () => unknown) => () => {
    for (let count = 0; count < 200; count++) work();
  };
  const ours = times(() => diagnose([{ name: 'config.json', text }]));
  const theirs = times(() => validate(JSON.parse(text)));
  ours();
  theirs();
  console.log(`${text.length} bytes; by the schema it is ${validate(JSON.parse(text)) ? 'valid' : 'not valid'}`);
  const took = await interleaved({ ours, theirs });
  console.log(`${(took.ours / 200).toFixed(3)} ms against ${(took.theirs / 200).toFixed(3)} ms`);
  tell('a config of 8 KB diagnosed', 'JSON.parse and ajv with the OCI schema', took.ours / took.theirs, { most: 10 });
}
