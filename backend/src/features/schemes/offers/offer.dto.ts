import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { SchemeTitleDto } from '../dto/scheme-summary.dto';
import type { Offer, OfferedScheme } from './offer';

export class OfferSchemeDto {
  @ApiProperty({ maxLength: 40, description: 'One that the body has published' })
  @IsString()
  @MaxLength(40)
  version!: string;
}

export class SchemeOfferDto {
  @ApiProperty() schemeId!: string;

  @ApiProperty() version!: string;

  @ApiProperty({ format: 'date-time' }) offeredAt!: string;

  @ApiProperty() offeredByName!: string;

  static of({ schemeId, version, offeredAt, offeredByName }: Offer): SchemeOfferDto {
    return { schemeId, version, offeredAt: offeredAt.toISOString(), offeredByName };
  }
}

export class OfferedSchemeDto {
  @ApiProperty({ format: 'uuid' }) bodyId!: string;

  @ApiProperty() bodyName!: string;

  @ApiProperty() schemeId!: string;

  @ApiProperty() version!: string;

  @ApiProperty({ type: SchemeTitleDto }) title!: SchemeTitleDto;

  @ApiProperty({ format: 'date-time' }) offeredAt!: string;

  static of({ offeredAt, ...offered }: OfferedScheme): OfferedSchemeDto {
    return { ...offered, offeredAt: new Date(offeredAt).toISOString() };
  }
}

export class TakenOverDto {
  @ApiProperty({ description: 'Of the own scheme that it became' }) id!: string;

  @ApiProperty() version!: string;
}
