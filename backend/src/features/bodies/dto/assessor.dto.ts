import { INDUSTRY_LETTERS, isIndustry } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsString,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { IsDay, IsWritten, NestedList, Nullable } from '../../../kernel';
import type { Assessor, Competence, Qualification } from '../assessor';

const MOST = 100;

const AreIndustries = (): PropertyDecorator =>
  ValidateBy(
    { name: 'not_industry', validator: { validate: (value: unknown) => isIndustry(value) } },
    { each: true },
  );

const AreWritten = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'required',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || value.trim() !== '',
      },
    },
    { each: true },
  );

class QualificationDto implements Qualification {
  @ApiProperty({ maxLength: 200, description: 'Like 注册评价员' })
  @IsString()
  @IsWritten()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ maxLength: 100, description: 'Of the certificate; may be empty' })
  @IsString()
  @MaxLength(100)
  number!: string;

  @ApiProperty({ maxLength: 200, description: 'May be empty' })
  @IsString()
  @MaxLength(200)
  issuedBy!: string;

  @ApiProperty({
    ...{ type: String, format: 'date', nullable: true },
    description: 'The last day; null: without end',
  })
  @Nullable()
  @IsDay()
  validUntil!: string | null;
}

export class WriteAssessorDto implements Competence {
  @ApiProperty({
    ...{ type: [String], maxItems: MOST, uniqueItems: true },
    description: `GB/T 4754: a letter ${INDUSTRY_LETTERS.join('')}, or one with its division, like C34`,
  })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @AreIndustries()
  industries!: string[];

  @ApiProperty({
    ...{ type: [String], maxItems: MOST, uniqueItems: true },
    description: 'Ids of schemes, or as the body calls them',
  })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @IsString({ each: true })
  @AreWritten()
  @MaxLength(200, { each: true })
  schemes!: string[];

  @ApiProperty({ type: [QualificationDto], maxItems: 20 })
  @NestedList(() => QualificationDto)
  @ArrayMaxSize(20)
  qualifications!: QualificationDto[];

  @ApiProperty({ type: [String], maxItems: 20, uniqueItems: true })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @AreWritten()
  @MaxLength(50, { each: true })
  languages!: string[];

  @ApiProperty({ maxLength: 1000, description: 'May be empty' })
  @IsString()
  @MaxLength(1000)
  note!: string;
}

export class AssessorDto extends WriteAssessorDto {
  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ description: 'In this body' }) role!: string;

  @ApiProperty({ minimum: 0, description: '0: nothing was written yet' }) version!: number;

  static of({ industries, schemes, qualifications, languages, ...told }: Assessor): AssessorDto {
    return {
      ...told,
      ...{ industries: [...industries], schemes: [...schemes], languages: [...languages] },
      qualifications: [...qualifications],
    };
  }
}
