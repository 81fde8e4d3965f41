import {
  CONCLUSION_LIMITS,
  LETTER_LIMITS,
  RECOMMENDATIONS,
  type Recommendation,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { Nullable } from '../../../kernel';
import type { Conclusion, ConclusionFields } from '../sheet';

const { summary: longestSummary, strengths: longestPart } = CONCLUSION_LIMITS;
const { text: longestText } = LETTER_LIMITS;

export class ConclusionFieldsDto implements ConclusionFields {
  @ApiProperty({ maxLength: longestSummary })
  @IsString()
  @MaxLength(longestSummary)
  summary!: string;

  @ApiProperty({ maxLength: longestPart })
  @IsString()
  @MaxLength(longestPart)
  strengths!: string;

  @ApiProperty({ maxLength: longestPart })
  @IsString()
  @MaxLength(longestPart)
  improvements!: string;

  @ApiProperty({ enum: RECOMMENDATIONS, nullable: true, description: 'Null: not decided yet' })
  @Nullable()
  @IsIn(RECOMMENDATIONS)
  recommendation!: Recommendation | null;

  @ApiProperty({ maxLength: 50, description: 'Of the scheme; empty: none' })
  @IsString()
  @MaxLength(50)
  grade!: string;
}

export class ConclusionDto extends ConclusionFieldsDto {
  @ApiProperty({ minimum: 0, description: '0: nothing is written yet' }) version!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true }) updatedAt!: string | null;

  @ApiProperty() updatedByName!: string;

  static of(conclusion: Conclusion): ConclusionDto {
    const { version, summary, strengths, improvements, recommendation, grade } = conclusion;
    const { updatedAt, updatedByName } = conclusion;
    return {
      ...{ version, summary, strengths, improvements, recommendation, grade },
      ...{ updatedAt: updatedAt?.toISOString() ?? null, updatedByName },
    };
  }
}

export class LeadMoveDto {
  @ApiProperty({ maxLength: longestText, description: 'The enterprise reads it; may be empty' })
  @IsString()
  @MaxLength(longestText)
  text!: string;
}
