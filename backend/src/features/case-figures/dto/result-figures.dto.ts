import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsDay } from '../../../kernel';
import {
  LEAST_ITEMS,
  type AgreementFigure,
  type AgreementInQuarter,
  type AssessorAgreement,
} from '../agreement-figures';
import type { ItemFigure } from '../item-figures';
import type { EvaluatedScheme, ResultsAsked } from '../result-figures.repository';
import type { ResultFigures } from '../use-cases/read-result-figures';

const count = { type: 'integer', minimum: 0 } as const;
const hundredths = { type: 'integer', nullable: true } as const;

class FigureTextDto {
  @ApiProperty() 'zh-CN'!: string;

  @ApiPropertyOptional() en?: string;
}

export class EvaluatedSchemeDto implements EvaluatedScheme {
  @ApiProperty() schemeId!: string;

  @ApiProperty({ type: FigureTextDto }) title!: FigureTextDto;

  @ApiProperty({ minimum: 1, description: 'Cases' }) results!: number;
}

export class ResultFiguresQueryDto implements ResultsAsked {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  schemeId!: string;

  @ApiProperty({ format: 'date', description: 'Handed over on this day or later' })
  @IsDay()
  from!: string;

  @ApiProperty({ format: 'date', description: 'Handed over on this day or before' })
  @IsDay()
  until!: string;
}

class ItemFigureDto implements ItemFigure {
  @ApiProperty() itemId!: string;

  @ApiProperty() clause!: string;

  @ApiProperty({ type: FigureTextDto }) topic!: FigureTextDto;

  @ApiProperty({ ...count, description: 'Cases whose gravest finding of it was 严重' })
  major!: number;

  @ApiProperty({ ...count, description: 'Cases whose gravest finding of it was 一般' })
  minor!: number;

  @ApiProperty({ type: 'integer', description: 'Hundredths of a percent' }) cumulative!: number;

  @ApiProperty({
    ...hundredths,
    description: 'On average, hundredths of a point; null: none are given',
  })
  lost!: number | null;
}

class AgreementFigureDto implements AgreementFigure {
  @ApiProperty(count) cases!: number;

  @ApiProperty({ ...count, description: 'Items that the person judged and the team settled' })
  items!: number;

  @ApiProperty({
    ...hundredths,
    description: `Quadratic weighted kappa; null below ${String(LEAST_ITEMS)} items`,
  })
  kappa!: number | null;

  @ApiProperty({
    ...hundredths,
    description: 'Of the person less what was settled, per item: of a point, or of a percent',
  })
  difference!: number | null;
}

class AgreementInQuarterDto extends AgreementFigureDto implements AgreementInQuarter {
  @ApiProperty({ example: '2026-Q1' }) quarter!: string;
}

class AssessorAgreementDto extends AgreementFigureDto implements AssessorAgreement {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ type: [AgreementInQuarterDto] }) quarters!: AgreementInQuarterDto[];
}

export class ResultFiguresDto implements ResultFigures {
  @ApiProperty(count) cases!: number;

  @ApiProperty({ enum: ['scored', 'readiness'], nullable: true, description: 'Null: no result' })
  kind!: ResultFigures['kind'];

  @ApiProperty({ type: [ItemFigureDto], description: 'Those with findings in most cases first' })
  items!: ItemFigureDto[];

  @ApiProperty({ type: [AssessorAgreementDto] }) people!: AssessorAgreementDto[];

  @ApiProperty({ description: 'Of the person who asks alone' }) isOwnOnly!: boolean;

  @ApiProperty({ ...count, description: 'Below so many items no agreement is told' })
  leastItems!: number;

  static of({ cases, kind, items, people, isOwnOnly }: ResultFigures): ResultFiguresDto {
    return {
      ...{ cases, kind, isOwnOnly, leastItems: LEAST_ITEMS, items: [...items] },
      people: people.map(({ quarters, ...person }) => ({ ...person, quarters: [...quarters] })),
    };
  }
}
