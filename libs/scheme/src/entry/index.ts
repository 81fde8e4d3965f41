export * from './entry';
export { entryFromScheme } from './entry-from-scheme';
export { entryProblems, floorOfShare } from './entry-problems';
export { proposeMapping, type MappingProposal } from './propose-mapping';
export {
  differingFields,
  readingForm,
  type ReadingForm,
  type RouteReading,
  type SecondReading,
} from './second-reading';
