import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  NO_STANDARDS,
  STRUCTURE_TEMPLATES,
  type ExpectationDecision,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import { IsIn, IsString, MaxLength } from 'class-validator';
import type { Language } from '@liangxing/contracts';
import { IsWritten, Optional } from '../../../kernel';
import type { SteppedSystem } from '../coverage/measured-systems';
import type { SystemHead, SystemView } from '../system';
import { StepMeasureDto } from './measure.dto';
import { CoveredDto, DECISIONS, NotNeededDto } from './decision.dto';
import { BilingualTextDto } from './operation.dto';

const templateIds = Object.keys(STRUCTURE_TEMPLATES) as StructureTemplateId[];
const integer = { type: 'integer' } as const;

export class StartSystemDto {
  @ApiProperty({ enum: templateIds })
  @IsIn(templateIds)
  templateId!: StructureTemplateId;

  @ApiPropertyOptional({ description: 'Left out: the name of the template' })
  @Optional()
  @IsString()
  @IsWritten()
  @MaxLength(100)
  name?: string;
}

export class RenameSystemDto {
  @ApiProperty()
  @IsString()
  @IsWritten()
  @MaxLength(100)
  name!: string;
}

export class SystemSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(integer) version!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: templateIds }) templateId!: StructureTemplateId;
  @ApiProperty() isPrimary!: boolean;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'System it was moved from',
  })
  movedFrom!: string | null;

  @ApiProperty({ ...integer, description: 'Standards that have a place' }) placed!: number;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt!: string;

  static of(head: SystemHead & { readonly placed: number }): SystemSummaryDto {
    const { id, version, name, templateId, isPrimary, movedFrom, placed } = head;
    const [createdAt, updatedAt] = [head.createdAt.toISOString(), head.updatedAt.toISOString()];
    return { id, version, name, templateId, isPrimary, movedFrom, placed, createdAt, updatedAt };
  }
}

class TallyDto {
  @ApiProperty({ ...integer, description: '现有数' }) existing!: number;
  @ApiProperty({ ...integer, description: '应有数: with those that are planned' })
  expected!: number;
}

class SystemNodeDto {
  @ApiProperty() key!: string;
  @ApiProperty({ type: String, nullable: true }) parent!: string | null;
  @ApiProperty() code!: string;
  @ApiProperty({ type: BilingualTextDto }) name!: BilingualTextDto;
  @ApiProperty({ type: BilingualTextDto }) purpose!: BilingualTextDto;
  @ApiProperty({ enum: ['template', 'own'] }) origin!: 'template' | 'own';

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it was trimmed; its whole branch is out',
  })
  trimmed!: string | null;

  @ApiPropertyOptional({ enum: [true], description: 'A person keeps it, though it is empty yet' })
  isKept?: true;

  @ApiProperty({ type: TallyDto, description: 'Standards whose main place it is' }) own!: TallyDto;
  @ApiProperty({ type: TallyDto, description: 'With the branch' }) branch!: TallyDto;
}

@ApiExtraModels(CoveredDto, NotNeededDto)
export class SystemDto extends SystemSummaryDto {
  @ApiProperty({
    type: [SystemNodeDto],
    description: 'Each node before its branch, siblings in order',
  })
  nodes!: SystemNodeDto[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: DECISIONS },
    description: 'By the id of the expectation',
  })
  decisions!: Record<string, ExpectationDecision>;

  @ApiProperty({ ...integer, description: 'Standards of the register' }) standards!: number;
  @ApiProperty() canUndo!: boolean;
  @ApiProperty() canRedo!: boolean;
}

/** A system after a step, with what is worked out of it, so that nobody has to ask for it. */
export class ChangedSystemDto extends SystemDto {
  @ApiProperty({
    type: StepMeasureDto,
    nullable: true,
    description: 'null: it could not be worked out now; ask for coverage and progress',
  })
  measure!: StepMeasureDto | null;
}

export class SteppedSystemDto extends ChangedSystemDto {
  @ApiProperty({
    type: [String],
    description: 'Standards whose place could not come back: they are in the register no more',
  })
  skipped!: string[];
}

const empty = { own: NO_STANDARDS, branch: NO_STANDARDS };

/** A system as its page shows it. */
export function systemDto({ stored, counts, standards, placed }: SystemView): SystemDto {
  const { document, canUndo, canRedo } = stored;
  return {
    ...SystemSummaryDto.of({ ...stored, placed }),
    nodes: document.nodes.map((node) => ({ ...node, ...(counts.get(node.key) ?? empty) })),
    decisions: document.decisions,
    standards,
    canUndo,
    canRedo,
  };
}

export function changedSystemDto(stepped: SteppedSystem, language: Language): ChangedSystemDto {
  return { ...systemDto(stepped), measure: StepMeasureDto.of(stepped, language) };
}
