export { ClosingModule } from './closing.module';
export { DELETE_ORGANIZATIONS } from './use-cases/delete-organizations';
