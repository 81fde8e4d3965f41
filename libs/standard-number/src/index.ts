export * from './standard-number';
export * from './code-tables';
export {
  normalizeStandardNumber,
  parseStandardNumber,
  readStandardNumber,
  type NumberReading,
} from './parse-standard-number';
export { findStandardNumber, type FoundNumber } from './find-standard-number';
export { readNumberCell, standardNumbersIn } from './read-number-cell';
export { judgeNumberColumn, type NumberColumn } from './judge-number-column';
export type {
  NumberRemark,
  ReadingNote,
  ReadingNoteCode,
  RemarkLanguage,
} from './remarks/number-remark';
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
export * from './classification-codes';
export { canonicalText, LONGEST_TEXT } from './canonical-text';
export { hasRadicals, withoutRadicals } from './cjk-radicals';
export * from './currency/index';
