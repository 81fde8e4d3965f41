import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  printedNumber,
  WATCHED_CHANGES,
  type StandardStatus,
  type WatchedChange,
  type WatchedState,
} from '@liangxing/standard-number';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { NestedList } from '../../../kernel';
import { CURRENCY_STATES, type CurrencyRow } from '../currency-report';
import {
  StandardVerificationDto,
  verificationDto,
  VerificationInputDto,
} from '../dto/verification.dto';
import { changesOf, stampOf, type KnownStandard, type Watched } from './watched';

const date = { type: String, format: 'date', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class WatchedInputDto {
  @ApiProperty({
    description: 'Numbers, one or several in a line, with titles or without.',
    minLength: 1,
    maxLength: 20_000,
  })
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  numbers!: string;
}

export class AddedWatchedDto {
  @ApiProperty({ type: [String], format: 'uuid' }) ids!: string[];
  @ApiProperty({ type: [String], description: 'Numbers followed before.' }) already!: string[];
  @ApiProperty({ type: [String], description: 'Lines without the number of a standard.' })
  unread!: string[];
}

class WatchedStateDto {
  @ApiProperty({ enum: CURRENCY_STATES }) status!: StandardStatus;
  @ApiProperty({ description: 'Should be in force by now: look it up.' }) isDue!: boolean;
  @ApiProperty(date) inForceOn!: string | null;
  @ApiProperty({ ...date, description: 'First day out of force, still to come.' })
  endsOn!: string | null;
  @ApiProperty({ ...text, description: 'Edition that an undated reference means.' })
  edition!: string | null;
  @ApiProperty({ type: [String], description: 'Numbers of what replaces it.' })
  replacedBy!: string[];
}

export class WatchedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'National, sector, local …: which official site knows it.' })
  level!: string;
  @ApiProperty({ type: WatchedStateDto }) now!: WatchedStateDto;
  @ApiProperty({ type: WatchedStateDto, description: 'What was last marked as read.' })
  seen!: WatchedStateDto;
  @ApiProperty({ enum: WATCHED_CHANGES, isArray: true }) changes!: WatchedChange[];
  @ApiProperty({ description: 'Of the state that is shown; to mark it as read.' }) stamp!: string;
  @ApiProperty({ enum: ['dates', 'claim', 'register', 'none'] }) basis!: CurrencyRow['basis'];
  @ApiProperty() source!: string;
  @ApiProperty(date) checkedOn!: string | null;
  @ApiProperty({ ...text, format: 'uuid', description: 'Row of the register that lists it.' })
  standardId!: string | null;
  @ApiProperty({ type: StandardVerificationDto, nullable: true })
  verified!: StandardVerificationDto | null;
  @ApiProperty({ format: 'date-time' }) addedAt!: string;
  @ApiProperty() addedByName!: string;
}

class ShownWatchedDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() id!: string;
  @ApiProperty() @IsString() @MaxLength(32) stamp!: string;
}

export class ReadWatchedDto {
  @ApiProperty({ type: [ShownWatchedDto], minItems: 1, maxItems: 500 })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @NestedList(() => ShownWatchedDto)
  shown!: ShownWatchedDto[];
}

export class MarkedReadDto {
  @ApiProperty({ type: 'integer', minimum: 0 }) marked!: number;
}

export class WatchedFindingDto extends OmitType(VerificationInputDto, ['standards'] as const) {}

const stateDto = (state: WatchedState): WatchedStateDto => ({
  ...state,
  replacedBy: [...state.replacedBy],
});

export function watchedDto(watched: Watched, known: KnownStandard): WatchedDto {
  const { row, listed, verified, state } = known;
  return {
    id: watched.id,
    number: printedNumber(watched.number),
    title: listed ? row.standard.title : row.entry?.title || watched.title,
    level: watched.level,
    now: stateDto(state),
    seen: stateDto(watched.seen),
    changes: [...changesOf(watched, known)],
    stamp: stampOf(state),
    basis: row.basis,
    source: row.source,
    checkedOn: row.checkedOn,
    standardId: listed?.id ?? null,
    verified: verified === null ? null : verificationDto(verified),
    addedAt: watched.addedAt.toISOString(),
    addedByName: watched.addedByName,
  };
}
