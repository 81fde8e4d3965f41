import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { StandardsModule } from '../standards';
import { DraftWord } from './draft-word';
import { DraftsController } from './drafts.controller';
import { DraftsRepository } from './drafts.repository';
import { NumberingController } from './numbering.controller';
import { MoveDraft } from './use-cases/move-draft';
import { WriteDrafts } from './use-cases/write-drafts';

/** The standards that an enterprise writes itself. */
@Module({
  imports: [OrganizationsModule, StandardsModule],
  controllers: [DraftsController, NumberingController],
  providers: [DraftsRepository, WriteDrafts, MoveDraft, DraftWord],
})
export class DraftsModule {}
