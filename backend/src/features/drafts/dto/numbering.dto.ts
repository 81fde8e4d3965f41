import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DraftKind } from '@liangxing/dossier';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Optional, Nested } from '../../../kernel';
import type { NumberingSetting } from '../draft';
import { DRAFT_KINDS } from './draft.dto';

/** Letters of the classes. */
class NumberingClassesDto {
  @ApiProperty() @IsString() @Matches(/^[A-Z]{0,4}$/) technical!: string;
  @ApiProperty() @IsString() @Matches(/^[A-Z]{0,4}$/) management!: string;
  @ApiProperty() @IsString() @Matches(/^[A-Z]{0,4}$/) post!: string;
}

export class SaveNumberingDto {
  @ApiProperty({ description: 'Q/CODE {类别}{序号:4}-{年}' })
  @IsString()
  @MaxLength(80)
  pattern!: string;

  @ApiProperty({ type: NumberingClassesDto })
  @Nested(() => NumberingClassesDto)
  classes!: NumberingClassesDto;
}

export class NumberingDto extends SaveNumberingDto {
  @ApiProperty({ description: '0: nobody has set it yet' }) version!: number;
  @ApiProperty({ description: 'In the manner of the numbers in the register; empty: none there' })
  suggestion!: string;
}

export class NextNumberQueryDto {
  @ApiProperty({ enum: DRAFT_KINDS })
  @IsIn(DRAFT_KINDS)
  kind!: DraftKind;

  @ApiPropertyOptional({ description: 'Code of the node in the system' })
  @Optional()
  @IsString()
  @MaxLength(20)
  node?: string;

  @ApiPropertyOptional({ type: 'integer' })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2099)
  year?: number;
}

export class NextNumberDto {
  @ApiProperty() number!: string;
}

export function numberingDto({
  version,
  pattern,
  classes,
  suggestion,
}: NumberingSetting & Pick<NumberingDto, 'suggestion'>): NumberingDto {
  return { version, pattern, classes: { ...classes }, suggestion };
}
