import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { Optional } from '../../../kernel';
import {
  CLAIMED_STATUSES,
  REGISTER_DEGREES,
  REGISTER_KINDS,
  REGISTER_LEVELS,
  type ClaimedStatus,
  type RegisterDegree,
  type RegisterKind,
  type RegisterLevel,
} from '../register/standard-record';
import { Day, LimitedText, OneOf } from './standard-fields';

/** Everything a person may write; what is left out stays as it is. */
class StandardInputDto {
  @LimitedText('systemCode') systemCode?: string;
  @LimitedText('number') number?: string;
  @LimitedText('title') title?: string;
  @LimitedText('englishTitle') englishTitle?: string;
  @Day() issuedOn?: string | null;
  @Day() inForceOn?: string | null;
  @Day() withdrawnOn?: string | null;
  @OneOf(CLAIMED_STATUSES) statusClaimed?: ClaimedStatus | null;
  @Day() statusCheckedOn?: string | null;
  @LimitedText('statusSource') statusSource?: string;
  @LimitedText('department') department?: string;
  @OneOf(REGISTER_KINDS) kind?: RegisterKind | null;
  @LimitedText('adoptedNumber') adoptedNumber?: string;
  @OneOf(REGISTER_DEGREES) adoptionDegree?: RegisterDegree | null;
  @LimitedText('replacesNumber') replacesNumber?: string;
  @LimitedText('citedNumbers') citedNumbers?: string;
  @LimitedText('ccs') ccs?: string;
  @LimitedText('ics') ics?: string;
  @LimitedText('note') note?: string;
  @ApiPropertyOptional() @Optional() @IsBoolean() isPlanned?: boolean;
  @ApiPropertyOptional({ enum: REGISTER_LEVELS, description: 'Only where no number tells it.' })
  @Optional()
  @IsIn(REGISTER_LEVELS)
  level?: RegisterLevel;
}

export class WrittenStandardDto extends StandardInputDto {
  @ApiPropertyOptional({
    description:
      'Also where the register has that standard already, as for another place of the system.',
  })
  @Optional()
  @IsBoolean()
  addsNevertheless?: boolean;
}
