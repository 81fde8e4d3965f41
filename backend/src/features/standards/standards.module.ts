import { Module } from '@nestjs/common';
import { ImportsRepository } from './imports.repository';
import { StandardImportsController } from './standard-imports.controller';
import { StandardsController } from './standards.controller';
import { StandardsRepository } from './standards.repository';
import { CommitImport, UndoImport } from './use-cases/decide-import';
import { ExportStandards } from './use-cases/export-standards';
import { ForgetImports } from './use-cases/forget-imports';
import { ChangeStandard, RegisterStandard, RemoveStandards } from './use-cases/keep-standards';
import { PreviewImport } from './use-cases/preview-import';
import { ReadStandards } from './use-cases/read-standards';

@Module({
  controllers: [StandardsController, StandardImportsController],
  providers: [
    StandardsRepository,
    ImportsRepository,
    ReadStandards,
    RegisterStandard,
    ChangeStandard,
    RemoveStandards,
    ExportStandards,
    PreviewImport,
    CommitImport,
    UndoImport,
    ForgetImports,
  ],
  exports: [StandardsRepository],
})
export class StandardsModule {}
