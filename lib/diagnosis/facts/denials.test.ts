import { expect, test } from 'vitest';
import { gatherFacts } from './gather-facts';

const denial = '[ 12.345] audit: type=1326 audit(1772359200.123:45): auid=0 uid=0 gid=0 ses=1 pid=4242 comm="runc:[2:INIT]" exe="/usr/bin/runc" sig=0 arch=c000003e syscall=250 compat=0 ip=0x0 code=0x50000';
const session = (printed: string) => [{ name: 'session.txt', text: `root@node1:~# dmesg | grep -E 'apparmor=|avc:|type=1326'\n${printed}root@node1:~# uname -r\n6.1.0-18-amd64\n` }];

test('a command that looks for denials is none', () => expect(gatherFacts(session('')).denials ?? []).toEqual([]));
test('what it printed is one', () => expect(gatherFacts(session(`${denial}\n`)).denials).toMatchObject([{ module: 'seccomp' }]));
