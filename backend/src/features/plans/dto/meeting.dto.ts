import {
  CASE_SIDES,
  MEETING_KINDS,
  MEETING_LIMITS,
  type CaseSide,
  type MeetingKind,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsString, MaxLength } from 'class-validator';
import { IsDay, IsWritten, NestedList, Nullable } from '../../../kernel';
import type { Attendee, Meeting, MeetingFacts } from '../meeting';

const { text: longestText, name: longestName, place: longestPlace, people } = MEETING_LIMITS;

class AttendeeDto implements Attendee {
  @ApiProperty({ enum: CASE_SIDES })
  @IsIn(CASE_SIDES)
  side!: CaseSide;

  @ApiProperty({ maxLength: longestName })
  @IsString()
  @IsWritten()
  @MaxLength(longestName)
  name!: string;

  @ApiProperty({ maxLength: longestName, description: 'May be empty' })
  @IsString()
  @MaxLength(longestName)
  department!: string;

  @ApiProperty({ maxLength: longestName, description: 'May be empty' })
  @IsString()
  @MaxLength(longestName)
  post!: string;
}

export class WriteMeetingDto implements MeetingFacts {
  @ApiProperty({
    ...{ type: String, format: 'date', nullable: true },
    description: 'Not after today; null: not held yet',
  })
  @Nullable()
  @IsDay()
  heldOn!: string | null;

  @ApiProperty({ maxLength: longestPlace, description: 'May be empty' })
  @IsString()
  @MaxLength(longestPlace)
  place!: string;

  @ApiProperty({ maxLength: longestText, description: 'May be empty' })
  @IsString()
  @MaxLength(longestText)
  minutes!: string;

  @ApiProperty({ type: [AttendeeDto], maxItems: people })
  @NestedList(() => AttendeeDto)
  @ArrayMaxSize(people)
  attendance!: AttendeeDto[];
}

export class MeetingDto extends WriteMeetingDto {
  @ApiProperty({ enum: MEETING_KINDS }) kind!: MeetingKind;

  @ApiProperty({ minimum: 0, description: '0: nothing was written down yet' }) version!: number;

  static of({ kind, version, heldOn, place, minutes, attendance }: Meeting): MeetingDto {
    return { kind, version, heldOn, place, minutes, attendance: [...attendance] };
  }
}
