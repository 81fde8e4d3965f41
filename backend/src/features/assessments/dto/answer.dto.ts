import type { ItemState, RuleAnswer } from '@liangxing/scoring';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { IsDay, Nested, Nullable } from '../../../kernel';
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

export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** Consent of the confirming body to leave an item out. */
export class ApprovalDto {
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

export class AnswerContentDto implements AnswerContent {
  @ApiProperty({ enum: answerStates })
  @IsIn(answerStates)
  state!: AnswerState;

  @ApiProperty({
    type: 'object',
    additionalProperties: {},
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

  @ApiProperty({
    type: String,
    required: false,
    default: '',
    description: 'Why the item does not apply',
  })
  @IsString()
  @MaxLength(2000)
  reason = '';

  @ApiProperty({ type: ApprovalDto, nullable: true, required: false })
  @Nullable()
  @Nested(() => ApprovalDto)
  approval: ApprovalDto | null = null;
}

/** One answer as it is stored. */
export class AnswerDto extends AnswerContentDto {
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

  @ApiProperty({ type: AnswerContentDto })
  answer!: AnswerContentDto;

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
  const { state, rules, finding, responsible, reason, approval } = answer;
  return { state, rules: { ...rules }, finding, responsible, reason, approval };
}
