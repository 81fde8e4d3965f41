import type { TemplateKind } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { TemplateContent } from '../template';

/** What a consultancy prepared for its clients. */
@Entity('templates')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class TemplateEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') kind!: TemplateKind;

  @Column('text') name!: string;

  @Column('text') note!: string;

  @Column('jsonb') content!: TemplateContent;

  /** Nodes, drafts, actions or items of it; 1 for a rule. */
  @Column('integer') entries!: number;

  @Column('boolean') isArchived!: boolean;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
