import {
  FINDING_LIMITS,
  FINDING_SEVERITIES,
  FINDING_STATES,
  LETTER_LIMITS,
  type FindingSeverity,
  type FindingState,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsWritten, Nested, Nullable, Optional } from '../../../kernel';
import type { FindingLetter, StandingFinding } from '../sent-findings';
import type { FindingFields, FindingFile, FindingOrigin } from '../sheet';

const { text: longest, requirement: longestClause, department: longestName } = FINDING_LIMITS;

export class FindingFieldsDto implements FindingFields {
  @ApiProperty({ enum: FINDING_SEVERITIES })
  @IsIn(FINDING_SEVERITIES)
  severity!: FindingSeverity;

  @ApiProperty({ description: 'Of the scheme', maxLength: 100 })
  @IsString()
  @MaxLength(100)
  itemId!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'A file of the material',
  })
  @Nullable()
  @IsUUID()
  evidenceId!: string | null;

  @ApiProperty({ maxLength: longest, description: 'What was found' })
  @IsString()
  @IsWritten()
  @MaxLength(longest)
  text!: string;

  @ApiProperty({ maxLength: longestClause, description: 'Clause; may be empty' })
  @IsString()
  @MaxLength(longestClause)
  requirement!: string;

  @ApiProperty({ maxLength: longestName, description: 'Of the enterprise; may be empty' })
  @IsString()
  @MaxLength(longestName)
  department!: string;
}

/** From which device it comes, where it was written without a network. */
class FindingOriginDto implements FindingOrigin {
  @ApiProperty({ format: 'uuid', description: 'Of the own devices that took the case along' })
  @IsUUID()
  deviceId!: string;

  @ApiProperty({ format: 'uuid', description: 'Made by the device: sent twice it is stored once' })
  @IsUUID()
  findingId!: string;
}

export class NewFindingDto extends FindingFieldsDto {
  @ApiPropertyOptional({ type: FindingOriginDto, description: 'Left out: written with a network' })
  @Optional()
  @Nested(() => FindingOriginDto)
  device?: FindingOriginDto;
}

class FindingFileDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty() fileName!: string;

  @ApiProperty() mediaType!: string;

  @ApiProperty({ description: 'Bytes' }) size!: number;

  @ApiProperty({ description: 'By which who sent it knows it again' }) sha256!: string;

  @ApiProperty() uploadedByName!: string;

  static of({ id, fileName, mediaType, size, sha256, ...file }: FindingFile): FindingFileDto {
    return { id, fileName, mediaType, size, sha256, uploadedByName: file.uploadedByName };
  }
}

/** An answer of the enterprise, and what the team said to it. */
class FindingRoundDto {
  @ApiProperty() cause!: string;

  @ApiProperty() correction!: string;

  @ApiProperty({ format: 'date' }) doneOn!: string;

  @ApiProperty({ description: 'May be empty' }) text!: string;

  @ApiProperty() answeredByName!: string;

  @ApiProperty({ format: 'date-time' }) answeredAt!: string;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Null: it waits to be verified' })
  isAccepted!: boolean | null;

  @ApiProperty({ description: 'What the team said; may be empty' }) judgement!: string;

  @ApiProperty() judgedByName!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true }) judgedAt!: string | null;

  static of(answer: FindingLetter, judgement: FindingLetter | null): FindingRoundDto {
    const { cause = '', correction = '', doneOn = '' } = answer.findingAnswer ?? {};
    return {
      ...{ cause, correction, doneOn, text: answer.text },
      ...{ answeredByName: answer.writerName, answeredAt: answer.writtenAt.toISOString() },
      isAccepted: judgement?.findingJudgement?.isAccepted ?? null,
      ...{ judgement: judgement?.text ?? '', judgedByName: judgement?.writerName ?? '' },
      judgedAt: judgement?.writtenAt.toISOString() ?? null,
    };
  }
}

export class FindingDto extends FindingFieldsDto {
  @ApiProperty({ minimum: 1, description: 'Of its case' }) number!: number;

  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty({ enum: FINDING_STATES }) state!: FindingState;

  @ApiProperty() foundByName!: string;

  @ApiProperty({ format: 'date-time' }) foundAt!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'On which it was written without a network; null: on none',
  })
  deviceId!: string | null;

  @ApiProperty({ type: [FindingFileDto] }) files!: FindingFileDto[];

  @ApiProperty({ type: [FindingRoundDto], description: 'The earliest first' })
  rounds!: FindingRoundDto[];

  static of(finding: StandingFinding, files: readonly FindingFile[]): FindingDto {
    const { number, version, severity, itemId, evidenceId, text, requirement } = finding;
    const { department, state, foundByName, foundAt, deviceId, rounds } = finding;
    return {
      ...{ number, version, severity, itemId, evidenceId, text, requirement, department },
      ...{ state, foundByName, foundAt: foundAt.toISOString(), deviceId },
      files: files.filter((file) => file.finding === number).map(FindingFileDto.of),
      rounds: rounds.map(({ answer, judgement }) => FindingRoundDto.of(answer, judgement)),
    };
  }
}

export class JudgeFindingDto {
  @ApiProperty({ description: 'The correction is verified; else it is returned' })
  @IsBoolean()
  isAccepted!: boolean;

  @ApiProperty({ maxLength: LETTER_LIMITS.text, description: 'Needed where it is returned' })
  @IsString()
  @MaxLength(LETTER_LIMITS.text)
  text!: string;
}
