export { ClosingModule } from './closing.module';
export { FORGET_DEPARTED } from './forget-departed';
export { DELETE_ORGANIZATIONS } from './use-cases/delete-organizations';
