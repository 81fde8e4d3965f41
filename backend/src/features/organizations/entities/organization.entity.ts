import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tenant. */
@Entity('organizations')
export class OrganizationEntity {
  @PrimaryColumn('uuid') id!: string;

  @Column('text') kind!: string;

  @Column('text') name!: string;

  @Column('boolean') isSample!: boolean;

  @Column('timestamptz') createdAt!: Date;
}
