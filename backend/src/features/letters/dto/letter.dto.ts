import {
  CASE_SIDES,
  LETTER_KINDS,
  LETTER_LIMITS,
  type CaseSide,
  type LetterKind,
  type PlanContent,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsWritten } from '../../../kernel';
import type { Letter } from '../letter';
import {
  FindingJudgementDto,
  GrantedDecisionDto,
  SentFindingDto,
  ToldCertificateDto,
  ToldFindingAnswerDto,
  ToldRenewalDto,
  ToldSurveillanceDto,
  ToldTeamChangeDto,
} from './letter-parts.dto';
import { PlanContentDto } from './plan-content.dto';

const { part: longestPart, note: longestNote } = LETTER_LIMITS;

export class MissingPartDto {
  @ApiProperty({ maxLength: longestPart, description: 'Part of the dossier' })
  @IsString()
  @IsWritten()
  @MaxLength(longestPart)
  part!: string;

  @ApiProperty({ maxLength: longestNote, description: 'What lacks; may be empty' })
  @IsString()
  @MaxLength(longestNote)
  note!: string;
}

export class LetterDto {
  @ApiProperty({ enum: CASE_SIDES }) writtenBy!: CaseSide;

  @ApiProperty({ minimum: 1, description: 'Of those that this side wrote' }) number!: number;

  @ApiProperty({ enum: LETTER_KINDS }) kind!: LetterKind;

  @ApiProperty() text!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true }) due!: string | null;

  @ApiProperty({ type: [MissingPartDto] }) missing!: MissingPartDto[];

  @ApiProperty({ type: Number, nullable: true, description: 'Version of the dossier handed over' })
  dossierNumber!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'The certificate that it renews' })
  renews!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Number of the letter it answers' })
  answers!: number | null;

  @ApiProperty({ type: PlanContentDto, nullable: true, description: 'The plan that is sent' })
  plan!: PlanContent | null;

  @ApiProperty({ type: ToldTeamChangeDto, nullable: true, description: 'Who left and who came' })
  teamChange!: ToldTeamChangeDto | null;

  @ApiProperty({ type: [SentFindingDto], description: 'Of the closing meeting' })
  findings!: SentFindingDto[];

  @ApiProperty({ type: ToldFindingAnswerDto, nullable: true })
  findingAnswer!: ToldFindingAnswerDto | null;

  @ApiProperty({ type: FindingJudgementDto, nullable: true })
  findingJudgement!: FindingJudgementDto | null;

  @ApiProperty({ type: GrantedDecisionDto, nullable: true, description: 'Of a grant' })
  decision!: GrantedDecisionDto | null;

  @ApiProperty({ type: ToldCertificateDto, nullable: true, description: 'As it stood then' })
  certificate!: ToldCertificateDto | null;

  @ApiProperty({ type: ToldSurveillanceDto, nullable: true })
  surveillance!: ToldSurveillanceDto | null;

  @ApiProperty({ type: ToldRenewalDto, nullable: true, description: 'What should be renewed' })
  renewal!: ToldRenewalDto | null;

  @ApiProperty({ format: 'date-time' }) writtenAt!: string;

  @ApiProperty({ description: 'May be empty: it was written by itself' }) writerName!: string;

  @ApiProperty({ description: 'The other side has it' }) isDelivered!: boolean;

  @ApiProperty({ description: 'It never arrives: the other side is no more' }) isLost!: boolean;

  /** @param side of who asks: what the other side wrote has arrived */
  static of({ content, writtenAt, isLost, ...letter }: Letter, side: CaseSide): LetterDto {
    const { writtenBy, number, kind, writerName, deliveredAt } = letter;
    const { text, due, missing = [], dossierNumber, answers, plan = null } = content;
    const { decision = null, certificate, surveillance = null, teamChange } = content;
    return {
      ...{ writtenBy, number, kind, text, due: due ?? null, missing: [...missing] },
      ...{ dossierNumber: dossierNumber ?? null, answers: answers ?? null, plan },
      teamChange: teamChange ? ToldTeamChangeDto.of(teamChange) : null,
      ...{ findings: [...(content.findings ?? [])], findingAnswer: content.findingAnswer ?? null },
      findingJudgement: content.findingJudgement ?? null,
      ...{ decision, certificate: certificate ? ToldCertificateDto.of(certificate) : null },
      ...{ surveillance, renewal: content.renewal ?? null, renews: content.renews ?? null },
      ...{ writtenAt: writtenAt.toISOString(), writerName },
      isDelivered: writtenBy !== side || deliveredAt !== null,
      isLost,
    };
  }
}
