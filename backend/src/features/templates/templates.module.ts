import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DraftsModule } from '../drafts';
import { ImprovementsModule } from '../improvements';
import { OrganizationsModule } from '../organizations';
import { PortfolioModule } from '../portfolio';
import { SchemesModule } from '../schemes';
import { StandardsModule } from '../standards';
import { SystemsModule } from '../systems';
import { ClientsInTurn } from './copies/clients-in-turn';
import { CopyActions } from './copies/copy-actions';
import { CopyDrafts } from './copies/copy-drafts';
import { CopyNumbering } from './copies/copy-numbering';
import { CopySchemes } from './copies/copy-schemes';
import { CopyStructures } from './copies/copy-structures';
import { TEMPLATES_ENTITIES } from './entities';
import { TemplateFilesRepository } from './template-files.repository';
import { TemplatesController } from './templates.controller';
import { TemplatesRepository } from './templates.repository';
import { CopyTemplate } from './use-cases/copy-template';
import { KeepTemplateFiles } from './use-cases/keep-template-files';
import { KeepTemplates } from './use-cases/keep-templates';
import { RemoveUnnamedFiles } from './use-cases/remove-unnamed-files';

/** What a consultancy prepares once and copies to its clients. */
@Module({
  imports: [
    TypeOrmModule.forFeature(TEMPLATES_ENTITIES),
    DraftsModule,
    ImprovementsModule,
    OrganizationsModule,
    PortfolioModule,
    SchemesModule,
    StandardsModule,
    SystemsModule,
  ],
  controllers: [TemplatesController],
  providers: [
    TemplatesRepository,
    TemplateFilesRepository,
    RemoveUnnamedFiles,
    KeepTemplates,
    KeepTemplateFiles,
    ClientsInTurn,
    CopyStructures,
    CopyNumbering,
    CopyDrafts,
    CopyActions,
    CopySchemes,
    CopyTemplate,
  ],
  exports: [KeepTemplates, KeepTemplateFiles, TemplatesRepository],
})
export class TemplatesModule {}
