import { FIRST_FOUNDING_YEAR } from '@liangxing/contracts';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  AccountOfName,
  Answered,
  IsDay,
  NameInMail,
  NestedList,
  Nullable,
  PartialOf,
} from '../../../kernel';
import { AskedByFormsDto } from './asked-by-forms.dto';
import { ObjectiveDto } from './objective.dto';
import { IsEmailOrEmpty } from './profile-rules';
import type { ProfileContent, SavedProfile } from './profile';
import {
  AppointmentDocumentDto,
  DepartmentDto,
  StandardizationPersonDto,
} from './standardization-body.dto';

const sizes = ['large', 'medium', 'small'] as const;
const industryKinds = ['industry', 'agriculture', 'services'] as const;
const levels = ['national', 'provincial'] as const;

class ProfileFieldsDto {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  @NameInMail()
  name: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  shortName: string;

  @ApiProperty({ maxLength: 18 })
  @IsString()
  @MaxLength(18)
  creditCode: string;

  @ApiProperty({ maxLength: 12 })
  @IsString()
  @MaxLength(12)
  regionCode: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  regionName: string;

  @ApiProperty({ maxLength: 300 })
  @IsString()
  @MaxLength(300)
  address: string;

  @ApiProperty({ maxLength: 10 })
  @IsString()
  @MaxLength(10)
  industryCode: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  industryName: string;

  @ApiProperty({ type: String, enum: sizes, nullable: true })
  @Nullable()
  @IsIn(sizes)
  size: (typeof sizes)[number] | null;

  @ApiProperty({ type: String, enum: industryKinds, nullable: true })
  @Nullable()
  @IsIn(industryKinds)
  industryKind: (typeof industryKinds)[number] | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 10000000, nullable: true })
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  employees: number | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 10000000, nullable: true })
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  technicalStaff: number | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay(FIRST_FOUNDING_YEAR)
  foundedOn: string | null;

  @ApiProperty({ type: [String], maxItems: 100 })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  products: string[];

  @ApiProperty({ type: [String], maxItems: 100 })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  managementSystems: string[];

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  legalRepresentative: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  contactName: string;

  @ApiProperty({ maxLength: 50 })
  @IsString()
  @MaxLength(50)
  contactPhone: string;

  @ApiProperty({ maxLength: 254 })
  @IsString()
  @IsEmailOrEmpty()
  contactEmail: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  standardizationBody: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  standardizationHead: string;

  @ApiProperty({ type: [StandardizationPersonDto], maxItems: 200 })
  @ArrayMaxSize(200)
  @NestedList(() => StandardizationPersonDto)
  standardizationStaff: StandardizationPersonDto[];

  @ApiProperty({ type: [DepartmentDto], maxItems: 200 })
  @ArrayMaxSize(200)
  @NestedList(() => DepartmentDto)
  departments: DepartmentDto[];

  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  policy: string;

  @ApiProperty({ type: [ObjectiveDto], maxItems: 200 })
  @ArrayMaxSize(200)
  @NestedList(() => ObjectiveDto)
  objectives: ObjectiveDto[];

  @ApiProperty({ maxLength: 10 })
  @IsString()
  @MaxLength(10)
  targetGrade: string;

  @ApiProperty({ type: String, enum: levels, nullable: true })
  @Nullable()
  @IsIn(levels)
  targetLevel: (typeof levels)[number] | null;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  schemeId: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay()
  systemReleasedOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay()
  systemEffectiveOn: string | null;

  @ApiProperty({ maxLength: 20000 })
  @IsString()
  @MaxLength(20000)
  introduction: string;

  @ApiProperty({ maxLength: 20000 })
  @IsString()
  @MaxLength(20000)
  standardizationIntroduction: string;

  @ApiProperty({ type: [AppointmentDocumentDto], maxItems: 200 })
  @ArrayMaxSize(200)
  @NestedList(() => AppointmentDocumentDto)
  appointmentDocuments: AppointmentDocumentDto[];
}

/** Beside the names that stand alone. */
class ProfileAccountsDto {
  @AccountOfName()
  legalRepresentativeUserId?: string | null;

  @AccountOfName()
  contactUserId?: string | null;

  @AccountOfName()
  standardizationHeadUserId?: string | null;
}

/**
 * What is empty is sent as empty. The fields of `AskedByFormsDto` may be left out and then stay as they are stored, an
 * account that is left out stays as long as its name.
 */
export class SaveProfileDto
  extends IntersectionType(ProfileFieldsDto, PartialOf(AskedByFormsDto), ProfileAccountsDto)
  implements SavedProfile {}

class CompletenessDto {
  @ApiProperty({ type: 'integer' })
  done: number;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: [String] })
  missing: string[];
}

export class ProfileDto
  extends IntersectionType(ProfileFieldsDto, AskedByFormsDto, Answered(ProfileAccountsDto))
  implements ProfileContent
{
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: CompletenessDto })
  completeness: CompletenessDto;
}
