import {
  FINDING_SEVERITIES,
  RECOMMENDATIONS,
  TEAM_ROLES,
  type FindingSeverity,
  type Recommendation,
  type TeamRole,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import type { KeptResult } from '../../sheets';

const figure = { type: 'integer', nullable: true } as const;

class ResultMemberDto {
  @ApiProperty() name!: string;

  @ApiProperty({ enum: TEAM_ROLES }) role!: TeamRole;
}

class ResultFindingDto {
  @ApiProperty({ minimum: 1 }) number!: number;

  @ApiProperty({ enum: FINDING_SEVERITIES }) severity!: FindingSeverity;

  @ApiProperty() text!: string;

  @ApiProperty({ description: 'Somebody looked that it was corrected' }) isVerified!: boolean;
}

/** A result as who reviews and decides reads it. */
export class ReadResultDto {
  @ApiProperty({ minimum: 1, description: 'Handed over for the how manieth time' })
  number!: number;

  @ApiProperty() schemeTitle!: string;

  @ApiProperty({ enum: ['scored', 'readiness'] }) schemeKind!: 'scored' | 'readiness';

  @ApiProperty() targetGrade!: string;

  @ApiProperty({ type: String, nullable: true }) grade!: string | null;

  @ApiProperty({ ...figure, description: 'Hundredths of a point' }) total!: number | null;

  @ApiProperty({ ...figure, description: 'Hundredths of a percent' }) readiness!: number | null;

  @ApiProperty({ ...figure, description: 'Of the self-evaluation' }) selfTotal!: number | null;

  @ApiProperty({ ...figure, description: 'Of the self-evaluation' }) selfReadiness!: number | null;

  @ApiProperty({ type: [ResultMemberDto] }) team!: ResultMemberDto[];

  @ApiProperty({ type: [ResultFindingDto] }) findings!: ResultFindingDto[];

  @ApiProperty() summary!: string;

  @ApiProperty() strengths!: string;

  @ApiProperty() improvements!: string;

  @ApiProperty({ enum: RECOMMENDATIONS }) recommendation!: Recommendation;

  @ApiProperty({ description: 'Empty: none is recommended' }) recommendedGrade!: string;

  @ApiProperty({ type: [String], description: 'What the enterprise makes or does' })
  products!: string[];

  @ApiProperty() handedOverBy!: string;

  @ApiProperty({ format: 'date' }) handedOverOn!: string;

  static of({ number, result }: KeptResult): ReadResultDto {
    const { scheme, targetGrade, score, self, team, findings, conclusion, enterprise } = result;
    const { summary, strengths, improvements, recommendation, grade } = conclusion;
    return {
      ...{ number, schemeTitle: scheme.title['zh-CN'], schemeKind: scheme.kind, targetGrade },
      ...{ grade: score.grade, total: score.total, readiness: score.readiness },
      ...{ selfTotal: self.total, selfReadiness: self.readiness, team: [...team] },
      findings: findings.map((finding) => ({
        ...{ number: finding.number, severity: finding.severity, text: finding.text },
        isVerified: finding.verified !== null,
      })),
      ...{ summary, strengths, improvements, recommendation, recommendedGrade: grade },
      products: [...enterprise.products],
      ...{ handedOverBy: result.handedOver.by, handedOverOn: result.handedOver.on },
    };
  }
}
