import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What anyone with its code may know of a dossier. */
@Entity('issued_dossiers')
export class IssuedDossierEntity {
  @PrimaryColumn('text') code!: string;

  @Column('text') sha256!: string;

  @Column('text') enterpriseName!: string;

  @Column('text', { nullable: true }) grade!: string | null;

  @Column('integer', { nullable: true }) total!: number | null;

  @Column('boolean') isProvisional!: boolean;

  @Column('timestamptz') issuedAt!: Date;
}
