import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A change of many rows, for its undo. */
@Entity('register_acts')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class RegisterActEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') kind!: 'removed' | 'edited';

  @Column('timestamptz') doneAt!: Date;

  @Column('uuid') doneBy!: string;

  @Column('text') doneByName!: string;
}
