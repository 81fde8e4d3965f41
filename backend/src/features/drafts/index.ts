export { AskedDraftDto } from './dto/draft-batch.dto';
export { SaveNumberingDto } from './dto/numbering.dto';
export type { NumberingSetting } from './draft';
export { DraftsModule } from './drafts.module';
export { DraftsRepository } from './drafts.repository';
export { ruleOf } from './own-numbers';
export { KeepNumbering } from './use-cases/keep-numbering';
export { StartDrafts, type AskedDraft } from './use-cases/start-drafts';
