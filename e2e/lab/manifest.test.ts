import { describe, expect, test } from 'vitest';
import { chooseVersion, manifest, minorOf, readMadison } from './manifest';

const madison = `      runc | 1.4.3+ds1-1 | http://mirror/debian experimental/main amd64 Packages
      runc | 1.3.9+ds1-1 | http://mirror/debian sid/main amd64 Packages
      runc | 1.3.6+ds1-2 | http://mirror/debian trixie/main amd64 Packages
   libcap2 | 1:2.78-1+b1 | http://mirror/debian sid/main amd64 Packages
N: some notice
`;
const wanted = (version: string, suite = 'sid') => ({ package: 'runc', suite, version, sha256: '' });

test('reads what apt-cache madison prints', () => {
  expect(readMadison(madison)).toEqual([
    { version: '1.4.3+ds1-1', suite: 'experimental' },
    { version: '1.3.9+ds1-1', suite: 'sid' },
    { version: '1.3.6+ds1-2', suite: 'trixie' },
    { version: '1:2.78-1+b1', suite: 'sid' },
  ]);
});

test.each([['1:2.78-1+b1', '2.78'], ['1.0.0~rc93+ds1-5+deb11u5', '1.0'], ['0.17+dfsg-1', '0.17'], ['1.28-1', '1.28']])('%s is of %s', (version, minor) => {
  expect(minorOf(version)).toBe(minor);
});

describe('choosing a version', () => {
  const listed = readMadison(madison);
  test('the one of the manifest, in whatever suite it is now', () => {
    expect(chooseVersion(wanted('1.3.6+ds1-2'), listed)).toEqual({ version: '1.3.6+ds1-2', suite: 'trixie', pinned: true });
  });
  test('the newest of the same x.y where the suite has moved on', () => {
    expect(chooseVersion(wanted('1.3.0+ds1-1'), listed)).toEqual({ version: '1.3.9+ds1-1', suite: 'sid', pinned: false });
  });
  test('nothing where that x.y is gone, and for a library what its suite has', () => {
    expect(chooseVersion(wanted('1.2.5'), listed)).toBeUndefined();
    expect(chooseVersion(wanted('1.2.5'), listed, true)?.version).toBe('1.3.9+ds1-1');
  });
});

test('every unpacked package has a sum, and its name says its x.y', () => {
  for (const one of [...manifest.unpacked, ...manifest.libraries]) expect(one.sha256).toMatch(/^[\da-f]{64}$/);
  for (const { id, package: name, version } of manifest.unpacked) expect(id.startsWith(`${name}-${minorOf(version)}`)).toBe(true);
  expect(manifest.packages).toEqual(expect.arrayContaining(manifest.system.map((one) => one.package)));
});
