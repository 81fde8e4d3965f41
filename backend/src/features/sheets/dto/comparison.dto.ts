import { TEAM_LIMITS } from '@liangxing/contracts';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsWritten } from '../../../kernel';
import { AnswerContentDto } from '../../assessments';
import type { Agreement } from '../compare-sheets';
import type { SettledContent, SettledItem } from '../sheet';
import { anything, count, points, SelfAnswerDto, states, StoredScoreDto } from './sheet.dto';

/** What all assessors of a team wrote of an item, one below the other. */
const longestNote = 4_100 * TEAM_LIMITS.people;

class SettledDto implements Omit<SettledItem, 'settledAt' | 'itemId' | 'differed'> {
  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty({ enum: states }) state!: SettledItem['state'];

  @ApiProperty(anything) rules!: SettledItem['rules'];

  @ApiProperty({ ...anything, nullable: true }) approval!: SettledItem['approval'];

  @ApiProperty() note!: string;

  @ApiProperty({ description: 'Empty: the sheets said the same' }) reason!: string;

  @ApiProperty() settledByName!: string;

  @ApiProperty({ format: 'date-time' }) settledAt!: string;

  static of({
    settledAt,
    itemId: _item,
    differed: _differed,
    ...settled
  }: SettledItem): SettledDto {
    return { ...settled, settledAt: settledAt.toISOString() };
  }
}

class ComparedAnswerDto extends PickType(StoredScoreDto, [
  'state',
  'rules',
  'finding',
  'reason',
  'approval',
]) {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty(points) points!: number | null;
}

class ComparedItemDto {
  @ApiProperty() itemId!: string;

  @ApiProperty({ description: 'The sheets that count do not say the same' }) differs!: boolean;

  @ApiProperty({ description: 'It waits for the lead' }) isOpen!: boolean;

  @ApiProperty({ type: [ComparedAnswerDto] }) answers!: ComparedAnswerDto[];

  @ApiProperty({ type: SelfAnswerDto }) self!: SelfAnswerDto;

  @ApiProperty({
    type: SettledDto,
    nullable: true,
    description: 'Null: the lead settled nothing here',
  })
  settled!: SettledDto | null;

  @ApiProperty(points) settledPoints!: number | null;
}

export class ResultFigureDto {
  @ApiProperty({ type: String, nullable: true }) grade!: string | null;

  @ApiProperty(points) total!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Hundredths of a percent' })
  readiness!: number | null;
}

class ComparedSheetDto extends ResultFigureDto {
  @ApiProperty({ description: 'Of the account; `self`: the enterprise' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ description: 'Its assessor belongs to the team' }) isCounted!: boolean;
}

class SheetAgreementDto implements Agreement {
  @ApiProperty({ type: String, nullable: true, description: 'Null: all sections' })
  sectionId!: string | null;

  @ApiProperty() one!: string;

  @ApiProperty() other!: string;

  @ApiProperty({ ...count, description: 'Items that both judged' }) items!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Quadratic weighted kappa, in hundredths',
  })
  kappa!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Mean of one less the other per item: hundredths of a point, or of a percent',
  })
  difference!: number | null;
}

/** The sheets side by side. */
export class ComparisonDto {
  @ApiProperty({ type: [String], description: 'Names of the team whose sheets are not handed in' })
  waitsFor!: string[];

  @ApiProperty({ type: [ComparedSheetDto], description: 'The enterprise’s own result is the last' })
  sheets!: ComparedSheetDto[];

  @ApiProperty({ type: [ComparedItemDto] }) items!: ComparedItemDto[];

  @ApiProperty({ type: [SheetAgreementDto] }) agreement!: SheetAgreementDto[];

  @ApiProperty({ type: ResultFigureDto, description: 'Of what is settled so far' })
  settled!: ResultFigureDto;
}

export class SettleItemDto
  extends PickType(AnswerContentDto, ['state', 'rules', 'approval'])
  implements SettledContent
{
  @ApiProperty({ maxLength: longestNote, description: 'What was found; may be empty' })
  @IsString()
  @MaxLength(longestNote)
  note!: string;

  @ApiProperty({ maxLength: 2_000, description: 'Why it is settled so' })
  @IsString()
  @IsWritten()
  @MaxLength(2_000)
  reason!: string;
}
export { SettledDto };
