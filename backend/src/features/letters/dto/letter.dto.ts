import {
  CASE_SIDES,
  CERTIFICATE_CHANGES,
  CERTIFICATE_STATES,
  LETTER_KINDS,
  LETTER_LIMITS,
  type CaseSide,
  type CertificateChange,
  type CertificateState,
  type LetterKind,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsWritten } from '../../../kernel';
import type { GrantedDecision, Letter, ToldCertificate } from '../letter';

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

class GrantedDecisionDto implements GrantedDecision {
  @ApiProperty() grade!: string;

  @ApiProperty({ description: 'The scheme gives no points' }) isStatement!: boolean;

  @ApiProperty() scope!: string;

  @ApiProperty({ format: 'date' }) fromOn!: string;

  @ApiProperty({ format: 'date', description: 'The last day of the publicity' }) untilOn!: string;
}

class ToldCertificateDto {
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

class ToldSurveillanceDto {
  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ format: 'date' }) dueOn!: string;
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

  @ApiProperty({ type: GrantedDecisionDto, nullable: true, description: 'Of a grant' })
  decision!: GrantedDecisionDto | null;

  @ApiProperty({ type: ToldCertificateDto, nullable: true, description: 'As it stood then' })
  certificate!: ToldCertificateDto | null;

  @ApiProperty({ type: ToldSurveillanceDto, nullable: true })
  surveillance!: ToldSurveillanceDto | null;

  @ApiProperty({ format: 'date-time' }) writtenAt!: string;

  @ApiProperty({ description: 'May be empty: it was written by itself' }) writerName!: string;

  @ApiProperty({ description: 'The other side has it' }) isDelivered!: boolean;

  @ApiProperty({ description: 'It never arrives: the other side is no more' }) isLost!: boolean;

  /** @param side of who asks: what the other side wrote has arrived */
  static of({ content, writtenAt, isLost, ...letter }: Letter, side: CaseSide): LetterDto {
    const { writtenBy, number, kind, writerName, deliveredAt } = letter;
    const { text, due, missing = [], dossierNumber, answers } = content;
    const { decision = null, certificate, surveillance = null } = content;
    return {
      ...{ writtenBy, number, kind, text, due: due ?? null, missing: [...missing] },
      ...{ dossierNumber: dossierNumber ?? null, answers: answers ?? null },
      ...{ decision, certificate: certificate ? ToldCertificateDto.of(certificate) : null },
      surveillance,
      ...{ writtenAt: writtenAt.toISOString(), writerName },
      isDelivered: writtenBy !== side || deliveredAt !== null,
      isLost,
    };
  }
}
