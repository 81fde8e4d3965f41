import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { EmailAddress } from '../../../kernel';
import { AgreementDto } from './engagement.dto';
import { AskedTermsDto } from './terms.dto';

export class OfferToClientDto extends AskedTermsDto {
  @EmailAddress()
  email: string;
}

/** Moves of the consultancy with an engagement of its list. */
const CONSULTANCY_MOVES = ['accept', 'decline', 'resign'] as const;
type ConsultancyMove = (typeof CONSULTANCY_MOVES)[number];

export class ConsultancyMoveDto {
  @ApiProperty({ enum: CONSULTANCY_MOVES })
  @IsIn(CONSULTANCY_MOVES)
  move: ConsultancyMove;
}

export class AssignPeopleDto {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    maxItems: 300,
    description: 'Members, all of them',
  })
  @IsArray()
  @ArrayMaxSize(300)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  userIds: string[];
}

export class AssignedDto {
  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty()
  name: string;
}

export class ClientDto extends AgreementDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null while a mailed offer waits: nobody has said for which enterprise',
  })
  clientId: string | null;

  @ApiProperty()
  clientName: string;

  @ApiProperty({ type: String, nullable: true, description: 'To which an offer was mailed' })
  email: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  mailFailedAt: string | null;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  @ApiProperty({ type: [AssignedDto] })
  people: AssignedDto[];
}
