export { SystemsModule } from './systems.module';
export { PrimarySystemReader, type PrimarySystem } from './primary-system';
export { ReadSystems, type SystemView } from './use-cases/read-systems';
export { KeepSystems } from './use-cases/keep-systems';
export { ChangeSystem } from './use-cases/change-system';
export { levelOf } from './system-state';
