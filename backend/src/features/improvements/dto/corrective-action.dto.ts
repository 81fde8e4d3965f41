import {
  ACTION_MOVES,
  ACTION_STATES,
  verbsOf,
  type ActionMove,
  type ActionState,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsIn,
  IsNumber,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { AccountOfName, IsDay, NestedList, Nullable, Optional, PartialOf } from '../../../kernel';
import type { CorrectiveAction } from '../corrective-action';

/** Person-days; more is a slip of the keyboard. */
const mostEffort = 9_999;
const verbs = verbsOf(ACTION_MOVES);

class ActionFieldsDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @Nullable()
  @IsUUID()
  assessmentId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @Nullable()
  @IsString()
  @MaxLength(40)
  itemId!: string | null;

  @ApiProperty()
  @IsString()
  @MaxLength(4000)
  finding!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(4000)
  cause!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(4000)
  measure!: string;

  @ApiProperty({ description: 'Department or person' })
  @IsString()
  @MaxLength(200)
  owner!: string;

  @AccountOfName({ required: true })
  ownerUserId!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay()
  dueOn!: string | null;

  @ApiProperty({ enum: ACTION_STATES })
  @IsIn(ACTION_STATES)
  state!: ActionState;

  @ApiProperty()
  @IsString()
  @MaxLength(4000)
  result!: string;

  @ApiProperty({ description: 'Another person than the owner' })
  @IsString()
  @MaxLength(200)
  verifiedBy!: string;

  @AccountOfName({ required: true })
  verifiedByUserId!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay()
  verifiedOn!: string | null;

  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: mostEffort })
  @Nullable()
  @IsNumber()
  @Min(0)
  @Max(mostEffort)
  effort!: number | null;
}

/** What is not named takes its default, or stays. */
export class WriteActionDto extends PartialOf(ActionFieldsDto) {}

/** A verb of the table; `verify` says who verified when, where that is not written yet. */
export class MoveActionDto extends PartialOf(
  PickType(ActionFieldsDto, ['verifiedBy', 'verifiedByUserId', 'verifiedOn']),
) {
  @ApiProperty({ enum: verbs })
  @IsIn(verbs)
  move!: ActionMove;
}

export class CorrectiveActionDto extends ActionFieldsDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ description: '1, 2, … within the organization' })
  number!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of(action: CorrectiveAction): CorrectiveActionDto {
    const { ruleId: _ruleId, createdAt, ...fields } = action;
    return { ...fields, createdAt: createdAt.toISOString() };
  }
}

export class ActionsQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Its actions, and those of no evaluation' })
  @Optional()
  @IsUUID()
  assessmentId?: string;
}

export class RouteCorrectionDto {
  @ApiProperty()
  @IsString()
  @MaxLength(40)
  itemId!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(60)
  ruleId!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(2000)
  text!: string;

  @ApiProperty({ type: Number, minimum: 0, maximum: mostEffort })
  @IsNumber()
  @Min(0)
  @Max(mostEffort)
  effort!: number;
}

export class ActionsFromRouteDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  assessmentId!: string;

  @ApiProperty({ type: [RouteCorrectionDto] })
  @ArrayMaxSize(500)
  @NestedList(() => RouteCorrectionDto)
  corrections!: RouteCorrectionDto[];
}
