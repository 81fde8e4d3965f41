import type { OperationRules } from '@liangxing/system-structure';

/** What the templates forbid beyond what makes a sound tree. */
export const operationRules: OperationRules = {};
