import { SHEET_STATES, TEAM_ROLES, type SheetState, type TeamRole } from '@liangxing/contracts';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Answered, IsWritten } from '../../../kernel';
import { AnswerContentDto, StoredMeasuredDto } from '../../assessments';
import type { Agreement } from '../compare-sheets';
import type { SelfAnswer } from '../self-answers';
import type { ScoredAnswer, ScoredContent, SettledContent, SettledItem } from '../sheet';

const count = { type: 'integer', minimum: 0 } as const;
const points = {
  type: 'integer',
  nullable: true,
  description: 'Hundredths; null: no points are given',
} as const;
const states = [
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

class StoredScoreDto extends Answered(ScoredContentDto) {
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

const anything = { type: 'object', additionalProperties: true } as const;

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

class SettledDto implements Omit<SettledItem, 'settledAt' | 'itemId' | 'differed'> {
  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty({ enum: states }) state!: SettledItem['state'];

  @ApiProperty(anything) rules!: SettledItem['rules'];

  @ApiProperty({ ...anything, nullable: true }) approval!: SettledItem['approval'];

  @ApiProperty() note!: string;

  @ApiProperty({ description: 'Empty: the sheets said the same' }) reason!: string;

  @ApiProperty() settledByName!: string;

  @ApiProperty({ format: 'date-time' }) settledAt!: string;

  static of({
    settledAt,
    itemId: _item,
    differed: _differed,
    ...settled
  }: SettledItem): SettledDto {
    return { ...settled, settledAt: settledAt.toISOString() };
  }
}

class ComparedAnswerDto extends PickType(StoredScoreDto, [
  'state',
  'rules',
  'finding',
  'reason',
  'approval',
]) {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty(points) points!: number | null;
}

class ComparedItemDto {
  @ApiProperty() itemId!: string;

  @ApiProperty({ description: 'The sheets that count do not say the same' }) differs!: boolean;

  @ApiProperty({ description: 'It waits for the lead' }) isOpen!: boolean;

  @ApiProperty({ type: [ComparedAnswerDto] }) answers!: ComparedAnswerDto[];

  @ApiProperty({ type: SelfAnswerDto }) self!: SelfAnswerDto;

  @ApiProperty({
    type: SettledDto,
    nullable: true,
    description: 'Null: the lead settled nothing here',
  })
  settled!: SettledDto | null;

  @ApiProperty(points) settledPoints!: number | null;
}

export class ResultFigureDto {
  @ApiProperty({ type: String, nullable: true }) grade!: string | null;

  @ApiProperty(points) total!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Hundredths of a percent' })
  readiness!: number | null;
}

class ComparedSheetDto extends ResultFigureDto {
  @ApiProperty({ description: 'Of the account; `self`: the enterprise' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ description: 'Its assessor belongs to the team' }) isCounted!: boolean;
}

class AgreementDto implements Agreement {
  @ApiProperty({ type: String, nullable: true, description: 'Null: all sections' })
  sectionId!: string | null;

  @ApiProperty() one!: string;

  @ApiProperty() other!: string;

  @ApiProperty({ ...count, description: 'Items that both judged' }) items!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Quadratic weighted kappa, in hundredths',
  })
  kappa!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Mean of one less the other per item: hundredths of a point, or of a percent',
  })
  difference!: number | null;
}

/** The sheets side by side. */
export class ComparisonDto {
  @ApiProperty({ type: [String], description: 'Names of the team whose sheets are not handed in' })
  waitsFor!: string[];

  @ApiProperty({ type: [ComparedSheetDto], description: 'The enterprise’s own result is the last' })
  sheets!: ComparedSheetDto[];

  @ApiProperty({ type: [ComparedItemDto] }) items!: ComparedItemDto[];

  @ApiProperty({ type: [AgreementDto] }) agreement!: AgreementDto[];

  @ApiProperty({ type: ResultFigureDto, description: 'Of what is settled so far' })
  settled!: ResultFigureDto;
}

export class SettleItemDto
  extends PickType(AnswerContentDto, ['state', 'rules', 'approval'])
  implements SettledContent
{
  @ApiProperty({ maxLength: 4_000, description: 'What was found; may be empty' })
  @IsString()
  @MaxLength(4_000)
  note!: string;

  @ApiProperty({ maxLength: 2_000, description: 'Why it is settled so' })
  @IsString()
  @IsWritten()
  @MaxLength(2_000)
  reason!: string;
}
export { SettledDto };
