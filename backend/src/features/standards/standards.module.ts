import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportPlansRepository } from './import-plans.repository';
import { ImportsRepository } from './imports.repository';
import { LinksOfStandards } from './links-of-standards';
import { StandardImportsController } from './standard-imports.controller';
import { StandardsController } from './standards.controller';
import { StandardsRepository } from './standards.repository';
import { CommitImport, UndoImport } from './use-cases/decide-import';
import { ExportStandards } from './use-cases/export-standards';
import { ForgetImports } from './use-cases/forget-imports';
import { FindAlike } from './use-cases/find-alike';
import { ForgetRemoved } from './use-cases/forget-removed';
import { ChangeStandard, RegisterStandard } from './use-cases/keep-standards';
import { RestoreStandards } from './use-cases/restore-standards';
import { ActOnMany } from './use-cases/act-on-many';
import { BinRepository } from './bin.repository';
import { RegisterActsController } from './register-acts.controller';
import { RegisterActsRepository } from './register-acts.repository';
import { TellRegisterChanged } from './use-cases/tell-register-changed';
import { PreviewImport } from './use-cases/preview-import';
import { ReadStandards } from './use-cases/read-standards';
import { STANDARDS_ENTITIES } from './entities';
import { WrittenImportsRepository } from './written-imports.repository';

@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature(STANDARDS_ENTITIES)],
  controllers: [RegisterActsController, StandardsController, StandardImportsController],
  providers: [
    StandardsRepository,
    LinksOfStandards,
    ImportPlansRepository,
    ImportsRepository,
    WrittenImportsRepository,
    ReadStandards,
    TellRegisterChanged,
    RegisterStandard,
    ChangeStandard,
    FindAlike,
    ActOnMany,
    RestoreStandards,
    ForgetRemoved,
    RegisterActsRepository,
    BinRepository,
    ExportStandards,
    PreviewImport,
    CommitImport,
    UndoImport,
    ForgetImports,
  ],
  exports: [StandardsRepository, ExportStandards],
})
export class StandardsModule {}
