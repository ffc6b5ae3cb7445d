import { expect, test } from 'vitest';
import { readPatched } from './read-patched';

const replace = (path: string) => ({ op: 'replace' as const, path, value: 0 });

test('each member that is patched is read once, in the order of the patch', () => {
  expect(readPatched([replace('/linux/uidMappings/0/size'), replace('/linux/uidMappings/1/size'), replace('/linux/gidMappings/0/size'), replace('/mounts/4/options/1'), replace('/root/path'), replace('/ociVersion')])).toEqual([
    'jq .linux.uidMappings,.linux.gidMappings,.mounts,.root.path,.ociVersion config.json',
  ]);
});

test('a name of the evidence is in no command, and what is no member of a config is not read', () => {
  expect(readPatched([replace("/linux/a'; rm -rf ~1"), replace('/annotations/io.example'), replace('/spec/hostUsers')])).toEqual(['jq .linux,.annotations config.json']);
  expect(readPatched([])).toEqual([]);
});
