import {
  CERTIFICATE_CHANGES,
  CERTIFICATE_STATES,
  FINDING_SEVERITIES,
  type CertificateChange,
  type CertificateState,
  type FindingAnswer,
  type FindingJudgement,
  type FindingSeverity,
  type SentFinding,
  type TeamChange,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import type { GrantedDecision, ToldCertificate, ToldRenewal } from '../letter';
import { PlannedMemberDto } from './plan-content.dto';

export class SentFindingDto implements SentFinding {
  @ApiProperty({ minimum: 1, description: 'Of its case' }) number!: number;

  @ApiProperty({ enum: FINDING_SEVERITIES }) severity!: FindingSeverity;

  @ApiProperty() itemId!: string;

  @ApiProperty() topic!: string;

  @ApiProperty() text!: string;

  @ApiProperty({ description: 'Clause; may be empty' }) requirement!: string;

  @ApiProperty({ description: 'May be empty' }) department!: string;

  @ApiProperty() foundBy!: string;
}

export class ToldFindingAnswerDto implements FindingAnswer {
  @ApiProperty({ minimum: 1 }) finding!: number;

  @ApiProperty() cause!: string;

  @ApiProperty() correction!: string;

  @ApiProperty({ format: 'date' }) doneOn!: string;
}

export class FindingJudgementDto implements FindingJudgement {
  @ApiProperty({ minimum: 1 }) finding!: number;

  @ApiProperty({ minimum: 1, description: 'Number of the letter that is judged' }) answer!: number;

  @ApiProperty() isAccepted!: boolean;
}

export class GrantedDecisionDto implements GrantedDecision {
  @ApiProperty() grade!: string;

  @ApiProperty({ description: 'The scheme gives no points' }) isStatement!: boolean;

  @ApiProperty() scope!: string;

  @ApiProperty({ format: 'date' }) fromOn!: string;

  @ApiProperty({ format: 'date', description: 'The last day of the publicity' }) untilOn!: string;
}

export class ToldCertificateDto {
  @ApiProperty({ enum: CERTIFICATE_CHANGES }) change!: CertificateChange;

  @ApiProperty({ enum: CERTIFICATE_STATES }) state!: CertificateState;

  @ApiProperty() number!: string;

  @ApiProperty({ description: 'By which anybody can verify it' }) code!: string;

  @ApiProperty() grade!: string;

  @ApiProperty() scope!: string;

  @ApiProperty({ format: 'date' }) issuedOn!: string;

  @ApiProperty({ format: 'date' }) validUntil!: string;

  @ApiProperty({ type: [String], description: 'Days' }) surveillances!: string[];

  static of({ change, state, document }: ToldCertificate): ToldCertificateDto {
    const { number, code, grade, scope, issuedOn, validUntil, surveillances } = document;
    return {
      ...{ change, state, number, code, grade, scope, issuedOn, validUntil },
      surveillances: [...surveillances],
    };
  }
}

export class ToldTeamChangeDto {
  @ApiProperty({ format: 'date', description: 'From this day on' }) on!: string;

  @ApiProperty({ type: [PlannedMemberDto] }) left!: PlannedMemberDto[];

  @ApiProperty({ type: [PlannedMemberDto] }) came!: PlannedMemberDto[];

  @ApiProperty({ type: [PlannedMemberDto], description: 'All who belong to it now' })
  team!: PlannedMemberDto[];

  static of({ on, left, came, team }: TeamChange): ToldTeamChangeDto {
    return { on, left: [...left], came: [...came], team: [...team] };
  }
}

export class ToldSurveillanceDto {
  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ format: 'date' }) dueOn!: string;
}

export class ToldRenewalDto implements ToldRenewal {
  @ApiProperty({ description: 'Of the certificate' }) number!: string;

  @ApiProperty({ format: 'date', description: 'From this day on it should be applied for' })
  from!: string;

  @ApiProperty({ format: 'date', description: 'The last day of the certificate' })
  validUntil!: string;
}
