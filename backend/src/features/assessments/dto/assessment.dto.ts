import {
  ASSESSMENT_MOVE_NAMES,
  ASSESSMENT_STATES,
  DECLARATION_IDS,
  type AssessmentMove,
  type AssessmentState,
  type DeclarationId,
} from '@liangxing/contracts';
import { longestMonths } from '@liangxing/scoring';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  Answered,
  IsDay,
  IsWritten,
  Nested,
  NestedList,
  Nullable,
  Optional,
  PartialOf,
} from '../../../kernel';
import { usualHorizon, type Assessment, type Efforts } from '../assessment';
import { TeamMemberDto } from './team-member.dto';

class ConfirmedDeclarationDto {
  @ApiProperty({ enum: DECLARATION_IDS })
  @IsIn(DECLARATION_IDS)
  id!: DeclarationId;

  @ApiProperty({ description: 'The usual words are true' })
  @IsBoolean()
  holds!: boolean;

  @ApiProperty({ description: 'Otherwise: what there was' })
  @IsString()
  @MaxLength(2000)
  text!: string;
}

class AssessmentPlanDto {
  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(4000)
  purpose = '';

  @ApiProperty({ type: [TeamMemberDto] })
  @ArrayMaxSize(100)
  @NestedList(() => TeamMemberDto)
  team: TeamMemberDto[] = [];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay()
  startedOn: string | null = null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay()
  finishedOn: string | null = null;

  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(4000)
  method = '';

  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(4000)
  sampling = '';

  @ApiProperty({ type: [ConfirmedDeclarationDto], required: false })
  @ArrayMaxSize(DECLARATION_IDS.length)
  @ArrayUnique(({ id }: ConfirmedDeclarationDto) => id)
  @NestedList(() => ConfirmedDeclarationDto)
  declarations: ConfirmedDeclarationDto[] = [];
}

export class StartAssessmentDto {
  @ApiProperty()
  @IsString()
  @IsWritten()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ example: 'gsp-2004' })
  @IsString()
  @IsNotEmpty()
  schemeId!: string;

  @ApiProperty({ required: false, description: 'The newest published one if left out' })
  @Optional()
  @IsString()
  schemeVersion?: string;

  @ApiProperty({ required: false, example: 'AAAA' })
  @Optional()
  @IsString()
  @MaxLength(20)
  targetGrade?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Take over the answers of this one',
  })
  @Optional()
  @IsUUID()
  copyFrom?: string;
}

class AssessmentFieldsDto {
  @ApiProperty()
  @IsString()
  @IsWritten()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ description: 'Grade of the scheme, or empty' })
  @IsString()
  @MaxLength(20)
  targetGrade!: string;

  @ApiProperty({ enum: ['national', 'provincial'], nullable: true, type: String })
  @Nullable()
  @IsIn(['national', 'provincial'])
  targetLevel!: 'national' | 'provincial' | null;

  @ApiProperty({ type: AssessmentPlanDto })
  @Nested(() => AssessmentPlanDto)
  plan!: AssessmentPlanDto;

  @ApiProperty()
  @IsString()
  @MaxLength(10_000)
  conclusion!: string;
}

export class ChangeAssessmentDto extends PartialOf(AssessmentFieldsDto) {}

export class MoveAssessmentDto {
  @ApiProperty({ enum: ASSESSMENT_MOVE_NAMES })
  @IsIn(ASSESSMENT_MOVE_NAMES)
  move!: AssessmentMove;
}

class PlanDto extends Answered(AssessmentPlanDto) {}

/** A self-evaluation pinned to a scheme version. */
export class AssessmentDto extends AssessmentFieldsDto {
  @ApiProperty({ type: PlanDto })
  declare plan: PlanDto;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ enum: ASSESSMENT_STATES })
  state!: AssessmentState;

  @ApiProperty()
  schemeId!: string;

  @ApiProperty()
  schemeVersion!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  static of(assessment: Assessment): AssessmentDto {
    return {
      id: assessment.id,
      version: assessment.version,
      title: assessment.title,
      schemeId: assessment.schemeId,
      schemeVersion: assessment.schemeVersion,
      targetGrade: assessment.targetGrade,
      targetLevel: assessment.targetLevel,
      state: assessment.state,
      plan: {
        ...assessment.plan,
        team: assessment.plan.team.map((member) => ({ ...member })),
        declarations: assessment.plan.declarations.map((confirmed) => ({ ...confirmed })),
      },
      conclusion: assessment.conclusion,
      createdAt: assessment.createdAt.toISOString(),
      updatedAt: assessment.updatedAt.toISOString(),
    };
  }
}

class LeftBehindDto {
  @ApiProperty()
  itemId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: the whole item' })
  ruleId!: string | null;

  @ApiProperty({ description: 'Topic of the item, or words of the deduction' })
  text!: string;
}

export class StartedAssessmentDto extends AssessmentDto {
  @ApiProperty({
    type: [LeftBehindDto],
    description:
      'Answered in the earlier evaluation, and gone or changed in this version of the scheme; items with such a deduction are to be judged again',
  })
  leftBehind!: LeftBehindDto[];
}

export class SaveEffortsDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number', minimum: 0 } })
  @IsObject()
  efforts!: Record<string, number>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 0, maximum: longestMonths },
    default: {},
    description: 'Months until a correction counts',
  })
  @Optional()
  @IsObject()
  months: Record<string, number> = {};

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(5000)
  @IsString({ each: true })
  excluded!: string[];

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: longestMonths,
    required: false,
    default: usualHorizon,
    description: 'Months until the application',
  })
  @Optional()
  @IsInt()
  @Min(1)
  @Max(longestMonths)
  horizon = usualHorizon;
}

/** Effort and time per correction, corrections that are out of the question, and the time that the plan has. */
export class EffortsDto extends Answered(SaveEffortsDto) {
  @ApiProperty({ description: '0: never saved' })
  version!: number;

  static of({ version, efforts, months, excluded, horizon }: Efforts): EffortsDto {
    return {
      version,
      efforts: { ...efforts },
      months: { ...months },
      excluded: [...excluded],
      horizon,
    };
  }
}
