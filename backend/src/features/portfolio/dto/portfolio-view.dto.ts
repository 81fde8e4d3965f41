import {
  CLIENT_STAGES,
  MOST_QUIET_DAYS,
  MOST_VIEWS,
  PORTFOLIO_GROUPS,
  PORTFOLIO_SORTS,
  USUAL_VIEW,
  type ClientStage,
  type PortfolioGroup,
  type PortfolioSort,
  type PortfolioView,
  type SavedView,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsWritten, NestedList, Optional } from '../../../kernel';

const LONGEST_SEARCH = 100;
const LONGEST_NAME = 50;
const flag = { enum: ['true', 'false'] } as const;

/** What an export leaves out, and in which order it stands. */
export class ExportPortfolioDto {
  @ApiPropertyOptional({ maxLength: LONGEST_SEARCH })
  @Optional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  search?: string;

  @ApiPropertyOptional({ enum: CLIENT_STAGES })
  @Optional()
  @IsIn(CLIENT_STAGES)
  stage?: ClientStage;

  @ApiPropertyOptional({ ...flag, description: 'Only those with overdue actions' })
  @Optional()
  @IsIn(flag.enum)
  overdue?: 'true' | 'false';

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: MOST_QUIET_DAYS })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_QUIET_DAYS)
  quietDays?: number;

  @ApiPropertyOptional({ enum: PORTFOLIO_SORTS })
  @Optional()
  @IsIn(PORTFOLIO_SORTS)
  sort?: PortfolioSort;

  @ApiPropertyOptional(flag)
  @Optional()
  @IsIn(flag.enum)
  descending?: 'true' | 'false';

  @ApiPropertyOptional({ enum: PORTFOLIO_GROUPS })
  @Optional()
  @IsIn(PORTFOLIO_GROUPS)
  group?: PortfolioGroup;
}

/** What is left out is as it usually is. */
export const viewOf = (query: ExportPortfolioDto): PortfolioView => ({
  search: query.search ?? USUAL_VIEW.search,
  stage: query.stage ?? USUAL_VIEW.stage,
  isOverdueOnly: query.overdue === 'true',
  quietDays: query.quietDays ?? USUAL_VIEW.quietDays,
  sort: query.sort ?? USUAL_VIEW.sort,
  isDescending: query.descending === 'true',
  group: query.group ?? USUAL_VIEW.group,
});

export class SavedViewDto implements SavedView {
  @ApiProperty({ maxLength: LONGEST_NAME })
  @IsString()
  @MaxLength(LONGEST_NAME)
  @IsWritten()
  name!: string;

  @ApiProperty({ description: 'The page opens with it; one at most' })
  @IsBoolean()
  isDefault!: boolean;

  @ApiProperty({ maxLength: LONGEST_SEARCH })
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  search!: string;

  @ApiProperty({ enum: ['', ...CLIENT_STAGES] })
  @IsIn(['', ...CLIENT_STAGES])
  stage!: ClientStage | '';

  @ApiProperty()
  @IsBoolean()
  isOverdueOnly!: boolean;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: MOST_QUIET_DAYS })
  @IsInt()
  @Min(0)
  @Max(MOST_QUIET_DAYS)
  quietDays!: number;

  @ApiProperty({ enum: PORTFOLIO_SORTS })
  @IsIn(PORTFOLIO_SORTS)
  sort!: PortfolioSort;

  @ApiProperty()
  @IsBoolean()
  isDescending!: boolean;

  @ApiProperty({ enum: PORTFOLIO_GROUPS })
  @IsIn(PORTFOLIO_GROUPS)
  group!: PortfolioGroup;
}

export class SaveViewsDto {
  @ApiProperty({ type: [SavedViewDto], maxItems: MOST_VIEWS })
  @NestedList(() => SavedViewDto)
  @ArrayMaxSize(MOST_VIEWS)
  views!: SavedViewDto[];
}

export class ViewsDto {
  @ApiProperty({ type: [SavedViewDto] }) views!: SavedViewDto[];
  @ApiProperty({ type: 'integer', minimum: 0, description: '0: none was ever saved' })
  version!: number;
}
