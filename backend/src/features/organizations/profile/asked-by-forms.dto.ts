import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Nullable } from '../../../kernel';
import type { AskedByForms } from './profile';

const applicationKinds = ['first', 'renewal'] as const;

/** What application forms ask for besides; younger than the rest of the profile. */
export class AskedByFormsDto implements AskedByForms {
  @ApiProperty({ maxLength: 12 })
  @IsString()
  @MaxLength(12)
  postalCode: string;

  @ApiProperty({ maxLength: 50, description: '企业性质' })
  @IsString()
  @MaxLength(50)
  enterpriseNature: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 1000000000,
    nullable: true,
    description: '年产值, in 10,000 yuan',
  })
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  annualOutput: number | null;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 1000000000,
    nullable: true,
    description: '年营业收入, in 10,000 yuan',
  })
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  annualRevenue: number | null;

  @ApiProperty({ type: String, enum: applicationKinds, nullable: true })
  @Nullable()
  @IsIn(applicationKinds)
  applicationKind: (typeof applicationKinds)[number] | null;

  @ApiProperty({ maxLength: 300 })
  @IsString()
  @MaxLength(300)
  lastCertificate: string;
}
