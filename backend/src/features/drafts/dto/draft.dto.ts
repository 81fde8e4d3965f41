import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DRAFT_STATES,
  DRAFT_VERBS,
  draftVerbsFrom,
  WORD_FIELDS,
  WORD_PARTS,
  type DraftState,
  type DraftVerb,
  type NamedPerson,
  type UnknownWordField,
  type WordField,
  type WordPart,
} from '@liangxing/contracts';
import { DRAFT_OUTLINES, type DraftKind, type DraftOutline } from '@liangxing/dossier';
import { ArrayMaxSize, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  AccountOfName,
  IsDay,
  IsWritten,
  NestedList,
  Nullable,
  Optional,
  PartialOf,
} from '../../../kernel';
import type { Draft, DraftStep, DraftView } from '../draft';
import type { WordRow } from '../word/word-rows.repository';

export const DRAFT_KINDS = ['technical', 'management', 'post'] as const satisfies DraftKind[];
const outlineIds = ['', ...DRAFT_OUTLINES.map(({ id }) => id)];
export const wordFields = Object.keys(WORD_FIELDS) as WordField[];
/** A form with the one Word file. */
export const WORD_UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};
const day = { type: String, format: 'date', nullable: true } as const;

class DrafterDto implements NamedPerson {
  @ApiProperty()
  @IsString()
  @MaxLength(50)
  name!: string;

  @AccountOfName()
  userId: string | null = null;
}

class DraftFieldsDto {
  @ApiProperty({ enum: DRAFT_KINDS })
  @IsIn(DRAFT_KINDS)
  kind!: DraftKind;

  @ApiProperty({ description: 'Id of an outline; empty: chapters only' })
  @IsIn(outlineIds)
  outlineId!: string;

  @ApiProperty()
  @IsString()
  @IsWritten()
  @MaxLength(200)
  title!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(300)
  englishTitle!: string;

  @ApiProperty({ description: 'Q/… ; empty while not given' })
  @IsString()
  @MaxLength(80)
  number!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(200)
  replacesNumber!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(100)
  department!: string;

  @ApiProperty({ type: [DrafterDto], maxItems: 30 })
  @ArrayMaxSize(30)
  @NestedList(() => DrafterDto)
  drafters!: DrafterDto[];
}

export class StartDraftDto extends DraftFieldsDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Its entry in the register, where there is one',
  })
  @Optional()
  @IsUUID()
  standardId?: string;
}

/** What is not named stays. */
export class ChangeDraftDto extends PartialOf(DraftFieldsDto) {}

export class MoveDraftDto {
  @ApiProperty({ enum: DRAFT_VERBS })
  @IsIn(DRAFT_VERBS)
  move!: DraftVerb;

  @ApiProperty({ format: 'date', description: 'The day on which it was decided' })
  @IsDay()
  on!: string;

  @ApiProperty({ description: 'Who decided' })
  @IsString()
  @MaxLength(100)
  by!: string;

  @AccountOfName()
  byUserId?: string | null;

  @ApiProperty()
  @IsString()
  @MaxLength(1000)
  note!: string;

  @ApiPropertyOptional({ ...day, description: 'Asked for by bring_into_force' })
  @Optional()
  @Nullable()
  @IsDay()
  issuedOn?: string | null;

  @ApiPropertyOptional({ ...day, description: 'Asked for by bring_into_force' })
  @Optional()
  @Nullable()
  @IsDay()
  inForceOn?: string | null;
}

class DraftStepDto {
  @ApiProperty() number!: number;
  @ApiProperty({ enum: DRAFT_STATES }) state!: DraftState;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() by!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) byUserId!: string | null;
  @ApiProperty() note!: string;
  @ApiProperty() recordedByName!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;

  static of({ recordedAt, ...step }: DraftStep): DraftStepDto {
    return { ...step, recordedAt: recordedAt.toISOString() };
  }
}

export class UnknownFieldDto implements UnknownWordField {
  @ApiProperty({ description: 'As it stands between the braces' }) name!: string;
  @ApiProperty({ enum: WORD_PARTS }) part!: WordPart;
  @ApiProperty({ description: 'The beginning of its paragraph' }) paragraph!: string;
}

export class WordFileDto {
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty() fileName!: string;
  @ApiProperty({ description: 'Bytes' }) size!: number;
  @ApiProperty() uploadedByName!: string;
  @ApiProperty({ format: 'date-time' }) uploadedAt!: string;
  @ApiProperty({ enum: wordFields, isArray: true }) fields!: WordField[];
  @ApiProperty({ type: [UnknownFieldDto] }) unknownFields!: UnknownFieldDto[];

  static of({
    number,
    fileName,
    size,
    uploadedByName,
    uploadedAt,
    ...named
  }: WordRow): WordFileDto {
    return {
      ...{ number, fileName, size, uploadedByName, uploadedAt: uploadedAt.toISOString() },
      ...{ fields: [...named.fields], unknownFields: [...named.unknownFields] },
    };
  }
}

/** As it stands in a list. */
export class DraftHeadDto extends DraftFieldsDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) standardId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) replacesDraft!: string | null;
  @ApiProperty({ enum: DRAFT_STATES }) state!: DraftState;
  @ApiProperty({ enum: DRAFT_VERBS, isArray: true }) moves!: DraftVerb[];
  @ApiProperty(day) issuedOn!: string | null;
  @ApiProperty(day) inForceOn!: string | null;
  @ApiProperty(day) withdrawnOn!: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;

  static head({ updatedAt, drafters, ...rest }: Draft): DraftHeadDto {
    return {
      ...{ ...rest, drafters: [...drafters], moves: [...draftVerbsFrom(rest.state)] },
      updatedAt: updatedAt.toISOString(),
    };
  }
}

/** With the steps of its life and its Word files. */
export class DraftDto extends DraftHeadDto {
  @ApiProperty({ type: [DraftStepDto] }) steps!: DraftStepDto[];

  @ApiProperty({
    type: [WordFileDto],
    description: 'Versions of its Word file, the newest first; none: it is made of the outline',
  })
  files!: WordFileDto[];

  @ApiProperty({
    enum: wordFields,
    isArray: true,
    description: 'Fields of the newest file of which nothing is known yet',
  })
  emptyFields!: WordField[];

  static of({ draft, steps, files, emptyFields }: DraftView): DraftDto {
    return {
      ...DraftHeadDto.head(draft),
      steps: steps.map(DraftStepDto.of),
      files: files.map(WordFileDto.of),
      emptyFields: [...emptyFields],
    };
  }
}

export class DraftOutlineDto {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: DRAFT_KINDS }) kind!: DraftKind;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'What it lays down' }) lays!: string;
  @ApiProperty({ type: [String], description: 'Titles of its chapters' }) chapters!: string[];

  static of({ id, kind, title, lays, chapters }: DraftOutline): DraftOutlineDto {
    return { id, kind, title, lays, chapters: chapters.map((chapter) => chapter.title) };
  }
}
