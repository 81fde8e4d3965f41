import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CARRIED_KINDS,
  type CarriedKind,
  type MovePlan,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import { IsIn, IsObject, IsString, MaxLength, ValidateBy } from 'class-validator';
import type { Language } from '@liangxing/contracts';
import { IsWritten, Optional } from '../../../kernel';

const targets = ['gb-t-15496-2017'] as const satisfies readonly StructureTemplateId[];

export class MovePreviewQueryDto {
  @ApiProperty({ enum: targets })
  @IsIn(targets)
  to!: (typeof targets)[number];
}

/** Lists of node keys by row id. */
function isChoices(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (keys: unknown) => Array.isArray(keys) && keys.every((one) => typeof one === 'string'),
    )
  );
}

export class MoveSystemDto extends MovePreviewQueryDto {
  @ApiPropertyOptional({ description: 'Name of the new system; left out: that of the template' })
  @Optional()
  @IsString()
  @IsWritten()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description:
      'Places that a person chose for rows of the preview, by row id: keys of the new form, [] leaves the row out',
  })
  @Optional()
  @IsObject()
  @ValidateBy({ name: 'invalid', validator: { validate: isChoices } })
  choices?: Record<string, string[]>;
}

export class MoveRowDto {
  @ApiProperty() id!: string;
  @ApiProperty({ description: 'Key of the node in this system' }) fromKey!: string;

  @ApiProperty({ type: [String], description: 'Keys of the new form; empty: a person must choose' })
  toKey!: string[];

  @ApiProperty({ type: [String], description: 'Standard ids' }) standards!: string[];
  @ApiProperty({ minimum: 0, maximum: 1 }) confidence!: number;
  @ApiProperty({ description: "In the reader's language" }) reason!: string;
}

class MovedOwnNodeDto {
  @ApiProperty({ description: 'Key of the own node in this system' }) fromKey!: string;

  @ApiProperty({
    description: 'Key in the new system; if merged, the node of the new form that has its name',
  })
  toKey!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Key of its parent in the new system' })
  parent!: string | null;

  @ApiProperty() isMerged!: boolean;
  @ApiProperty({ description: "In the reader's language" }) reason!: string;
}

class CarriedDecisionDto {
  @ApiProperty({ enum: CARRIED_KINDS }) kind!: CarriedKind;
  @ApiProperty({ description: 'Key of the node in this system' }) fromKey!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Key of the node in the new form; null: a person must decide anew',
  })
  toKey!: string | null;

  @ApiProperty({
    description: 'What was decided: the reason of a trim, the name, the code, the document',
  })
  text!: string;

  @ApiProperty({ description: "Why there, or why anew, in the reader's language" }) reason!: string;
}

export class MovePlanDto {
  @ApiProperty({ type: 'integer', description: 'Of the system; goes into If-Match of the move' })
  version!: number;

  @ApiProperty({ enum: ['gb-t-15496-2003'] }) from!: StructureTemplateId;
  @ApiProperty({ enum: targets }) to!: StructureTemplateId;
  @ApiProperty({ type: [MoveRowDto] }) rows!: MoveRowDto[];
  @ApiProperty({ type: [String], description: 'Standards that have no place now' })
  unplaced!: string[];

  @ApiProperty({ type: [MovedOwnNodeDto], description: 'Own nodes and where they go' })
  ownNodes!: MovedOwnNodeDto[];

  @ApiProperty({
    type: [CarriedDecisionDto],
    description: 'Trims, kept nodes, names, codes and decisions, carried or to be decided anew',
  })
  decisions!: CarriedDecisionDto[];

  static of(version: number, plan: MovePlan, language: Language): MovePlanDto {
    return {
      version,
      from: plan.from,
      to: plan.to,
      rows: plan.rows.map(({ id, fromKey, toKey, standards, confidence, reason }) => ({
        id,
        fromKey,
        toKey: [...toKey],
        standards: [...standards],
        confidence,
        reason: reason[language],
      })),
      unplaced: [...plan.unplaced],
      ownNodes: plan.ownNodes.map((row) => ({ ...row, reason: row.reason[language] })),
      decisions: plan.decisions.map(({ kind, fromKey, toKey, text, reason }) => ({
        kind,
        fromKey,
        toKey,
        text: text[language],
        reason: reason[language],
      })),
    };
  }
}
