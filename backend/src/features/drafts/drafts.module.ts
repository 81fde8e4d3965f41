import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '../organizations';
import { StandardsModule } from '../standards';
import { DraftBatchesController } from './draft-batches.controller';
import { DraftWord } from './use-cases/draft-word';
import { DraftsController } from './drafts.controller';
import { DraftsRepository } from './drafts.repository';
import { NumberingController } from './numbering.controller';
import { KeepNumbering } from './use-cases/keep-numbering';
import { MoveDraft } from './use-cases/move-draft';
import { StartDrafts } from './use-cases/start-drafts';
import { WriteDrafts } from './use-cases/write-drafts';
import { DRAFTS_ENTITIES } from './entities';

/** The standards that an enterprise writes itself. */
@Module({
  imports: [TypeOrmModule.forFeature(DRAFTS_ENTITIES), OrganizationsModule, StandardsModule],
  controllers: [DraftsController, DraftBatchesController, NumberingController],
  providers: [DraftsRepository, WriteDrafts, StartDrafts, MoveDraft, KeepNumbering, DraftWord],
  exports: [DraftsRepository, StartDrafts, KeepNumbering],
})
export class DraftsModule {}
