import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Optional } from '../../../kernel';

/** Longer than any address of a page, shorter than what is refused at the door. */
const ADDRESS_LENGTH = 2_000;

export class SignOnOfferDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What people call the provider; null: this site has no single sign-on',
  })
  name: string | null;
}

export class BeginSignOnDto {
  @ApiPropertyOptional({
    maxLength: ADDRESS_LENGTH,
    description: 'Page of this site to go back to; anything else leads to the start',
  })
  @Optional()
  @IsString()
  @MaxLength(ADDRESS_LENGTH)
  from?: string;
}

export class WayToProviderDto {
  @ApiProperty({ description: 'Address at the provider to which the browser goes' })
  location: string;
}
