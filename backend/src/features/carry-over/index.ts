export { CarryOverModule } from './carry-over.module';
