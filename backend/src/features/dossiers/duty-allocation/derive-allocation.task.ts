import type { DutyAllocation } from '@liangxing/dossier';
import { entriesOf, primarySystemOf, type PrimarySystemSource } from '../../systems/pure';
import type { ProfileMaterial } from '../dossier-material';
import { dutyAllocation } from '../snapshot/duty-allocation';

interface AllocationSource {
  readonly departments: ProfileMaterial['departments'];
  readonly system: PrimarySystemSource;
  /** For `entriesOf`. */
  readonly entries: string;
}

/** 职能分配表 as the register tells it. */
export function deriveAllocation({
  departments,
  system: source,
  entries,
}: AllocationSource): DutyAllocation {
  const { tree, places } = primarySystemOf(source);
  return dutyAllocation({ departments, tree, standards: entriesOf(entries, places) });
}
