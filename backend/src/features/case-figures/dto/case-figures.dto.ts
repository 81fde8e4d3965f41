import { CASE_STATES, type CaseState } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import type { CasesInState, PersonalLoad } from '../case-figures.repository';
import type { StageTime } from '../stage-times';
import { EvaluatedSchemeDto } from './result-figures.dto';

class CasesInStateDto implements CasesInState {
  @ApiProperty({ enum: CASE_STATES }) state!: CaseState;

  @ApiProperty({ minimum: 1 }) count!: number;
}

class StageTimeDto implements StageTime {
  @ApiProperty({ enum: CASE_STATES }) state!: CaseState;

  @ApiProperty({ minimum: 1, description: 'How often a case has left it' }) count!: number;

  @ApiProperty({ type: 'integer', description: 'Tenths of a day' }) median!: number;

  @ApiProperty({ type: 'integer', description: 'Tenths of a day; nine of ten took no longer' })
  slow!: number;
}

class PersonalLoadDto implements PersonalLoad {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ description: 'Open cases whose team they lead' }) led!: number;

  @ApiProperty({ description: 'Open cases whose team they belong to otherwise' }) assessed!: number;
}

export class CaseFiguresDto {
  @ApiProperty({ type: [CasesInStateDto], description: 'In the order of the life of a case' })
  states!: CasesInStateDto[];

  @ApiProperty({ type: [StageTimeDto], description: 'Of the cases of the last two years' })
  times!: StageTimeDto[];

  @ApiProperty({ type: [PersonalLoadDto], description: 'Who has most first' })
  loads!: PersonalLoadDto[];

  @ApiProperty({ type: [EvaluatedSchemeDto], description: 'Of which most cases are first' })
  schemes!: EvaluatedSchemeDto[];
}
