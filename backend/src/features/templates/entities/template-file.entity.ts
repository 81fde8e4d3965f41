import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WordFileColumns } from '../../drafts';

/** The Word file of a line of a template of drafts. */
@Entity('template_files')
@ForeignKey('templates', ['organizationId', 'templateId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class TemplateFileEntity extends WordFileColumns {
  @PrimaryColumn('uuid') templateId!: string;
}
