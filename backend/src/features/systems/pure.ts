/** What other features may use of systems where there is no database and no framework: in a thread. */
export { entriesOf, type RegisterEntry } from './documents/register-entry';
export { placeStandards } from './documents/standard-list';
export {
  compilationNotesOf,
  systemContent,
  UNSET_DOCUMENTS,
  type SystemMaterial,
} from './documents/system-part';
export {
  primarySystemOf,
  type PrimarySystem,
  type PrimarySystemSource,
} from './primary-system-source';
