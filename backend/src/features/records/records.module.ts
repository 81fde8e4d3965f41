import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments';
import { EvidenceModule } from '../evidence';
import { OrganizationsModule } from '../organizations';
import { RecordImportsRepository } from './import/record-imports.repository';
import { RecordImportsController } from './record-imports.controller';
import { RecordsController } from './records.controller';
import { RecordsReader } from './records-reader';
import { RecordsRepository } from './records.repository';
import { ExportRecords } from './use-cases/export-records';
import { ImportRecords } from './use-cases/import-records';
import { ProveRecords } from './use-cases/prove-records';
import { WriteRecords } from './use-cases/write-records';
import { RECORDS_ENTITIES } from './entities';

@Module({
  imports: [
    TypeOrmModule.forFeature(RECORDS_ENTITIES),
    AssessmentsModule,
    EvidenceModule,
    OrganizationsModule,
  ],
  // Imports first: `records/:kind/imports` is no record.
  controllers: [RecordImportsController, RecordsController],
  providers: [
    RecordsRepository,
    RecordImportsRepository,
    RecordsReader,
    WriteRecords,
    ImportRecords,
    ExportRecords,
    ProveRecords,
  ],
  exports: [RecordsReader, RecordsRepository, WriteRecords, ExportRecords],
})
export class RecordsModule {}
