import { expect, test } from 'vitest';
import { makeDocument, quote } from './document';
import { readListing } from './listings';
import { recognise } from './recognise';

function entriesOf(text: string) {
  const { regions } = recognise(makeDocument('ls.txt', text));
  return regions.filter(({ kind }) => kind === 'listing').flatMap(readListing);
}

const short = (text: string) => entriesOf(text).map(({ path, mode, owner, group }) => `${path.value} ${(mode ?? 0).toString(8)} ${owner?.uid ?? owner?.name}:${group?.gid ?? group?.name}`);

test('ls -ln of a directory: names belong to it', () => {
  expect(short('root@n:/# ls -ln /srv/web\ntotal 4\ndrwxr-xr-x 18 65536 65536 4096 Nov  1 10:00 rootfs\n-rw-r--r-- 1 0 0 2873 Nov  1 10:00 config.json\n')).toEqual([
    '/srv/web/rootfs 755 65536:65536',
    '/srv/web/config.json 644 0:0',
  ]);
});

test('ls -ld shows the directory itself; sticky and setuid bits are read', () => {
  expect(short('root@n:/# ls -ld /tmp\ndrwxrwxrwt 10 root root 4096 2026-11-01 10:00 /tmp\n')).toEqual(['/tmp 1777 root:root']);
  expect(short('root@n:/# ls -l /usr/bin/newuidmap\n-rwsr-xr-x 1 root root 39296 Nov  1  2025 /usr/bin/newuidmap\n')).toEqual(['/usr/bin/newuidmap 4755 root:root']);
});

test('namei -l gives every directory on the way', () => {
  expect(short('$ namei -l /srv/web/rootfs\nf: /srv/web/rootfs\ndrwxr-xr-x root root /\ndrwx------ root root srv\ndrwxr-x--x app app web\ndrwxr-xr-x 65536 65536 rootfs\n')).toEqual([
    '/ 755 root:root',
    '/srv 700 root:root',
    '/srv/web 751 app:app',
    '/srv/web/rootfs 755 65536:65536',
  ]);
});

test('stat, in its own words and as it is asked to', () => {
  expect(short('# stat -c "%u:%g %a %n" /srv/web\n65536:65536 755 /srv/web\n')).toEqual(['/srv/web 755 65536:65536']);
  const long = '# stat /srv/web\n  File: /srv/web\n  Size: 4096\tBlocks: 8\tIO Block: 4096\tdirectory\nAccess: (0711/drwx--x--x)  Uid: (    0/    root)   Gid: (    0/    root)\n';
  expect(short(long)).toEqual(['/srv/web 711 0:0']);
});

test('what is not there is an entry too, and each path stands where its span says', () => {
  const entries = entriesOf("$ ls -l /srv/none /srv/a\nls: cannot access '/srv/none': No such file or directory\ndrwxr-xr-x 2 0 0 40 Nov  1 10:00 /srv/a\n");
  expect(entries.map(({ path, missing }) => [path.value, missing ?? false])).toEqual([['/srv/none', true], ['/srv/a', false]]);
  for (const { path } of entries) expect(quote(path.span)).toBe(path.value);
});
