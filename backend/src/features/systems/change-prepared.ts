import { applyOperations, type StandardSystem } from '@liangxing/system-structure';
import { operationRules } from './operation-rules';
import { plainOperation, requireStandards } from './step-operations';
import { orRefuse } from './structure-refusal';
import type { AskedOperation } from './system';

/** What is expected of an enterprise is decided on by the enterprise. */
const rules = { ...operationRules, isExpected: () => false };

/**
 * A structure that belongs to no register, after operations, all or none.
 * @throws ProblemError structure_refused, also where a standard is placed or an expectation is decided on
 */
export function changePrepared(
  system: StandardSystem,
  asked: readonly AskedOperation[],
): StandardSystem {
  return orRefuse(() => {
    const operations = asked.map(plainOperation);
    requireStandards(operations, new Set());
    return applyOperations({ system, places: new Map() }, operations, rules).state.system;
  });
}
