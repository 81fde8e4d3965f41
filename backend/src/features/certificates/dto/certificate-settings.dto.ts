import {
  CERTIFICATE_LIMITS,
  CERTIFICATE_YEARS,
  PUBLICITY_DAYS,
  RENEWAL_MONTHS,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsWritten } from '../../../kernel';
import type { CertificateSettings } from '../certificate';

const { shortCode: longestShortCode, pattern: longestPattern } = CERTIFICATE_LIMITS;

export class WriteCertificateSettingsDto {
  @ApiProperty({ maxLength: longestShortCode, description: 'Before each number; may be empty' })
  @IsString()
  @MaxLength(longestShortCode)
  shortCode!: string;

  @ApiProperty({ maxLength: longestPattern, description: 'With {year} and {number:4}' })
  @IsString()
  @IsWritten()
  @MaxLength(longestPattern)
  numberPattern!: string;

  @ApiProperty({ minimum: CERTIFICATE_YEARS.least, maximum: CERTIFICATE_YEARS.most })
  @IsInt()
  @Min(CERTIFICATE_YEARS.least)
  @Max(CERTIFICATE_YEARS.most)
  years!: number;

  @ApiProperty({ minimum: PUBLICITY_DAYS.least, maximum: PUBLICITY_DAYS.most })
  @IsInt()
  @Min(PUBLICITY_DAYS.least)
  @Max(PUBLICITY_DAYS.most)
  publicityDays!: number;

  @ApiProperty({
    ...{ minimum: RENEWAL_MONTHS.least, maximum: RENEWAL_MONTHS.most },
    description: 'Before the last day of a certificate, when its renewal should be applied for',
  })
  @IsInt()
  @Min(RENEWAL_MONTHS.least)
  @Max(RENEWAL_MONTHS.most)
  renewalMonths!: number;
}

export class CertificateSettingsDto
  extends WriteCertificateSettingsDto
  implements CertificateSettings
{
  @ApiProperty({ minimum: 0 }) version!: number;
}
