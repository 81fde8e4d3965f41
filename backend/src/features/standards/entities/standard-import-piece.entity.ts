import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Some hundred rows of an import. */
@Entity('standard_import_pieces')
@ForeignKey('standard_imports', ['organizationId', 'importId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class StandardImportPieceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') importId!: string;

  @PrimaryColumn('integer') position!: number;

  @Column('integer') rowCount!: number;

  @Column('integer') problemCount!: number;

  @Column('integer') duplicateCount!: number;

  @Column('integer') leftOutCount!: number;

  @Column('text') shown!: string;

  @Column('text') written!: string;

  @Column('text') toWrite!: string;
}
