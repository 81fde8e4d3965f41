export * from './standard-number';
export * from './code-tables';
export { normalizeStandardNumber, parseStandardNumber } from './parse-standard-number';
export { formatStandardNumber } from './format-standard-number';
export { printedNumber } from './printed-number';
export {
  compareNaturally,
  compareStandardNumbers,
  identitiesOf,
  isEditionOf,
  isSameStandard,
} from './compare-standard-numbers';
export * from './standard-status';
export * from './own-numbering/numbering-rule';
export { canonicalText } from './canonical-text';
export * from './currency/index';
