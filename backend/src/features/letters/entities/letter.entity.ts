import type { CaseSide, CaseState, LetterKind } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { LetterContent } from '../letter';

/** A letter between an enterprise and a body, as one of them keeps it. */
@Entity('letters')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class LetterEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('text') writtenBy!: CaseSide;

  @PrimaryColumn('integer') number!: number;

  @Column('text') kind!: LetterKind;

  @Column('text') state!: CaseState;

  @Column('integer') seen!: number;

  @Column('jsonb') content!: LetterContent;

  @Column('timestamptz') writtenAt!: Date;

  @Column('text') writerName!: string;

  /** To whom an own letter goes; null: it was read here. */
  @Column('uuid', { nullable: true }) addresseeId!: string | null;

  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;

  @Column('boolean') isLost!: boolean;
}
