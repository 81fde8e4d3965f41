import {
  ENGAGEMENT_SIDES,
  ENGAGEMENT_STATES,
  type EngagementSide,
  type EngagementState,
} from '@liangxing/contracts';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../../../kernel';
import { AskedTermsDto, TermsDto } from './terms.dto';

class CreditCodeDto {
  @ApiProperty({ maxLength: 40, description: 'Unified social credit code of the consultancy' })
  @IsString()
  @MaxLength(40)
  creditCode: string;
}

export class FindConsultancyDto extends CreditCodeDto {}

export class FoundConsultancyDto {
  @ApiProperty()
  name: string;
}

export class OfferToConsultancyDto extends IntersectionType(AskedTermsDto, CreditCodeDto) {}

/** Moves of the client with an engagement of its own list; an offer that was mailed is answered by its link. */
const CLIENT_MOVES = ['withdraw', 'revoke'] as const;
type ClientMove = (typeof CLIENT_MOVES)[number];

export class ClientMoveDto {
  @ApiProperty({ enum: CLIENT_MOVES })
  @IsIn(CLIENT_MOVES)
  move: ClientMove;
}

export class ExtendDto {
  @ApiProperty({ format: 'date', description: 'Last day, at most three years after the first' })
  @IsDay()
  until: string;
}

const ANSWERS = ['accept', 'decline'] as const;

export class AnswerOfferDto extends TermsDto {
  @ApiProperty({ maxLength: 200, description: 'Of the mail' })
  @IsString()
  @MaxLength(200)
  token: string;

  @ApiProperty({ enum: ANSWERS })
  @IsIn(ANSWERS)
  answer: (typeof ANSWERS)[number];
}

/** What both sides see of an engagement. */
export class AgreementDto extends AskedTermsDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ENGAGEMENT_STATES })
  state: EngagementState;

  @ApiProperty({ enum: ENGAGEMENT_SIDES })
  offeredBy: EngagementSide;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of an offer' })
  expiresAt: string | null;

  @ApiProperty({ minimum: 1 })
  version: number;
}

export class EngagementDto extends AgreementDto {
  @ApiProperty()
  consultancyName: string;

  @ApiProperty({ description: 'Who opened the data for the enterprise' })
  givenBy: string;

  @ApiProperty({ format: 'date-time' })
  givenAt: string;

  @ApiProperty({ description: 'Who answered or ended it; may be empty' })
  decidedBy: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({ type: [String], description: 'Names of those who may enter now' })
  people: string[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastActivityAt: string | null;
}

export class SeenOfferDto extends AskedTermsDto {
  @ApiProperty({ format: 'uuid' })
  consultancyId: string;

  @ApiProperty()
  consultancyName: string;

  @ApiProperty()
  offeredByName: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ description: 'As the consultancy knows the enterprise; may be empty' })
  enterpriseName: string;

  @ApiProperty({ description: 'As the consultancy knows it; may be empty' })
  creditCode: string;
}
