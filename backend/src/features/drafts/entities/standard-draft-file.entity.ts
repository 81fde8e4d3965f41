import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WordFileColumns } from '../word/word-file-columns';

/** A version of the Word file of a draft. */
@Entity('standard_draft_files')
@ForeignKey('standard_drafts', ['organizationId', 'draftId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class StandardDraftFileEntity extends WordFileColumns {
  @PrimaryColumn('uuid') draftId!: string;
}
