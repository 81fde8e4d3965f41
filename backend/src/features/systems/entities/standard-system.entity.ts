import type { StandardColumn } from '@liangxing/dossier';
import type { DiagramMode, StructureTemplateId, WrittenNotes } from '@liangxing/system-structure';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SystemDocument } from '../system';

/** A standard system of an organization. */
@Entity('standard_systems')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class StandardSystemEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') name!: string;

  @Column('text') templateId!: StructureTemplateId;

  @Column('boolean') isPrimary!: boolean;

  @Column('jsonb') document!: SystemDocument;

  @Column('jsonb', { nullable: true }) registerColumns!: readonly StandardColumn[] | null;

  @Column('jsonb') notes!: WrittenNotes;

  @Column('uuid', { nullable: true }) movedFrom!: string | null;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;

  @Column('integer') documentsVersion!: number;

  @Column('text') diagramMode!: DiagramMode;
}
