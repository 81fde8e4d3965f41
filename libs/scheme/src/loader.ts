export { SchemePackError, type ProblemCode, type SchemeProblem } from './pack/problem';
export type { PackDocument } from './pack/document';
export {
  loadScheme,
  loadSchemes,
  schemeFromDocument,
  type NamedDocument,
  type PackFile,
} from './pack/load';
export { documentFromScheme } from './pack/serialise';
export * from './table';
export { schemeFromEntry, type EntryPeople, type EntryRoots } from './entry/scheme-from-entry';
