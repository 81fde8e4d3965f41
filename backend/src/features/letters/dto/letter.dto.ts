import {
  CASE_SIDES,
  FINDING_SEVERITIES,
  LETTER_KINDS,
  LETTER_LIMITS,
  type CaseSide,
  type FindingAnswer,
  type FindingJudgement,
  type FindingSeverity,
  type LetterKind,
  type SentFinding,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsWritten } from '../../../kernel';
import type { Letter } from '../letter';

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

class ToldFindingAnswerDto implements FindingAnswer {
  @ApiProperty({ minimum: 1 }) finding!: number;

  @ApiProperty() cause!: string;

  @ApiProperty() correction!: string;

  @ApiProperty({ format: 'date' }) doneOn!: string;
}

class FindingJudgementDto implements FindingJudgement {
  @ApiProperty({ minimum: 1 }) finding!: number;

  @ApiProperty({ minimum: 1, description: 'Number of the letter that is judged' }) answer!: number;

  @ApiProperty() isAccepted!: boolean;
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

  @ApiProperty({ type: Number, nullable: true, description: 'Number of the letter it answers' })
  answers!: number | null;

  @ApiProperty({ type: [SentFindingDto], description: 'Of the closing meeting' })
  findings!: SentFindingDto[];

  @ApiProperty({ type: ToldFindingAnswerDto, nullable: true })
  findingAnswer!: ToldFindingAnswerDto | null;

  @ApiProperty({ type: FindingJudgementDto, nullable: true })
  findingJudgement!: FindingJudgementDto | null;

  @ApiProperty({ format: 'date-time' }) writtenAt!: string;

  @ApiProperty({ description: 'May be empty: it was written by itself' }) writerName!: string;

  @ApiProperty({ description: 'The other side has it' }) isDelivered!: boolean;

  @ApiProperty({ description: 'It never arrives: the other side is no more' }) isLost!: boolean;

  /** @param side of who asks: what the other side wrote has arrived */
  static of({ content, writtenAt, isLost, ...letter }: Letter, side: CaseSide): LetterDto {
    const { writtenBy, number, kind, writerName, deliveredAt } = letter;
    const { text, due, missing = [], dossierNumber, answers } = content;
    return {
      ...{ writtenBy, number, kind, text, due: due ?? null, missing: [...missing] },
      ...{ dossierNumber: dossierNumber ?? null, answers: answers ?? null },
      ...{ findings: [...(content.findings ?? [])], findingAnswer: content.findingAnswer ?? null },
      findingJudgement: content.findingJudgement ?? null,
      ...{ writtenAt: writtenAt.toISOString(), writerName },
      isDelivered: writtenBy !== side || deliveredAt !== null,
      isLost,
    };
  }
}
