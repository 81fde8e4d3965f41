import {
  CERTIFICATE_CHANGES,
  CERTIFICATE_LIMITS,
  CERTIFICATE_STANDINGS,
  CERTIFICATE_VERBS,
  certificateStanding,
  SURVEILLANCE_RESULTS,
  type CertificateChange,
  type CertificateMove,
  type CertificateStanding,
  type SurveillanceResult,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { IsDay, IsWritten, Optional, PageLimit, PageOffset } from '../../../kernel';
import type {
  Certificate,
  ChangeOfCertificate,
  DueRenewal,
  DueSurveillance,
  RegisteredCertificate,
  Surveillance,
} from '../certificate';

const { text: longestText, scope: longestScope, number: longestNumber } = CERTIFICATE_LIMITS;

export class CertificatesQueryDto {
  @ApiPropertyOptional({ maxLength: CERTIFICATE_LIMITS.search, description: 'Of name or number' })
  @Optional()
  @IsString()
  @MaxLength(CERTIFICATE_LIMITS.search)
  q?: string;

  @PageOffset() offset?: number;

  @PageLimit(50, 100) limit?: number;
}

/** What everybody may know of a certificate. */
export class RegisteredCertificateDto {
  @ApiProperty() number!: string;

  @ApiProperty({ description: 'By which anybody can verify it' }) code!: string;

  @ApiProperty({ enum: CERTIFICATE_STANDINGS }) standing!: CertificateStanding;

  @ApiProperty({ format: 'date', description: 'Since when it is valid, suspended or withdrawn' })
  standingOn!: string;

  @ApiProperty() enterpriseName!: string;

  @ApiProperty() creditCode!: string;

  @ApiProperty() bodyName!: string;

  @ApiProperty() grade!: string;

  @ApiProperty() scope!: string;

  @ApiProperty() standard!: string;

  @ApiProperty({ format: 'date' }) issuedOn!: string;

  @ApiProperty({ format: 'date', description: 'The last day' }) validUntil!: string;

  @ApiProperty({ description: 'Number of the certificate that it renews; empty: of none' })
  renews!: string;

  @ApiProperty({ description: 'Number of the certificate that renews it; empty: none does' })
  renewedBy!: string;
}

export function registeredCertificateDto(
  found: RegisteredCertificate,
  today: string,
): RegisteredCertificateDto {
  const { number, code, state, stateOn, enterpriseName, creditCode, bodyName, grade } = found;
  const { scope, standard, issuedOn, validUntil, renews, renewedBy } = found;
  return {
    ...{ number, code, standing: certificateStanding(state, validUntil, today) },
    ...{ standingOn: stateOn, enterpriseName, creditCode, bodyName, grade, scope, standard },
    ...{ issuedOn, validUntil, renews, renewedBy },
  };
}

export class CertificateDto extends RegisteredCertificateDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty({ format: 'uuid' }) caseId!: string;

  @ApiProperty({ minimum: 1, description: 'The newest one' }) edition!: number;

  @ApiProperty({ format: 'date', description: 'From this day on renewal should be applied for' })
  renewFrom!: string;

  @ApiProperty({ description: 'The enterprise was told that it should be renewed' })
  isRenewalNoticed!: boolean;
}

export function certificateDto(found: Certificate, today: string): CertificateDto {
  const { id, version, caseId, edition, renewFrom } = found;
  return {
    ...{ ...registeredCertificateDto(found, today), id, version, caseId, edition, renewFrom },
    isRenewalNoticed: found.renewalNoticedAt !== null,
  };
}

export class CertificatePageDto {
  @ApiProperty({ minimum: 0 }) total!: number;

  @ApiProperty({ type: [CertificateDto] }) rows!: CertificateDto[];
}

class ChangeOfCertificateDto {
  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ enum: CERTIFICATE_CHANGES }) change!: CertificateChange;

  @ApiProperty() reason!: string;

  @ApiProperty({ format: 'date-time' }) madeAt!: string;

  @ApiProperty() madeByName!: string;

  static of({ madeAt, ...made }: ChangeOfCertificate): ChangeOfCertificateDto {
    const { number, change, reason, madeByName } = made;
    return { number, change, reason, madeByName, madeAt: madeAt.toISOString() };
  }
}

export class SurveillanceDto {
  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ format: 'date' }) dueOn!: string;

  @ApiProperty({ description: 'The enterprise was told' }) isNoticed!: boolean;

  @ApiProperty({ description: 'Its day is over, and it has no result' }) isOverdue!: boolean;

  @ApiProperty({ enum: SURVEILLANCE_RESULTS, nullable: true, description: 'Null: none yet' })
  result!: SurveillanceResult | null;

  @ApiProperty() note!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true }) doneOn!: string | null;

  @ApiProperty() recordedByName!: string;
}

export function surveillanceDto(found: Surveillance, today: string): SurveillanceDto {
  const { number, dueOn, noticedAt, result, note, doneOn, recordedByName } = found;
  return {
    ...{ number, dueOn, result, note, doneOn, recordedByName, isNoticed: noticedAt !== null },
    isOverdue: result === null && dueOn < today,
  };
}

export class DueSurveillanceDto {
  @ApiProperty({ format: 'uuid' }) certificateId!: string;

  @ApiProperty() certificateNumber!: string;

  @ApiProperty() enterpriseName!: string;

  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ format: 'date' }) dueOn!: string;

  @ApiProperty() isNoticed!: boolean;

  @ApiProperty() isOverdue!: boolean;
}

export function dueSurveillanceDto(due: DueSurveillance, today: string): DueSurveillanceDto {
  const { certificateId, certificateNumber, enterpriseName, number, dueOn, noticedAt } = due;
  return {
    ...{ certificateId, certificateNumber, enterpriseName, number, dueOn },
    ...{ isNoticed: noticedAt !== null, isOverdue: dueOn < today },
  };
}

export class DueRenewalDto {
  @ApiProperty({ format: 'uuid' }) certificateId!: string;

  @ApiProperty() certificateNumber!: string;

  @ApiProperty() enterpriseName!: string;

  @ApiProperty({ format: 'date', description: 'From this day on it should be applied for' })
  renewFrom!: string;

  @ApiProperty({ format: 'date', description: 'The last day of the certificate' })
  validUntil!: string;

  @ApiProperty({ description: 'The enterprise was told' }) isNoticed!: boolean;

  @ApiProperty({ description: 'It was applied for' }) isApplied!: boolean;

  static of({ renewalNoticedAt, ...due }: DueRenewal): DueRenewalDto {
    return { ...due, isNoticed: renewalNoticedAt !== null };
  }
}

export class CertificateDetailDto extends CertificateDto {
  @ApiProperty({ type: [ChangeOfCertificateDto] }) changes!: ChangeOfCertificateDto[];

  @ApiProperty({ type: [SurveillanceDto] }) surveillances!: SurveillanceDto[];

  static with(
    found: Certificate,
    parts: {
      readonly changes: readonly ChangeOfCertificate[];
      readonly surveillances: readonly Surveillance[];
    },
    today: string,
  ): CertificateDetailDto {
    return {
      ...certificateDto(found, today),
      changes: parts.changes.map(ChangeOfCertificateDto.of),
      surveillances: parts.surveillances.map((one) => surveillanceDto(one, today)),
    };
  }
}

export class CaseCertificateDto {
  @ApiProperty({ type: CertificateDetailDto, nullable: true, description: 'Null: none is issued' })
  certificate!: CertificateDetailDto | null;
}

export class IssueCertificateDto {
  @ApiPropertyOptional({
    maxLength: longestNumber,
    description: 'Empty or left out: the next one by the rule',
  })
  @Optional()
  @IsString()
  @MaxLength(longestNumber)
  number?: string;

  @ApiProperty({ maxLength: longestText, description: 'The enterprise reads it; may be empty' })
  @IsString()
  @MaxLength(longestText)
  text!: string;
}

class CertificateReasonDto {
  @ApiProperty({ maxLength: longestText, description: 'The enterprise reads it' })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  reason!: string;
}

export class MoveCertificateDto extends CertificateReasonDto {
  @ApiProperty({ enum: CERTIFICATE_VERBS })
  @IsIn(CERTIFICATE_VERBS)
  move!: CertificateMove;
}

export class ReduceScopeDto extends CertificateReasonDto {
  @ApiProperty({ maxLength: longestScope })
  @IsString()
  @IsWritten()
  @MaxLength(longestScope)
  scope!: string;
}

export class RecordSurveillanceDto {
  @ApiProperty({ enum: SURVEILLANCE_RESULTS })
  @IsIn(SURVEILLANCE_RESULTS)
  result!: SurveillanceResult;

  @ApiProperty({ maxLength: longestText, description: 'May be empty where it passed' })
  @IsString()
  @MaxLength(longestText)
  note!: string;

  @ApiProperty({ format: 'date', description: 'When it was held' })
  @IsDay()
  doneOn!: string;
}
