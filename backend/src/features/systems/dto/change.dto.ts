import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { ExpectationDecision } from '@liangxing/system-structure';
import { plainToInstance, Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { NestedList } from '../../../kernel';
import type { ListedChange } from '../changes.repository';
import type { AskedOperation } from '../system';
import { DECISIONS } from './decision.dto';
import {
  BilingualTextDto,
  OPERATION_DTOS,
  OPERATION_KINDS,
  OperationDto,
  type AnyOperationDto,
  type ExpectationDecisionDto,
} from './operation.dto';

const schemas = OPERATION_KINDS.map((kind) => ({ kind, dto: OPERATION_DTOS[kind] }));

function operationDtos(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    const kind = OPERATION_KINDS.find((known) => 'op' in entry && known === entry.op);
    return plainToInstance<OperationDto, object>(
      kind === undefined ? OperationDto : OPERATION_DTOS[kind],
      entry,
    );
  });
}

/** Operations in order, all or none. */
@ApiExtraModels(...schemas.map(({ dto }) => dto))
export class ChangeSystemDto {
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: 500,
    items: {
      oneOf: schemas.map(({ dto }) => ({ $ref: getSchemaPath(dto) })),
      discriminator: {
        propertyName: 'op',
        mapping: Object.fromEntries(schemas.map(({ kind, dto }) => [kind, getSchemaPath(dto)])),
      },
    },
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @NestedList(() => OperationDto)
  // Not by class-transformer's own discriminator: it fails on an entry that is no object.
  @Transform(({ obj }: { obj: { operations?: unknown } }) => operationDtos(obj.operations))
  operations!: OperationDto[];
}

function decisionOf(decision: ExpectationDecisionDto | null): ExpectationDecision | null {
  if (decision === null) return null;
  return decision.kind === 'covered'
    ? { kind: 'covered', standardId: decision.standardId ?? '' }
    : { kind: 'not_needed', reason: decision.reason ?? '' };
}

/** A validated operation as the library takes it; a new node gets its key here. */
export function askedOperation(dto: OperationDto): AskedOperation {
  const asked = dto as AnyOperationDto;
  switch (asked.op) {
    case 'add':
      return { ...asked, key: asked.key ?? randomUUID() };
    case 'decide':
      return { ...asked, decision: decisionOf(asked.decision) };
    default:
      return { ...asked };
  }
}

class LoggedOperationDto {
  @ApiProperty({ enum: OPERATION_KINDS }) op!: (typeof OPERATION_KINDS)[number];
  @ApiPropertyOptional() key?: string;
  @ApiPropertyOptional({ type: [String] }) keys?: string[];
  @ApiPropertyOptional() isKept?: boolean;
  @ApiPropertyOptional({ type: String, nullable: true }) parent?: string | null;
  @ApiPropertyOptional() code?: string;
  @ApiPropertyOptional({ type: BilingualTextDto }) name?: BilingualTextDto;
  @ApiPropertyOptional() reason?: string;
  @ApiPropertyOptional() expectation?: string;
  @ApiPropertyOptional({ oneOf: [...DECISIONS, { type: 'null' }] })
  decision?: ExpectationDecision | null;
  @ApiPropertyOptional({ type: 'integer', description: 'How many a placement moved' })
  standards?: number;
}

export class SystemChangeDto {
  @ApiProperty({ type: 'integer' }) number!: number;

  @ApiProperty({ type: [LoggedOperationDto], description: 'As asked for' })
  operations!: LoggedOperationDto[];

  @ApiProperty({ description: 'Taken back; a redo does it again' }) isUndone!: boolean;
  @ApiProperty() byName!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;

  static of({ number, operations, isUndone, byName, at }: ListedChange): SystemChangeDto {
    const logged = operations as readonly object[] as LoggedOperationDto[];
    return { number, operations: logged, isUndone, byName, at: at.toISOString() };
  }
}
