export { ClientReportsModule } from './client-reports.module';
