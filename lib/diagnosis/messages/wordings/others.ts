import { wordingsOf } from './wording';

/** Words of newuidmap, youki and the kernel. Versions: the git tags in which the string stands. */
export const othersWordings = [
  ...wordingsOf('shadow', [
    [[{ from: '4.1.3' }], [
      'newuidmap: cannot open …',
      'newgidmap: cannot open …',
    ]],
    [[{ from: '4.2.1' }], [
      'newuidmap: uid range […-…) -> [',
      'newuidmap: write to … failed',
      'newuidmap: open of … failed',
      'newuidmap: ranges: … is wrong for argc',
      'Could not open proc directory for target',
      'newuidmap: Could not stat directory for target process',
      'newgidmap: gid range […-…) -> [',
      'newgidmap: write to … failed',
      'newgidmap: open of … failed',
      'newgidmap: ranges: … is wrong for argc',
      'newgidmap: Could not stat directory for target process',
    ]],
    [[{ from: '4.3.1' }], [
      'newuidmap: subuid overflow detected',
      'newgidmap: subuid overflow detected',
    ]],
    [[{ from: '4.6' }], [
      `newgidmap: couldn't open process setgroups`,
      `newgidmap: kernel doesn't support setgroups restrictions`,
      'newgidmap: failed to setgroups … policy',
    ]],
    [[{ from: '4.7' }], [
      'newuidmap: Could not prctl(PR_SET_KEEPCAPS)',
      'newuidmap: Could not seteuid to',
      'newuidmap: Could not set caps',
      'newgidmap: Could not prctl(PR_SET_KEEPCAPS)',
      'newgidmap: Could not seteuid to',
      'newgidmap: Could not set caps',
    ]],
    [[{ from: '4.9' }], [
      'Error fetching ranges',
    ]],
    [[{ from: '4.14.0-rc1' }], [
      'newuidmap: Target process is owned by a different user: uid:… pw_uid:… st_uid',
      'newgidmap: Target process is owned by a different user: uid:… pw_uid:… st_uid',
    ]],
  ]),
  ...wordingsOf('youki', [
    [[{ from: '0.2.0' }], [
      'new user namespace requires valid uid mappings',
      'new user namespace requires valid gid mappings',
      'mount options require mapping valid uid inside the container with new user namespace',
      'mount options require mapping valid gid inside the container with new user namespace',
    ]],
  ]),
  ...wordingsOf('linux', [
    [[{ from: '5.12', before: '5.19' }], [
      'overlayfs: idmapped layers are currently not supported',
    ]],
  ]),
];
