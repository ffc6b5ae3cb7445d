import type { Cause } from '../cause';
import type { CauseId } from '../cause-ids';
import { usernsMappingsWithoutNamespace } from './mapping/userns-mappings-without-namespace';
import { usernsWithoutMappings } from './mapping/userns-without-mappings';
import { containerRootUnmapped } from './mapping/container-root-unmapped';
import { processUserUnmapped } from './mapping/process-user-unmapped';
import { mappingOverlap } from './mapping/mapping-overlap';
import { mappingRangeInvalid } from './mapping/mapping-range-invalid';
import { rootfsPathRelative } from './rootfs/rootfs-path-relative';
import { rootfsPathMissing } from './rootfs/rootfs-path-missing';
import { rootfsNotOwnedByMapping } from './rootfs/rootfs-not-owned-by-mapping';
import { rootfsParentNotTraversable } from './rootfs/rootfs-parent-not-traversable';
import { rootfsReadonlyMountpointMissing } from './rootfs/rootfs-readonly-mountpoint-missing';
import { processExecutableMissing } from './process/process-executable-missing';
import { processExecutableDenied } from './process/process-executable-denied';
import { processCwdDenied } from './process/process-cwd-denied';
import { procMountWithoutPidNamespace } from './mounts/proc-mount-without-pid-namespace';
import { procMountMaskedByOuter } from './mounts/proc-mount-masked-by-outer';
import { sysfsMountWithoutNetworkNamespace } from './mounts/sysfs-mount-without-network-namespace';
import { devptsGidUnmapped } from './mounts/devpts-gid-unmapped';
import { bindSourceMissing } from './mounts/bind-source-missing';
import { bindSourceDenied } from './mounts/bind-source-denied';
import { maxUserNamespacesReached } from './kernel/max-user-namespaces-reached';
import { unprivilegedUsernsDisabled } from './kernel/unprivileged-userns-disabled';
import { apparmorRestrictsUserns } from './kernel/apparmor-restricts-userns';
import { subidRangeMissing } from './subid/subid-range-missing';
import { subidRangeMismatch } from './subid/subid-range-mismatch';
import { newidmapMissing } from './subid/newidmap-missing';
import { configInvalid } from './orchestration/config-invalid';
import { usernsPathWithMappings } from './mapping/userns-path-with-mappings';
import { mappingTooManyExtents } from './mapping/mapping-too-many-extents';
import { mappingToHostRoot } from './mapping/mapping-to-host-root';
import { hostRootNeedsSetfcap } from './mapping/host-root-needs-setfcap';
import { namespacePathInvalid } from './mapping/namespace-path-invalid';
import { joinedNamespaceForeign } from './mapping/joined-namespace-foreign';
import { mappingWriteDenied } from './mapping/mapping-write-denied';
import { nestedMappingExceedsParent } from './mapping/nested-mapping-exceeds-parent';
import { rootfsFilesystemUnsuitable } from './rootfs/rootfs-filesystem-unsuitable';
import { overlayUnprivilegedUnsupported } from './rootfs/overlay-unprivileged-unsupported';
import { imageIdsExceedMapping } from './rootfs/image-ids-exceed-mapping';
import { processExecFormat } from './process/process-exec-format';
import { processTerminalMisconfigured } from './process/process-terminal-misconfigured';
import { stdioNotReopenable } from './process/stdio-not-reopenable';
import { capabilityOrNnpLimits } from './process/capability-or-nnp-limits';
import { rlimitRaiseDenied } from './process/rlimit-raise-denied';
import { oomScoreAdjDenied } from './process/oom-score-adj-denied';
import { mqueueMountWithoutIpcNamespace } from './mounts/mqueue-mount-without-ipc-namespace';
import { cgroupMountInUserns } from './mounts/cgroup-mount-in-userns';
import { mountOptionIdUnmapped } from './mounts/mount-option-id-unmapped';
import { mountTypeNotPermitted } from './mounts/mount-type-not-permitted';
import { bindLockedFlags } from './mounts/bind-locked-flags';
import { volumeIdsUnmapped } from './mounts/volume-ids-unmapped';
import { bindNotRecursiveOverSubmounts } from './mounts/bind-not-recursive-over-submounts';
import { idmapMountFilesystemUnsupported } from './mounts/idmap-mount-filesystem-unsupported';
import { idmapMountKernelTooOld } from './mounts/idmap-mount-kernel-too-old';
import { idmapMountRuntimeTooOld } from './mounts/idmap-mount-runtime-too-old';
import { idmapMountConfigInvalid } from './mounts/idmap-mount-config-invalid';
import { idmapMountUnprivileged } from './mounts/idmap-mount-unprivileged';
import { bindMountWithFsOptions } from './mounts/bind-mount-with-fs-options';
import { mountDestinationInvalid } from './mounts/mount-destination-invalid';
import { deviceNodeDenied } from './mounts/device-node-denied';
import { mountPropagationDenied } from './mounts/mount-propagation-denied';
import { subidRangeTooSmall } from './subid/subid-range-too-small';
import { subidRangeOverlap } from './subid/subid-range-overlap';
import { subidRangeOutsideIdmappedHome } from './subid/subid-range-outside-idmapped-home';
import { staleUserNamespace } from './subid/stale-user-namespace';
import { newidmapNotPrivileged } from './subid/newidmap-not-privileged';
import { usernsNotInKernel } from './kernel/userns-not-in-kernel';
import { selinuxDeniesUserns } from './kernel/selinux-denies-userns';
import { apparmorProfileFailed } from './kernel/apparmor-profile-failed';
import { seccompBlocksNamespaces } from './kernel/seccomp-blocks-namespaces';
import { keyringQuotaExceeded } from './kernel/keyring-quota-exceeded';
import { sysctlDenied } from './kernel/sysctl-denied';
import { callerInChroot } from './kernel/caller-in-chroot';
import { procRestricted } from './kernel/proc-restricted';
import { cgroupNotDelegated } from './kernel/cgroup-not-delegated';
import { cgroupV1Rootless } from './kernel/cgroup-v1-rootless';
import { runtimeLacksUserns } from './orchestration/runtime-lacks-userns';
import { runtimeTooOldForSpec } from './orchestration/runtime-too-old-for-spec';
import { runtimeBinaryBroken } from './orchestration/runtime-binary-broken';
import { containerdLacksUserns } from './orchestration/containerd-lacks-userns';
import { snapshotterLacksIdmap } from './orchestration/snapshotter-lacks-idmap';
import { kubernetesUsernsDisabled } from './orchestration/kubernetes-userns-disabled';
import { kubeletSubidConfigInvalid } from './orchestration/kubelet-subid-config-invalid';
import { kubeletSubidRangeChanged } from './orchestration/kubelet-subid-range-changed';
import { podHostNamespaceConflict } from './orchestration/pod-host-namespace-conflict';
import { dockerUsernsRemapConflict } from './orchestration/docker-userns-remap-conflict';
import { rootlessEnvironmentIncomplete } from './orchestration/rootless-environment-incomplete';
import { privilegedPortRootless } from './orchestration/privileged-port-rootless';
import { nestedContainerNeedsPrivilege } from './orchestration/nested-container-needs-privilege';

/** Every cause by its id: the compiler finds the one that is missing. */
export const causes: Readonly<Record<CauseId, Cause>> = {
  'userns-mappings-without-namespace': usernsMappingsWithoutNamespace,
  'userns-without-mappings': usernsWithoutMappings,
  'container-root-unmapped': containerRootUnmapped,
  'process-user-unmapped': processUserUnmapped,
  'mapping-overlap': mappingOverlap,
  'mapping-range-invalid': mappingRangeInvalid,
  'rootfs-path-relative': rootfsPathRelative,
  'rootfs-path-missing': rootfsPathMissing,
  'rootfs-not-owned-by-mapping': rootfsNotOwnedByMapping,
  'rootfs-parent-not-traversable': rootfsParentNotTraversable,
  'rootfs-readonly-mountpoint-missing': rootfsReadonlyMountpointMissing,
  'process-executable-missing': processExecutableMissing,
  'process-executable-denied': processExecutableDenied,
  'process-cwd-denied': processCwdDenied,
  'proc-mount-without-pid-namespace': procMountWithoutPidNamespace,
  'proc-mount-masked-by-outer': procMountMaskedByOuter,
  'sysfs-mount-without-network-namespace': sysfsMountWithoutNetworkNamespace,
  'devpts-gid-unmapped': devptsGidUnmapped,
  'bind-source-missing': bindSourceMissing,
  'bind-source-denied': bindSourceDenied,
  'max-user-namespaces-reached': maxUserNamespacesReached,
  'unprivileged-userns-disabled': unprivilegedUsernsDisabled,
  'apparmor-restricts-userns': apparmorRestrictsUserns,
  'subid-range-missing': subidRangeMissing,
  'subid-range-mismatch': subidRangeMismatch,
  'newidmap-missing': newidmapMissing,
  'config-invalid': configInvalid,
  'userns-path-with-mappings': usernsPathWithMappings,
  'mapping-too-many-extents': mappingTooManyExtents,
  'mapping-to-host-root': mappingToHostRoot,
  'host-root-needs-setfcap': hostRootNeedsSetfcap,
  'namespace-path-invalid': namespacePathInvalid,
  'joined-namespace-foreign': joinedNamespaceForeign,
  'mapping-write-denied': mappingWriteDenied,
  'nested-mapping-exceeds-parent': nestedMappingExceedsParent,
  'rootfs-filesystem-unsuitable': rootfsFilesystemUnsuitable,
  'overlay-unprivileged-unsupported': overlayUnprivilegedUnsupported,
  'image-ids-exceed-mapping': imageIdsExceedMapping,
  'process-exec-format': processExecFormat,
  'process-terminal-misconfigured': processTerminalMisconfigured,
  'stdio-not-reopenable': stdioNotReopenable,
  'capability-or-nnp-limits': capabilityOrNnpLimits,
  'rlimit-raise-denied': rlimitRaiseDenied,
  'oom-score-adj-denied': oomScoreAdjDenied,
  'mqueue-mount-without-ipc-namespace': mqueueMountWithoutIpcNamespace,
  'cgroup-mount-in-userns': cgroupMountInUserns,
  'mount-option-id-unmapped': mountOptionIdUnmapped,
  'mount-type-not-permitted': mountTypeNotPermitted,
  'bind-locked-flags': bindLockedFlags,
  'volume-ids-unmapped': volumeIdsUnmapped,
  'bind-not-recursive-over-submounts': bindNotRecursiveOverSubmounts,
  'idmap-mount-filesystem-unsupported': idmapMountFilesystemUnsupported,
  'idmap-mount-kernel-too-old': idmapMountKernelTooOld,
  'idmap-mount-runtime-too-old': idmapMountRuntimeTooOld,
  'idmap-mount-config-invalid': idmapMountConfigInvalid,
  'idmap-mount-unprivileged': idmapMountUnprivileged,
  'bind-mount-with-fs-options': bindMountWithFsOptions,
  'mount-destination-invalid': mountDestinationInvalid,
  'device-node-denied': deviceNodeDenied,
  'mount-propagation-denied': mountPropagationDenied,
  'subid-range-too-small': subidRangeTooSmall,
  'subid-range-overlap': subidRangeOverlap,
  'subid-range-outside-idmapped-home': subidRangeOutsideIdmappedHome,
  'stale-user-namespace': staleUserNamespace,
  'newidmap-not-privileged': newidmapNotPrivileged,
  'userns-not-in-kernel': usernsNotInKernel,
  'selinux-denies-userns': selinuxDeniesUserns,
  'apparmor-profile-failed': apparmorProfileFailed,
  'seccomp-blocks-namespaces': seccompBlocksNamespaces,
  'keyring-quota-exceeded': keyringQuotaExceeded,
  'sysctl-denied': sysctlDenied,
  'caller-in-chroot': callerInChroot,
  'proc-restricted': procRestricted,
  'cgroup-not-delegated': cgroupNotDelegated,
  'cgroup-v1-rootless': cgroupV1Rootless,
  'runtime-lacks-userns': runtimeLacksUserns,
  'runtime-too-old-for-spec': runtimeTooOldForSpec,
  'runtime-binary-broken': runtimeBinaryBroken,
  'containerd-lacks-userns': containerdLacksUserns,
  'snapshotter-lacks-idmap': snapshotterLacksIdmap,
  'kubernetes-userns-disabled': kubernetesUsernsDisabled,
  'kubelet-subid-config-invalid': kubeletSubidConfigInvalid,
  'kubelet-subid-range-changed': kubeletSubidRangeChanged,
  'pod-host-namespace-conflict': podHostNamespaceConflict,
  'docker-userns-remap-conflict': dockerUsernsRemapConflict,
  'rootless-environment-incomplete': rootlessEnvironmentIncomplete,
  'privileged-port-rootless': privilegedPortRootless,
  'nested-container-needs-privilege': nestedContainerNeedsPrivilege,
};
