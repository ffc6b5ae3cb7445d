import { application } from './application';
import { bubblewrap } from './bubblewrap';
import { buildah } from './buildah';
import { buildSandboxes } from './build-sandboxes';
import { builds } from './builds';
import { clusters } from './clusters';
import { containerd } from './containerd';
import { criO } from './cri-o';
import { crun } from './crun';
import { crunIsolation } from './crun-isolation';
import { docker } from './docker';
import { harmless } from './harmless';
import { heldBack } from './held-back';
import { host } from './host';
import { images } from './images';
import { kubernetes } from './kubernetes';
import { limits } from './limits';
import { lxc } from './lxc';
import type { MessageRow } from './message';
import { network } from './network';
import { podman } from './podman';
import { progress } from './progress';
import { rootlesskit } from './rootlesskit';
import { runc } from './runc';
import { runcIsolation } from './runc-isolation';
import { sandboxes } from './sandboxes';
import { shadow } from './shadow';
import { stateFolders } from './state-folders';
import { systemd } from './systemd';
import { unrelated } from './unrelated';
import { youki } from './youki';

/** Every message that is known, by program. */
export const messageRows: readonly MessageRow[] = [
  ...runc,
  ...runcIsolation,
  ...crun,
  ...crunIsolation,
  ...containerd,
  ...criO,
  ...kubernetes,
  ...docker,
  ...podman,
  ...buildah,
  ...rootlesskit,
  ...shadow,
  ...stateFolders,
  ...youki,
  ...lxc,
  ...systemd,
  ...clusters,
  ...network,
  ...images,
  ...application,
  ...host,
  ...bubblewrap,
  ...sandboxes,
  ...buildSandboxes,
  ...unrelated,
  ...heldBack,
  ...limits,
  ...builds,
  ...harmless,
  ...progress,
];
