import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Assessment, Efforts } from '../assessment';

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class TeamMemberDto {
  @ApiProperty()
  @IsString()
  @MaxLength(100)
  name!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(100)
  role!: string;
}

export class AssessmentPlanDto {
  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(4000)
  purpose = '';

  @ApiProperty({ type: [TeamMemberDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => TeamMemberDto)
  team: TeamMemberDto[] = [];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @Matches(isoDate)
  startedOn: string | null = null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @Matches(isoDate)
  finishedOn: string | null = null;

  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(4000)
  method = '';

  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(4000)
  sampling = '';
}

export class StartAssessmentDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ example: 'gsp-2004' })
  @IsString()
  @IsNotEmpty()
  schemeId!: string;

  @ApiProperty({ required: false, description: 'The newest published one if left out' })
  @IsOptional()
  @IsString()
  schemeVersion?: string;

  @ApiProperty({ required: false, example: 'AAAA' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  targetGrade?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Take over the answers of this one',
  })
  @IsOptional()
  @IsUUID()
  copyFrom?: string;
}

class AssessmentFieldsDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ description: 'Grade of the scheme, or empty' })
  @IsString()
  @MaxLength(20)
  targetGrade!: string;

  @ApiProperty({ enum: ['national', 'provincial'], nullable: true, type: String })
  @IsOptional()
  @IsIn(['national', 'provincial'])
  targetLevel!: 'national' | 'provincial' | null;

  @ApiProperty({ enum: ['open', 'closed'] })
  @IsIn(['open', 'closed'])
  state!: 'open' | 'closed';

  @ApiProperty({ type: AssessmentPlanDto })
  @IsObject()
  @ValidateNested()
  @Type(() => AssessmentPlanDto)
  plan!: AssessmentPlanDto;

  @ApiProperty()
  @IsString()
  @MaxLength(10_000)
  conclusion!: string;
}

export class ChangeAssessmentDto extends PartialType(AssessmentFieldsDto) {}

/** A self-evaluation pinned to a scheme version. */
export class AssessmentDto extends AssessmentFieldsDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;

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
      plan: { ...assessment.plan, team: assessment.plan.team.map((member) => ({ ...member })) },
      conclusion: assessment.conclusion,
      createdAt: assessment.createdAt.toISOString(),
      updatedAt: assessment.updatedAt.toISOString(),
    };
  }
}

export class SaveEffortsDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number', minimum: 0 } })
  @IsObject()
  efforts!: Record<string, number>;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(5000)
  @IsString({ each: true })
  excluded!: string[];
}

/** Effort per correction, and corrections that are out of the question. */
export class EffortsDto extends SaveEffortsDto {
  @ApiProperty({ description: '0: never saved' })
  version!: number;

  static of({ version, efforts, excluded }: Efforts): EffortsDto {
    return { version, efforts: { ...efforts }, excluded: [...excluded] };
  }
}
