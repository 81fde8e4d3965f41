import { CASE_STATES, FINDING_LIMITS, LETTER_LIMITS, type CaseState } from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsDay, IsWritten, Optional } from '../../../kernel';
import { LetterDto, type Letter } from '../../letters';
import type { Submission } from '../submission';

const { text: longestText } = LETTER_LIMITS;

class WithTextDto {
  @ApiProperty({ maxLength: longestText, description: 'May be empty' })
  @IsString()
  @MaxLength(longestText)
  text!: string;
}

export class CorrectDto extends WithTextDto {
  @ApiProperty({ format: 'uuid', description: 'A newer dossier of the same evaluation' })
  @IsUUID()
  dossierId!: string;
}

export class SubmitDto extends WithTextDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  dossierId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  bodyId!: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The own application whose certificate is to be renewed; of the same body',
  })
  @Optional()
  @IsUUID()
  renews?: string;
}

export class AnswerQuestionDto {
  @ApiProperty({ minimum: 1, maximum: 1_000_000, description: 'Number of the question' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  answers!: number;

  @ApiProperty({ maxLength: longestText })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;
}

export class ConfirmPlanDto extends WithTextDto {
  @ApiProperty({
    minimum: 1,
    maximum: 1_000_000,
    description: 'Number of the letter with the plan',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  plan!: number;
}

export class ObjectToPlanDto extends OmitType(ConfirmPlanDto, ['text']) {
  @ApiProperty({ maxLength: longestText, description: 'Why' })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;
}

export class AppealDto {
  @ApiProperty({ maxLength: longestText, description: 'Why the refusal is wrong' })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;
}

export class AnswerFindingDto extends WithTextDto {
  @ApiProperty({ maxLength: FINDING_LIMITS.cause, description: 'Why it came to be' })
  @IsString()
  @IsWritten()
  @MaxLength(FINDING_LIMITS.cause)
  cause!: string;

  @ApiProperty({ maxLength: FINDING_LIMITS.correction, description: 'What was done' })
  @IsString()
  @IsWritten()
  @MaxLength(FINDING_LIMITS.correction)
  correction!: string;

  @ApiProperty({ format: 'date', description: 'Done on' })
  @IsDay()
  doneOn!: string;
}

export class WithdrawDto extends WithTextDto {}

export class SubmissionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty({ format: 'uuid' }) bodyId!: string;

  @ApiProperty() bodyName!: string;

  @ApiProperty({ format: 'uuid', description: 'The newest that was handed in' }) dossierId!: string;

  @ApiProperty({ format: 'uuid' }) assessmentId!: string;

  @ApiProperty({ description: 'As the body calls the case; empty until it has received it' })
  caseNumber!: string;

  @ApiProperty({ description: 'Number of the certificate that it renews; empty: of none' })
  renews!: string;

  @ApiProperty({ enum: CASE_STATES }) state!: CaseState;

  @ApiProperty({ format: 'date-time' }) submittedAt!: string;

  @ApiProperty() submittedByName!: string;

  @ApiProperty({ format: 'date-time' }) changedAt!: string;

  static of(submission: Submission): SubmissionDto {
    const { id, version, bodyId, bodyName, dossierId, assessmentId } = submission;
    const { caseNumber, renews, state, submittedAt, submittedByName, changedAt } = submission;
    return {
      ...{ id, version, bodyId, bodyName, dossierId, assessmentId, caseNumber, renews, state },
      ...{ submittedAt: submittedAt.toISOString(), submittedByName },
      changedAt: changedAt.toISOString(),
    };
  }
}

export class SubmissionWithLettersDto extends SubmissionDto {
  @ApiProperty({ type: [LetterDto], description: 'In the order in which they were written' })
  letters!: LetterDto[];

  static with(submission: Submission, letters: readonly Letter[]): SubmissionWithLettersDto {
    const told = letters.map((letter) => LetterDto.of(letter, 'enterprise'));
    return { ...SubmissionDto.of(submission), letters: told };
  }
}
