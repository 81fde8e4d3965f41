export { SystemsModule } from './systems.module';
export { PrimarySystemReader, type PrimarySystem } from './primary-system';
export { ReadSystems, type SystemView } from './use-cases/read-systems';
export { ReadCoverage, type SystemProgress } from './use-cases/read-coverage';
export { KeepSystems } from './use-cases/keep-systems';
export { ChangeSystem } from './use-cases/change-system';
export { levelOf } from './system-state';
export { registerEntries, type RegisterEntry } from './documents/register-entries';
export { systemContent, UNSET_DOCUMENTS } from './documents/system-part';
