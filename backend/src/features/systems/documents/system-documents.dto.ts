import { ApiProperty, ApiPropertyOptional, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import { LIST_COLUMNS, type ColumnUse, type StandardColumn } from '@liangxing/dossier';
import { COMPILATION_POINTS, type DiagramMode } from '@liangxing/system-structure';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { Optional, Nullable, NestedList } from '../../../kernel';
import { BilingualTextDto } from '../dto/operation.dto';

const DIAGRAM_MODES = ['function', 'integration', 'block'] as const satisfies DiagramMode[];
const columnIds = LIST_COLUMNS.map(({ id }) => id);
const pointIds = COMPILATION_POINTS.map(({ id }) => id);

class WrittenPointDto {
  @ApiProperty({ enum: pointIds })
  @IsIn(pointIds)
  id!: (typeof pointIds)[number];

  @ApiProperty({ type: String, nullable: true, description: "null: the program's own draft again" })
  @Nullable()
  @IsString()
  @MaxLength(20_000)
  text!: string | null;

  @ApiProperty({ description: 'The person who sends it stands for the text' })
  @IsBoolean()
  isConfirmed!: boolean;
}

/** What is not named stays. */
export class ChangeDocumentsDto {
  @ApiPropertyOptional({ enum: DIAGRAM_MODES })
  @Optional()
  @IsIn(DIAGRAM_MODES)
  diagramMode?: DiagramMode;

  @ApiPropertyOptional({
    enum: columnIds,
    isArray: true,
    nullable: true,
    description: 'null: the usual columns',
  })
  @Optional()
  @Nullable()
  @IsArray()
  @IsIn(columnIds, { each: true })
  registerColumns?: StandardColumn[] | null;

  @ApiPropertyOptional({ type: [WrittenPointDto] })
  @Optional()
  @ArrayMaxSize(pointIds.length)
  @NestedList(() => WrittenPointDto)
  notes?: WrittenPointDto[];
}

export class ListColumnDto {
  @ApiProperty({ enum: columnIds }) id!: StandardColumn;
  @ApiProperty() heading!: string;
  @ApiProperty({ enum: ['always', 'usual', 'optional'] }) use!: ColumnUse;
  @ApiProperty() isShown!: boolean;
}

class ConfirmationDto {
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date' }) on!: string;
}

@ApiExtraModels(ConfirmationDto)
export class CompilationPointDto {
  @ApiProperty({ enum: pointIds }) id!: (typeof pointIds)[number];
  @ApiProperty({ type: BilingualTextDto }) title!: BilingualTextDto;
  @ApiProperty() text!: string;
  @ApiProperty({ type: [String], description: 'What only a person can add' }) asks!: string[];

  @ApiProperty({ enum: ['draft', 'edited', 'confirmed'] })
  state!: 'draft' | 'edited' | 'confirmed';

  @ApiProperty({ nullable: true, allOf: [{ $ref: getSchemaPath(ConfirmationDto) }] })
  confirmed!: ConfirmationDto | null;

  @ApiProperty({
    type: [String],
    description: 'Sentences whose figures are others by now, as they would be drafted today',
  })
  outdated!: string[];
}

class StatisticsColumnDto {
  @ApiProperty() heading!: string;
  @ApiProperty({ enum: ['count', 'share'] }) format!: 'count' | 'share';
}

class StatisticsTableRowDto {
  @ApiProperty() label!: string;
  @ApiProperty({ enum: [0, 1] }) depth!: 0 | 1;
  @ApiProperty() isTotal!: boolean;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer', nullable: true },
    description: 'Counts; shares in hundredths of a per cent, null where there is no denominator',
  })
  values!: (number | null)[];
}

class StatisticsTableDto {
  @ApiProperty() title!: string;
  @ApiProperty() rowHeading!: string;
  @ApiProperty({ type: [StatisticsColumnDto] }) columns!: StatisticsColumnDto[];
  @ApiProperty({ type: [StatisticsTableRowDto] }) rows!: StatisticsTableRowDto[];
  @ApiProperty() note!: string;
}

export class ListRowDto {
  @ApiProperty() systemCode!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) issuedOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) inForceOn!: string | null;
  @ApiProperty() department!: string;
  @ApiProperty() status!: string;
  @ApiProperty() level!: string;
  @ApiProperty() adopted!: string;
  @ApiProperty() replaces!: string;
  @ApiProperty() cited!: string;
  @ApiProperty() note!: string;
}

export class ListGroupDto {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [ListRowDto] }) rows!: ListRowDto[];
}

export class SystemDocumentsDto {
  @ApiProperty({ description: "Version of the documents' settings, not of the system" })
  version!: number;

  @ApiProperty({ enum: DIAGRAM_MODES }) diagramMode!: DiagramMode;
  @ApiProperty({ type: [String] }) managementSystems!: string[];
  @ApiProperty({ type: [ListColumnDto] }) columns!: ListColumnDto[];
  @ApiProperty({ type: [ListGroupDto] }) list!: ListGroupDto[];
  @ApiProperty({ type: [StatisticsTableDto] }) statistics!: StatisticsTableDto[];
  @ApiProperty({ type: [CompilationPointDto] }) notes!: CompilationPointDto[];
}
