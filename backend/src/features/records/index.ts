export { ExportRecords } from './use-cases/export-records';
export { RecordsModule } from './records.module';
export { RecordsReader } from './records-reader';
export { RecordsRepository } from './records.repository';
export { WriteRecords } from './use-cases/write-records';
