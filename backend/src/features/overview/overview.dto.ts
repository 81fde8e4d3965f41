import { ASSESSMENT_STATES, type AssessmentState } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Optional } from '../../kernel';

const count = { type: 'integer', minimum: 0 } as const;
const points = { type: 'integer', description: 'Hundredths of a point' } as const;

export class OverviewQueryDto {
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'The self-evaluation that was chosen; the newest open one if left out or unknown',
  })
  @Optional()
  @IsUUID()
  assessment?: string;
}

class ProfileProgressDto {
  @ApiProperty(count) done: number;
  @ApiProperty(count) total: number;
}

class SystemProgressFiguresDto {
  @ApiProperty({ format: 'uuid' }) id: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, nullable: true })
  completeness: number | null;

  @ApiProperty({ ...count, description: 'Essential documents that are not in force yet' })
  missing: number;

  @ApiProperty({ ...count, description: 'Standards of the register without a place in it' })
  unplaced: number;
}

class LevelCountDto {
  @ApiProperty() level: string;
  @ApiProperty(count) count: number;
}

class StandardCountsDto {
  @ApiProperty({ ...count, description: 'Entries of the register' }) total: number;
  @ApiProperty({ ...count, description: 'Neither planned nor out of force' }) existing: number;
  @ApiProperty({ type: [LevelCountDto] }) byLevel: LevelCountDto[];
  @ApiProperty(count) withProblems: number;
  @ApiProperty(count) expired: number;
}

class AssessmentProgressDto {
  @ApiProperty(count) answered: number;
  @ApiProperty(count) items: number;
  @ApiProperty(count) bonusAnswered: number;
  @ApiProperty(count) bonusItems: number;
}

class ConditionCountsDto {
  @ApiProperty(count) total: number;
  @ApiProperty(count) met: number;
  @ApiProperty(count) unmet: number;
  @ApiProperty(count) unanswered: number;
}

class NextItemDto {
  @ApiProperty() itemId: string;
  @ApiProperty({ description: "In the reader's language" }) topic: string;
}

class ReadinessFiguresDto {
  @ApiProperty({ ...count, description: 'Essential items that apply' }) essential: number;
  @ApiProperty(count) essentialMet: number;
  @ApiProperty(count) unmet: number;
  @ApiProperty({ type: NextItemDto, nullable: true }) next: NextItemDto | null;
}

class CurrentAssessmentDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ASSESSMENT_STATES }) state: AssessmentState;
  @ApiProperty() schemeId: string;
  @ApiProperty() schemeVersion: string;
  @ApiProperty({ type: String, nullable: true }) targetGrade: string | null;
  @ApiProperty(points) basic: number;
  @ApiProperty(points) bonus: number;
  @ApiProperty(points) total: number;
  @ApiProperty({ type: String, nullable: true }) grade: string | null;
  @ApiProperty({ type: String, nullable: true }) routeId: string | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'The grade is the target or above; null: no target, or the scheme gives no grade',
  })
  reachesTarget: boolean | null;
  @ApiProperty() isProvisional: boolean;
  @ApiProperty({ type: AssessmentProgressDto }) progress: AssessmentProgressDto;
  @ApiProperty({ type: ConditionCountsDto, description: 'Conditions of the application' })
  conditions: ConditionCountsDto;

  @ApiProperty({ type: ReadinessFiguresDto, nullable: true, description: 'null: points are given' })
  readiness: ReadinessFiguresDto | null;
}

class EvidenceCountsDto {
  @ApiProperty({ ...count, description: 'Files that a dossier of the assessment lists' })
  files: number;

  @ApiProperty({ ...count, description: 'Items, actions and standards that they serve' })
  uses: number;

  @ApiProperty(count) itemsWithEvidence: number;
  @ApiProperty(count) fullMarksWithoutEvidence: number;
}

class ActionCountsDto {
  @ApiProperty(count) open: number;
  @ApiProperty(count) overdue: number;
}

class LastDossierDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ enum: ['queued', 'building', 'ready', 'failed'] }) state: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) builtAt: string | null;
}

export class NextStepDto {
  @ApiProperty() code: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  params: Record<string, string | number>;
}

export class OverviewDto {
  @ApiProperty({ type: ProfileProgressDto }) profile: ProfileProgressDto;

  @ApiProperty({ type: SystemProgressFiguresDto, nullable: true })
  system: SystemProgressFiguresDto | null;

  @ApiProperty({ type: StandardCountsDto }) standards: StandardCountsDto;

  @ApiProperty({ type: CurrentAssessmentDto, nullable: true })
  assessment: CurrentAssessmentDto | null;

  @ApiProperty({ type: EvidenceCountsDto }) evidence: EvidenceCountsDto;
  @ApiProperty({ type: ActionCountsDto }) actions: ActionCountsDto;
  @ApiProperty({ type: LastDossierDto, nullable: true }) dossier: LastDossierDto | null;
  @ApiProperty({ type: [NextStepDto] }) nextSteps: NextStepDto[];
}
