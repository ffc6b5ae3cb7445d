import type { Known } from '../documents/document';
import type { Facts } from './facts';

/** Distributions whose kernels are built with SELinux and without AppArmor. */
const selinux = /fedora|red hat|\brhel|centos|rocky linux|almalinux|oracle linux|\.el\d|\.fc\d/i;
/** Distributions that start with AppArmor in force. */
const apparmor = /ubuntu|debian|suse|proxmox|-pve\b/i;

/** What tells that the host is of a distribution with this security module. */
export function distributionWith(module: 'selinux' | 'apparmor', versions: Facts['versions']): Known<string> | undefined {
  const pattern = module === 'selinux' ? selinux : apparmor;
  return [...(versions ?? [])].find(([, version]) => pattern.test(version.value))?.[1];
}
