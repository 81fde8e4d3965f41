import { SHEET_STATES, TEAM_ROLES, type SheetState, type TeamRole } from '@liangxing/contracts';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { Answered } from '../../../kernel';
import { AnswerContentDto, StoredMeasuredDto } from '../../assessments';
import type { SelfAnswer } from '../self-answers';
import type { ScoredAnswer, ScoredContent } from '../sheet';

export const count = { type: 'integer', minimum: 0 } as const;
export const anything = { type: 'object', additionalProperties: true } as const;
export const points = {
  type: 'integer',
  nullable: true,
  description: 'Hundredths; null: no points are given',
} as const;
export const states = [
  'unanswered',
  'assessed',
  'not_established',
  'not_applicable',
  'met',
  'partly',
  'not_met',
] as const;

export class ScoredContentDto
  extends PickType(AnswerContentDto, [
    'state',
    'rules',
    'finding',
    'reason',
    'approval',
    'measured',
  ])
  implements ScoredContent {}

export class StoredScoreDto extends Answered(ScoredContentDto) {
  @ApiProperty({ type: StoredMeasuredDto, nullable: true })
  declare measured: StoredMeasuredDto | null;
}

export class SelfAnswerDto extends PickType(StoredScoreDto, [
  'rules',
  'measured',
  'finding',
  'reason',
]) {
  @ApiProperty() itemId!: string;

  @ApiProperty({ enum: states }) state!: SelfAnswer['state'];

  @ApiProperty(points) points!: number | null;

  @ApiProperty({ description: 'Department or person; may be empty' }) responsible!: string;

  static of(answer: SelfAnswer): SelfAnswerDto {
    return {
      ...answer,
      rules: { ...answer.rules },
      measured: answer.measured && { ...answer.measured },
    };
  }
}

/** One answer of an assessor as it is stored. */
export class ScoredAnswerDto extends StoredScoreDto {
  @ApiProperty({ example: '2.4.3' }) itemId!: string;

  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty({ format: 'date-time' }) updatedAt!: string;

  @ApiProperty({
    type: SelfAnswerDto,
    nullable: true,
    description: 'Of the enterprise, once the own one is given',
  })
  self!: SelfAnswerDto | null;

  static of(answer: ScoredAnswer, self: SelfAnswer | null = null): ScoredAnswerDto {
    const { itemId, version, state, rules, finding, reason, approval, measured } = answer;
    return {
      ...{ itemId, version, state, rules: { ...rules }, finding, reason },
      ...{ approval: approval && { ...approval }, measured: measured && { ...measured } },
      ...{ updatedAt: answer.updatedAt.toISOString(), self: self && SelfAnswerDto.of(self) },
    };
  }
}

class TeamProgressDto {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ enum: TEAM_ROLES }) role!: TeamRole;

  @ApiProperty({ description: 'Belongs to the team no more' }) isRemoved!: boolean;

  @ApiProperty({ enum: SHEET_STATES }) state!: SheetState;

  @ApiProperty({ ...count, description: 'Basic items that were judged' }) answered!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true }) handedInAt!: string | null;
}

/** The own sheet, and how far the team is. */
export class SheetDto {
  @ApiProperty({ description: 'Who asks scores in this case' }) isScorer!: boolean;

  @ApiProperty() isLead!: boolean;

  @ApiProperty({ enum: SHEET_STATES, nullable: true, description: 'Null: none was begun' })
  state!: SheetState | null;

  @ApiProperty({ ...count, description: 'Basic items of the scheme' }) items!: number;

  @ApiProperty({ type: [TeamProgressDto] }) team!: TeamProgressDto[];

  @ApiProperty({ type: [ScoredAnswerDto], description: 'Own ones' }) answers!: ScoredAnswerDto[];

  @ApiProperty({
    type: [SelfAnswerDto],
    description:
      'Of the enterprise: those of which the own answer is given; all where nothing is scored',
  })
  self!: SelfAnswerDto[];
}

class MaterialFileDto {
  @ApiProperty({ format: 'uuid' }) evidenceId!: string;

  @ApiProperty({ minimum: 1 }) revision!: number;

  @ApiProperty() title!: string;

  @ApiProperty() fileName!: string;

  @ApiProperty() mediaType!: string;

  @ApiProperty({ description: 'Bytes' }) size!: number;

  @ApiProperty({ description: 'It arrived' }) isThere!: boolean;

  @ApiProperty({ type: [String], description: 'Items that it serves' }) itemIds!: string[];
}

/** What is evaluated, as it was frozen. */
export class SheetMaterialDto {
  @ApiProperty({ minimum: 1, description: 'Of the case' }) material!: number;

  @ApiProperty({ ...anything, description: 'What is in it says the JSON Schema of schemes' })
  scheme!: object;

  @ApiProperty({ ...anything, description: 'Size and industry, as far as known' }) facts!: object;

  @ApiProperty({
    ...anything,
    nullable: true,
    description: 'What was known of readiness items by itself',
  })
  readiness!: object | null;

  @ApiProperty({ description: 'Empty: none was named' }) targetGrade!: string;

  @ApiProperty({ type: [String], description: 'That can be recommended, the lowest first' })
  grades!: string[];

  @ApiProperty({ type: [MaterialFileDto] }) files!: MaterialFileDto[];

  @ApiProperty({ type: [String], description: 'Departments of the enterprise' })
  departments!: string[];
}
