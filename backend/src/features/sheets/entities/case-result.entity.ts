import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a team handed to the review. */
@Entity('case_results')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseResultEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') number!: number;

  /** Canonical JSON. */
  @Column('text') result!: string;

  @Column('text') resultSha256!: string;

  @Column('timestamptz') handedOverAt!: Date;

  @Column('uuid') handedOverBy!: string;

  @Column('text') handedOverByName!: string;
}
