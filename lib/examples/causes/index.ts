import type { CauseId } from '../../diagnosis/cause-ids';
import type { CauseExample } from '../cause-example';
import { kernelExamples } from './kernel';
import { mappingExamples } from './mapping';
import { mountsExamples } from './mounts';
import { orchestrationExamples } from './orchestration';
import { processExamples } from './process';
import { rootfsExamples } from './rootfs';
import { subidExamples } from './subid';

/** A bad and a good example of every cause: what the reference shows, and what the tests of the engine run. */
export const causeExamples: Readonly<Record<CauseId, CauseExample>> = {
  ...mappingExamples,
  ...rootfsExamples,
  ...processExamples,
  ...mountsExamples,
  ...kernelExamples,
  ...subidExamples,
  ...orchestrationExamples,
};
