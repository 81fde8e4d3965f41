import { CERTIFICATE_LIMITS } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { PageLimit, PageOffset } from '../../../kernel';
import type { PublicCertificate } from '../certificate';
import { RegisteredCertificateDto, registeredCertificateDto } from './certificate.dto';

export class RegisterQueryDto {
  @ApiProperty({
    minLength: 2,
    maxLength: CERTIFICATE_LIMITS.search,
    description: 'Part of the name, or the whole credit code or number',
  })
  @IsString()
  @MinLength(2)
  @MaxLength(CERTIFICATE_LIMITS.search)
  q!: string;

  @PageOffset() offset?: number;

  @PageLimit(20, 50) limit?: number;
}

/** As the public register shows it. */
export class PublicCertificateDto extends RegisteredCertificateDto {
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'When its body left the product: it stands as it stood then; null: it has not',
  })
  bodyLeftOn!: string | null;

  @ApiProperty({ description: 'By which the one that renews it can be verified; empty: none does' })
  renewedByCode!: string;
}

export const publicCertificateDto = (
  { bodyLeftOn, renewedByCode, ...found }: PublicCertificate,
  today: string,
): PublicCertificateDto => ({
  ...registeredCertificateDto(found, today),
  bodyLeftOn,
  renewedByCode,
});
