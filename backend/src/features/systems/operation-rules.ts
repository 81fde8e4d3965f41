import { EXPECTATIONS, mayTrimNode, type OperationRules } from '@liangxing/system-structure';

const expected = new Set(EXPECTATIONS.map(({ id }) => id));

/** What the templates forbid beyond what makes a sound tree. */
export const operationRules: OperationRules = {
  mayTrim: mayTrimNode,
  isExpected: (expectation) => expected.has(expectation),
};
