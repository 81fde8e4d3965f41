import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { NestedList } from '../../../kernel';
import { DUTY_MARKS, type CorrectedCell, type DutyMark } from './corrected-allocation';
import type { DutyCorrections } from './duty-corrections.repository';
import type { ShownAllocation } from '../use-cases/show-duty-allocation';

/** 200 departments, and no sub-system that would be set anew for every one of them. */
const MOST_CELLS = 5_000;

export class CorrectedCellDto implements CorrectedCell {
  @ApiProperty({ description: 'Of the sub-system' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code!: string;

  @ApiProperty({ description: 'Name of the department' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  department!: string;

  @ApiProperty({ enum: DUTY_MARKS, description: '▲ leads, △ takes part, blank' })
  @IsIn(DUTY_MARKS)
  mark!: DutyMark;
}

export class CorrectDutiesDto {
  @ApiProperty({ type: [CorrectedCellDto], description: 'All of them; none: as derived' })
  @NestedList(() => CorrectedCellDto)
  @ArrayMaxSize(MOST_CELLS)
  cells!: CorrectedCellDto[];
}

export class DutyCorrectionsDto extends CorrectDutiesDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: '0: nobody has corrected anything yet' })
  version!: number;

  static of({ version, cells }: DutyCorrections): DutyCorrectionsDto {
    return { version, cells: cells.map((cell) => ({ ...cell })) };
  }
}

class DutyRowDto {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;

  @ApiProperty({ enum: DUTY_MARKS, isArray: true, description: 'As derived, one a department' })
  marks!: DutyMark[];
}

export class DutyAllocationDto extends DutyCorrectionsDto {
  @ApiProperty() hasSystem!: boolean;
  @ApiProperty({ type: [String] }) departments!: string[];
  @ApiProperty({ type: [DutyRowDto] }) rows!: DutyRowDto[];

  static shown({ derived, corrections, hasSystem }: ShownAllocation): DutyAllocationDto {
    return {
      ...DutyCorrectionsDto.of(corrections),
      hasSystem,
      departments: [...derived.departments],
      rows: derived.rows.map(({ code, name, marks }) => ({ code, name, marks: [...marks] })),
    };
  }
}
