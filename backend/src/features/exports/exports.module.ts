import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImprovementsModule } from '../improvements';
import { OrganizationsModule } from '../organizations';
import { RecordsModule } from '../records';
import { StandardsModule } from '../standards';
import { SystemsModule } from '../systems';
import { FilesRepository } from './archive/files.repository';
import { SheetsRepository } from './archive/sheets.repository';
import { TablesRepository } from './archive/tables.repository';
import { Workbooks } from './archive/workbooks';
import { EXPORTS_ENTITIES } from './entities';
import { ExportsController } from './exports.controller';
import { ExportsRepository } from './exports.repository';
import { BuildExport } from './use-cases/build-export';
import { DownloadExport } from './use-cases/download-export';
import { OrderExport } from './use-cases/order-export';
import { SweepExports } from './use-cases/sweep-exports';

@Module({
  imports: [
    TypeOrmModule.forFeature(EXPORTS_ENTITIES),
    OrganizationsModule,
    StandardsModule,
    SystemsModule,
    RecordsModule,
    ImprovementsModule,
  ],
  controllers: [ExportsController],
  providers: [
    ExportsRepository,
    TablesRepository,
    FilesRepository,
    SheetsRepository,
    Workbooks,
    OrderExport,
    BuildExport,
    DownloadExport,
    SweepExports,
  ],
})
export class ExportsModule {}
