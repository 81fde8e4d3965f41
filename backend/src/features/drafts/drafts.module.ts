import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '../organizations';
import { StandardsModule } from '../standards';
import { DraftBatchesController } from './draft-batches.controller';
import { DraftWord } from './use-cases/draft-word';
import { DraftsController } from './drafts.controller';
import { DraftFilesRepository } from './draft-files.repository';
import { DraftsRepository } from './drafts.repository';
import { NumberingController } from './numbering.controller';
import { KeepDraftFile } from './use-cases/keep-draft-file';
import { KeepNumbering } from './use-cases/keep-numbering';
import { MoveDraft } from './use-cases/move-draft';
import { RecordDraftFiles } from './use-cases/record-draft-files';
import { StartDrafts } from './use-cases/start-drafts';
import { WriteDrafts } from './use-cases/write-drafts';
import { DRAFTS_ENTITIES } from './entities';
import { DraftWordValues } from './word/draft-word-values';
import { WordFiles } from './use-cases/word-files';

/** The standards that an enterprise writes itself. */
@Module({
  imports: [TypeOrmModule.forFeature(DRAFTS_ENTITIES), OrganizationsModule, StandardsModule],
  controllers: [DraftsController, DraftBatchesController, NumberingController],
  providers: [
    DraftsRepository,
    DraftFilesRepository,
    DraftWordValues,
    WordFiles,
    RecordDraftFiles,
    WriteDrafts,
    StartDrafts,
    MoveDraft,
    KeepNumbering,
    KeepDraftFile,
    DraftWord,
  ],
  exports: [
    DraftsRepository,
    DraftFilesRepository,
    DraftWordValues,
    WordFiles,
    RecordDraftFiles,
    DraftWord,
    StartDrafts,
    KeepNumbering,
  ],
})
export class DraftsModule {}
