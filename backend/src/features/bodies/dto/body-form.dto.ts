import type { WordField } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { UnknownFieldDto, wordFields } from '../../drafts';
import type { OfferedForm, OwnForm } from '../body-form';

/** A form with its title, which may be left out. */
export const FORM_UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    title: { type: 'string', maxLength: 200 },
  },
};

export class OfferedFormDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty() title!: string;

  @ApiProperty() fileName!: string;

  @ApiProperty({ minimum: 1, description: 'Bytes' }) size!: number;

  @ApiProperty({
    enum: wordFields,
    isArray: true,
    description: 'What is filled in from the profile of the enterprise that fetches it',
  })
  fields!: WordField[];

  static offered({ id, title, fileName, size, fields }: Omit<OfferedForm, 'bodyId'>) {
    return { id, title, fileName, size, fields: [...fields] };
  }
}

export class BodyFormDto extends OfferedFormDto {
  @ApiProperty({ type: [UnknownFieldDto] }) unknownFields!: UnknownFieldDto[];

  @ApiProperty() uploadedByName!: string;

  @ApiProperty({ format: 'date-time' }) uploadedAt!: string;

  static of(form: OwnForm): BodyFormDto {
    const { unknownFields, uploadedByName, uploadedAt } = form;
    return {
      ...OfferedFormDto.offered(form),
      ...{ unknownFields: [...unknownFields], uploadedByName },
      uploadedAt: uploadedAt.toISOString(),
    };
  }
}
