import type { Fault } from '../fault';
import { healthyBundles } from './healthy';
import { brokenRuntimes, configFaults, hostFaults, pairs } from './host';
import { kernelFaults } from './kernel';
import { mappingFaults } from './mapping';
import { mountFaults } from './mounts';
import { nestedFaults } from './nested';
import { processFaults } from './process';
import { rootfsFaults } from './rootfs';

/** Everything that the lab breaks, and what it leaves whole. */
export const faults: readonly Fault[] = [...mappingFaults, ...rootfsFaults, ...processFaults, ...mountFaults, ...kernelFaults, ...nestedFaults, ...hostFaults, ...brokenRuntimes, ...configFaults, ...pairs, ...healthyBundles];
