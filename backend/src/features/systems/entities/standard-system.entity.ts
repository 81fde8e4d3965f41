import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A standard system of an organization. */
@Entity('standard_systems')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class StandardSystemEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') name!: string;

  @Column('text') templateId!: string;

  @Column('boolean') isPrimary!: boolean;

  @Column('jsonb') document!: unknown;

  @Column('jsonb', { nullable: true }) registerColumns!: unknown;

  @Column('jsonb') notes!: unknown;

  @Column('uuid', { nullable: true }) movedFrom!: string | null;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;

  @Column('integer') documentsVersion!: number;

  @Column('text') diagramMode!: string;
}
