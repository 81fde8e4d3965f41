export { SystemsModule } from './systems.module';
export * from './content';
export { PrimarySystemReader } from './primary-system';
export { ReadSystems, type SystemView } from './use-cases/read-systems';
export { ReadCoverage, type SystemProgress } from './use-cases/read-coverage';
export { KeepSystems } from './use-cases/keep-systems';
export { ChangeSystem } from './use-cases/change-system';
export { levelOf } from './system-state';
export { registerEntries } from './documents/register-entries';
