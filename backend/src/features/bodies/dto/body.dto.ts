import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsBoolean, IsString, MaxLength } from 'class-validator';
import { IsWritten, NestedList } from '../../../kernel';
import type { AcceptingBody, BodyFacts, BodyProfile } from '../body';
import type { OfferedForm } from '../body-form';
import { OfferedFormDto } from './body-form.dto';

const LONGEST_TEXT = 4_000;
const MOST_MATERIALS = 50;

export class AskedMaterialDto {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsWritten()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ maxLength: 500, description: 'May be empty' })
  @IsString()
  @MaxLength(500)
  note!: string;
}

class BodyTextsDto {
  @ApiProperty({ maxLength: LONGEST_TEXT, description: 'What the body is and does' })
  @IsString()
  @MaxLength(LONGEST_TEXT)
  introduction!: string;

  @ApiProperty({ maxLength: 500, description: 'Whom applicants ask' })
  @IsString()
  @MaxLength(500)
  contact!: string;

  @ApiProperty({ maxLength: LONGEST_TEXT, description: 'As text' })
  @IsString()
  @MaxLength(LONGEST_TEXT)
  fees!: string;

  @ApiProperty({ type: [AskedMaterialDto], maxItems: MOST_MATERIALS })
  @NestedList(() => AskedMaterialDto)
  @ArrayMaxSize(MOST_MATERIALS)
  materials!: AskedMaterialDto[];
}

export class WriteBodyDto extends BodyTextsDto implements BodyFacts {
  @ApiProperty({ description: 'Whether enterprises can hand dossiers in' })
  @IsBoolean()
  isAccepting!: boolean;
}

export class BodyProfileDto extends WriteBodyDto {
  @ApiProperty({ minimum: 0 })
  version!: number;

  static of({ materials, ...profile }: BodyProfile): BodyProfileDto {
    return { ...profile, materials: [...materials] };
  }
}

export class AcceptingBodyDto extends BodyTextsDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty() name!: string;

  @ApiProperty({ description: 'Unified social credit code' }) creditCode!: string;

  @ApiProperty({ type: [OfferedFormDto], description: 'What can be fetched to be filled in' })
  forms!: OfferedFormDto[];

  static of(
    { materials, ...body }: AcceptingBody,
    offered: readonly OfferedForm[],
  ): AcceptingBodyDto {
    const forms = offered.filter(({ bodyId }) => bodyId === body.id).map(OfferedFormDto.offered);
    return { ...body, materials: [...materials], forms };
  }
}
