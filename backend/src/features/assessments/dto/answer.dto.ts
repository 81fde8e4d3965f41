import { largestCount, type ItemState, type RuleAnswer } from '@liangxing/scoring';
import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { AccountOfName, Answered, IsDay, Nested, Nullable } from '../../../kernel';
import type { Answer, AnswerChange, AnswerContent, AnswerState } from '../assessment';

const answerStates = [
  'unanswered',
  'assessed',
  'not_established',
  'not_applicable',
  'met',
  'partly',
  'not_met',
] as const satisfies readonly (ItemState | 'unanswered')[];

class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** Consent of the confirming body to leave an item out. */
class ApprovalDto {
  @ApiProperty({ description: 'Who consented' })
  @IsString()
  @MaxLength(200)
  by!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  on!: string;

  @ApiProperty({ description: 'Number of the document' })
  @IsString()
  @MaxLength(200)
  document!: string;
}

const count = { type: 'integer', minimum: 0, maximum: largestCount } as const;

/** How many were looked at, and how many of them conform. */
class SampleDto {
  @ApiProperty(count)
  @IsInt()
  @Min(0)
  @Max(largestCount)
  looked!: number;

  @ApiProperty(count)
  @IsInt()
  @Min(0)
  @Max(largestCount)
  conforming!: number;
}

/** A figure against its objective. */
class EffectDto {
  @ApiProperty()
  @IsNumber()
  @Min(-1e9)
  @Max(1e9)
  figure!: number;

  @ApiProperty()
  @IsNumber()
  @Min(-1e9)
  @Max(1e9)
  objective!: number;

  @ApiProperty({ description: 'Of both, as text', example: '%' })
  @IsString()
  @MaxLength(30)
  unit!: string;

  @ApiProperty({ description: 'The figure should be at most the objective, else at least' })
  @IsBoolean()
  isAtMost!: boolean;
}

/** What was counted and measured for a readiness item. */
class MeasuredDto {
  @ApiProperty({ type: SampleDto, nullable: true, required: false })
  @Nullable()
  @Nested(() => SampleDto)
  sample: SampleDto | null = null;

  @ApiProperty({ type: EffectDto, nullable: true, required: false })
  @Nullable()
  @Nested(() => EffectDto)
  effect: EffectDto | null = null;
}

export class StoredMeasuredDto extends Answered(MeasuredDto) {}

export class AnswerContentDto implements AnswerContent {
  @ApiProperty({ enum: answerStates })
  @IsIn(answerStates)
  state!: AnswerState;

  @ApiProperty({
    type: 'object',
    additionalProperties: {
      oneOf: [
        { type: 'boolean' },
        { type: 'number' },
        { type: 'string' },
        { type: 'object', additionalProperties: { type: 'number' } },
      ],
    },
    description:
      'Finding by rule id. fixed: true or false; counted and award: whole number; choice: id; rate: part and whole; band: figures.',
  })
  @IsObject()
  rules: Record<string, RuleAnswer> = {};

  @ApiProperty({ type: String, required: false, default: '' })
  @IsString()
  @MaxLength(4000)
  finding = '';

  @ApiProperty({
    type: String,
    required: false,
    default: '',
    description: 'Responsible department or person',
  })
  @IsString()
  @MaxLength(200)
  responsible = '';

  @AccountOfName()
  responsibleUserId: string | null = null;

  @ApiProperty({
    type: String,
    required: false,
    default: '',
    description: 'Why the item does not apply, or is judged otherwise than what follows',
  })
  @IsString()
  @MaxLength(2000)
  reason = '';

  @ApiProperty({ type: ApprovalDto, nullable: true, required: false })
  @Nullable()
  @Nested(() => ApprovalDto)
  approval: ApprovalDto | null = null;

  @ApiProperty({ type: MeasuredDto, nullable: true, required: false })
  @Nullable()
  @Nested(() => MeasuredDto)
  measured: MeasuredDto | null = null;
}

class StoredContentDto extends Answered(AnswerContentDto) {
  @ApiProperty({ type: StoredMeasuredDto, nullable: true })
  declare measured: StoredMeasuredDto | null;
}

/** One answer as it is stored. */
export class AnswerDto extends StoredContentDto {
  @ApiProperty({ example: '2.4.3' })
  itemId!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  @ApiProperty({ type: PersonDto })
  updatedBy!: PersonDto;

  @ApiProperty({ description: 'Files that serve the item' })
  evidenceCount!: number;

  static of(answer: Answer): AnswerDto {
    const { itemId, version, updatedBy, evidenceCount } = answer;
    return Object.assign(new AnswerDto(), {
      itemId,
      version,
      ...contentOf(answer),
      updatedAt: answer.updatedAt.toISOString(),
      updatedBy: { ...updatedBy },
      evidenceCount,
    });
  }
}

export class AnswerChangeDto {
  @ApiProperty()
  version!: number;

  @ApiProperty({ type: StoredContentDto })
  answer!: StoredContentDto;

  @ApiProperty({ type: PersonDto })
  by!: PersonDto;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  static of({ version, answer, by, at }: AnswerChange): AnswerChangeDto {
    return { version, answer: contentOf(answer), by: { ...by }, at: at.toISOString() };
  }
}

/** The content alone, whatever else the object carries. */
export function contentOf(answer: AnswerContent): AnswerContentDto {
  const { state, rules, finding, responsible, responsibleUserId } = answer;
  const { reason, approval, measured } = answer;
  return {
    ...{ state, rules: { ...rules }, finding, responsible, responsibleUserId },
    ...{ reason, approval, measured },
  };
}
