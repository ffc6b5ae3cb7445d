import { describe, expect, test } from 'vitest';
import { asUser } from '../testing/lines';
import { gatherFacts } from './gather-facts';

const whole = '         0          0 4294967295\n';
const factsOf = (text: string) => gatherFacts([{ name: 'session.txt', text }]);

test('an option is read once, however much its command printed', () => {
  const { uidMap } = factsOf(asUser('ctr run --uidmap 0:100000:65536 --gidmap 0:100000:65536 app web', 'started\n\ndrwxr-xr-x 2 nobody nogroup 40 Mar  1 10:00 data\n'));
  expect(uidMap?.value.extents).toHaveLength(1);
});

describe('the map of the shell around the runtime', () => {
  test.each(['cat /proc/self/uid_map', 'cat /proc/self/uid_map /proc/self/gid_map', 'sudo cat /proc/$$/uid_map'])('%s', (command) => {
    const { outerUidMap, uidMap, gidMap } = factsOf(asUser(command, whole.repeat(2)));
    expect(outerUidMap?.value.extents.map(({ size }) => size.value)).toEqual([4294967295]);
    expect([uidMap, gidMap]).toEqual([undefined, undefined]);
  });

  test('its gid_map is no map of the container', () => {
    expect(factsOf(asUser('cat /proc/self/gid_map', whole))).not.toMatchObject({ gidMap: expect.anything() as unknown });
    expect(factsOf(asUser('cat /proc/self/gid_map', whole)).outerUidMap).toBeUndefined();
  });

  test('a file that maps every ID to itself belongs to no container', () => {
    const { outerUidMap, uidMap } = factsOf(whole);
    expect(outerUidMap?.value.holdsContainer(4294967294)).toBe(true);
    expect(uidMap).toBeUndefined();
  });

  test.each(['podman unshare cat /proc/self/uid_map', 'cat /proc/4711/uid_map'])('%s shows a namespace below it', (command) => {
    const { outerUidMap, uidMap } = factsOf(asUser(command, '         0       1000          1\n         1     100000      65536\n'));
    expect(outerUidMap).toBeUndefined();
    expect(uidMap?.value.hostRanges).toBe('1000, 100000-165535');
  });
});
