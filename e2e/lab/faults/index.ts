import type { Fault } from '../fault';
import { mappingFaults } from './mapping';
import { rootfsFaults } from './rootfs';

export const faults: readonly Fault[] = [...mappingFaults, ...rootfsFaults];
