import { TEMPLATE_KINDS, type TemplateKind } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import { STRUCTURE_TEMPLATES, type StructureTemplateId } from '@liangxing/system-structure';
import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsWritten, Nested, NestedList, Nullable, Optional, PartialOf } from '../../../kernel';
import { AskedDraftDto, SaveNumberingDto, WordFileDto } from '../../drafts';
import type { Template, TemplateHead } from '../template';

const structureIds = Object.keys(STRUCTURE_TEMPLATES) as StructureTemplateId[];
/** As many drafts or actions as one template holds. */
const MOST_ROWS = 300;
/** Person-days; more is a slip of the keyboard. */
const MOST_EFFORT = 9_999;

export class PreparedDraftDto extends PickType(AskedDraftDto, [
  'kind',
  'outlineId',
  'title',
  'englishTitle',
  'department',
  'node',
]) {
  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    description: 'Number of its Word file among those of the template',
  })
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  file?: number | null;
}

export class PreparedActionDto {
  @ApiProperty()
  @IsString()
  @IsWritten()
  @MaxLength(4000)
  finding!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(4000)
  cause!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(4000)
  measure!: string;

  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: MOST_EFFORT })
  @Nullable()
  @IsNumber()
  @Min(0)
  @Max(MOST_EFFORT)
  effort!: number | null;
}

class NamedSchemeDto {
  @ApiProperty({ description: 'An own scheme of the consultancy, or one published for everyone' })
  @IsString()
  @MaxLength(100)
  id!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(40)
  version!: string;
}

/** What people type of a template, whatever its kind. */
class TypedContentDto {
  @ApiPropertyOptional({
    type: SaveNumberingDto,
    description: '`{企业代号}` stands for the code of each client',
  })
  @Optional()
  @Nested(() => SaveNumberingDto)
  numbering?: SaveNumberingDto;

  @ApiPropertyOptional({ type: [PreparedDraftDto], minItems: 1, maxItems: MOST_ROWS })
  @Optional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ROWS)
  @NestedList(() => PreparedDraftDto)
  drafts?: PreparedDraftDto[];

  @ApiPropertyOptional({ type: [PreparedActionDto], minItems: 1, maxItems: MOST_ROWS })
  @Optional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ROWS)
  @NestedList(() => PreparedActionDto)
  actions?: PreparedActionDto[];
}

/** The content of the kind, and of no other. */
class AddedContentDto extends TypedContentDto {
  @ApiPropertyOptional({ enum: structureIds, description: 'The shipped structure to begin with' })
  @Optional()
  @IsIn(structureIds)
  structure?: StructureTemplateId;

  @ApiPropertyOptional({ type: NamedSchemeDto })
  @Optional()
  @Nested(() => NamedSchemeDto)
  scheme?: NamedSchemeDto;
}

class NameOfTemplateDto {
  @ApiProperty()
  @IsString()
  @IsWritten()
  @MaxLength(100)
  name!: string;
}

class TemplateWordsDto extends NameOfTemplateDto {
  @ApiProperty({ description: 'For the own people; it is not copied' })
  @IsString()
  @MaxLength(1000)
  note!: string;
}

export class AddTemplateDto extends TemplateWordsDto {
  @ApiProperty({ enum: TEMPLATE_KINDS })
  @IsIn(TEMPLATE_KINDS)
  kind!: TemplateKind;

  @ApiProperty({ type: AddedContentDto })
  @Nested(() => AddedContentDto)
  content!: AddedContentDto;
}

export class DuplicateTemplateDto extends NameOfTemplateDto {}

/** What is not named stays. */
export class ChangeTemplateDto extends PartialOf(TemplateWordsDto) {
  @ApiPropertyOptional()
  @Optional()
  @IsBoolean()
  isArchived?: boolean;

  @ApiPropertyOptional({ type: TypedContentDto })
  @Optional()
  @Nested(() => TypedContentDto)
  content?: TypedContentDto;
}

export class TemplateHeadDto extends TemplateWordsDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: TEMPLATE_KINDS }) kind!: TemplateKind;

  @ApiProperty({ type: 'integer', description: 'Nodes, drafts, actions or items; 1 for a rule' })
  entries!: number;

  @ApiProperty() isArchived!: boolean;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty() updatedByName!: string;

  static of(head: TemplateHead): TemplateHeadDto {
    const { id, version, kind, name, note, entries, isArchived, updatedAt, updatedByName } = head;
    const told = { id, version, kind, name, note, entries, isArchived, updatedByName };
    return { ...told, updatedAt: updatedAt.toISOString() };
  }
}

class PreparedNodeDto {
  @ApiProperty() key!: string;
  @ApiProperty({ type: String, nullable: true }) parent!: string | null;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['template', 'own'] }) origin!: 'template' | 'own';

  @ApiProperty({ type: String, nullable: true, description: 'Why it is left out' })
  trimmed!: string | null;
}

class PreparedSchemeDto extends NamedSchemeDto {
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String], description: 'Its items, each with its number' }) items!: string[];
}

export class TemplateDto extends TemplateHeadDto {
  @ApiPropertyOptional({ type: [PreparedNodeDto], description: 'Each node before its branch' })
  nodes?: PreparedNodeDto[];

  @ApiPropertyOptional({ type: SaveNumberingDto }) numbering?: SaveNumberingDto;
  @ApiPropertyOptional({ type: [PreparedDraftDto] }) drafts?: PreparedDraftDto[];
  @ApiPropertyOptional({ type: [PreparedActionDto] }) actions?: PreparedActionDto[];
  @ApiPropertyOptional({ type: PreparedSchemeDto }) scheme?: PreparedSchemeDto;

  @ApiProperty({ type: [WordFileDto], description: 'Word files of its lines' })
  files!: WordFileDto[];
}

export const templateDto = (template: Template): TemplateDto => ({
  ...TemplateHeadDto.of(template),
  ...contentDto(template),
  files: template.files.map(WordFileDto.of),
});

function contentDto({
  content,
}: Template): Pick<TemplateDto, 'nodes' | 'numbering' | 'drafts' | 'actions' | 'scheme'> {
  if ('structure' in content) {
    const nodes = content.structure.nodes.map(({ key, parent, code, name, origin, trimmed }) => ({
      ...{ key, parent, code, origin, trimmed },
      name: name['zh-CN'],
    }));
    return { nodes };
  }
  if ('numbering' in content) {
    const { pattern, classes } = content.numbering;
    return { numbering: { pattern, classes: { ...classes } } };
  }
  if ('drafts' in content)
    return { drafts: content.drafts.map((draft) => ({ ...draft, file: draft.file ?? null })) };
  if ('actions' in content) return { actions: [...content.actions] };
  const { scheme } = content;
  const items = listItems(scheme).map(({ item }) => `${item.id} ${item.topic['zh-CN']}`);
  const { id, version, title } = scheme;
  return { scheme: { id, version, title: title['zh-CN'], items } };
}
