import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { Optional, Nullable, Nested } from '../../../kernel';
import { DECISIONS } from './decision.dto';
import { PLACE_BASES, type PlaceBasis } from '../system';

/** Names of nodes, as the client writes them. */
export class BilingualTextDto {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  'zh-CN'!: string;

  @ApiProperty({ description: 'Empty: the Chinese text stands in' })
  @IsString()
  @MaxLength(400)
  en!: string;
}

export const OPERATION_KINDS = [
  'add',
  'rename',
  'recode',
  'renumber',
  'move',
  'trim',
  'restore',
  'keep',
  'remove',
  'decide',
  'place',
] as const;

/** What every operation has; which kind it is decides the rest. */
export class OperationDto {
  @ApiProperty({ enum: OPERATION_KINDS })
  @IsIn(OPERATION_KINDS)
  op!: (typeof OPERATION_KINDS)[number];
}

const key = { description: 'Key of a node', maxLength: 64 } as const;
const parentKey = { type: String, nullable: true, description: 'Key; null: a body' } as const;
const positionOf = {
  type: 'integer',
  minimum: 0,
  description: 'Among the siblings, from 0; left out: at the end',
} as const;

class AddNodeDto extends OperationDto {
  @ApiProperty({ enum: ['add'] }) declare op: 'add';

  @ApiPropertyOptional({ description: 'A new uuid; left out: the server makes one' })
  @Optional()
  @Matches(/^[\w.-]{1,64}$/u)
  key?: string;

  @ApiProperty(parentKey)
  @Nullable()
  @IsString()
  parent!: string | null;

  @ApiPropertyOptional(positionOf)
  @Optional()
  @IsInt()
  @Min(0)
  position?: number;

  @ApiPropertyOptional({ description: 'Left out: the next free one' })
  @Optional()
  @IsString()
  @MaxLength(100)
  code?: string;

  @ApiProperty({ type: BilingualTextDto })
  @Nested(() => BilingualTextDto)
  name!: BilingualTextDto;

  @ApiPropertyOptional({ type: BilingualTextDto })
  @Optional()
  @Nested(() => BilingualTextDto)
  purpose?: BilingualTextDto;
}

class RenameNodeDto extends OperationDto {
  @ApiProperty({ enum: ['rename'] }) declare op: 'rename';
  @ApiProperty(key) @IsString() key!: string;

  @ApiProperty({ type: BilingualTextDto })
  @Nested(() => BilingualTextDto)
  name!: BilingualTextDto;

  @ApiPropertyOptional({ type: BilingualTextDto })
  @Optional()
  @Nested(() => BilingualTextDto)
  purpose?: BilingualTextDto;
}

class RecodeNodeDto extends OperationDto {
  @ApiProperty({ enum: ['recode'] }) declare op: 'recode';
  @ApiProperty(key) @IsString() key!: string;
  @ApiProperty() @IsString() @MaxLength(100) code!: string;
}

class RenumberDto extends OperationDto {
  @ApiProperty({ enum: ['renumber'] }) declare op: 'renumber';

  @ApiProperty({ ...parentKey, description: 'Below which node; null: below every body' })
  @Nullable()
  @IsString()
  parent!: string | null;
}

class MoveNodeDto extends OperationDto {
  @ApiProperty({ enum: ['move'] }) declare op: 'move';
  @ApiProperty(key) @IsString() key!: string;

  @ApiProperty(parentKey)
  @Nullable()
  @IsString()
  parent!: string | null;

  @ApiPropertyOptional(positionOf)
  @Optional()
  @IsInt()
  @Min(0)
  position?: number;
}

class TrimNodeDto extends OperationDto {
  @ApiProperty({ enum: ['trim'] }) declare op: 'trim';
  @ApiProperty(key) @IsString() key!: string;
  @ApiProperty() @IsString() @MaxLength(1000) reason!: string;
}

class RestoreNodeDto extends OperationDto {
  @ApiProperty({ enum: ['restore'] }) declare op: 'restore';
  @ApiProperty(key) @IsString() key!: string;
}

class KeepNodesDto extends OperationDto {
  @ApiProperty({ enum: ['keep'] }) declare op: 'keep';

  @ApiProperty({ type: [String], description: 'Keys of nodes' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  keys!: string[];

  @ApiProperty({ description: 'False: as if never decided' })
  @IsBoolean()
  isKept!: boolean;
}

class RemoveNodeDto extends OperationDto {
  @ApiProperty({ enum: ['remove'] }) declare op: 'remove';
  @ApiProperty(key) @IsString() key!: string;
}

export class ExpectationDecisionDto {
  @ApiProperty({ enum: ['covered', 'not_needed'] })
  @IsIn(['covered', 'not_needed'])
  kind!: 'covered' | 'not_needed';

  @ApiPropertyOptional({ format: 'uuid', description: 'With covered' })
  @ValidateIf(({ kind }: ExpectationDecisionDto) => kind === 'covered')
  @IsString()
  @IsNotEmpty()
  standardId?: string;

  @ApiPropertyOptional({ description: 'With not_needed' })
  @ValidateIf(({ kind }: ExpectationDecisionDto) => kind === 'not_needed')
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

class DecideDto extends OperationDto {
  @ApiProperty({ enum: ['decide'] }) declare op: 'decide';
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(200) expectation!: string;

  @ApiProperty({
    oneOf: [...DECISIONS, { type: 'null' }],
    description: 'null: as if never decided',
  })
  @Nullable()
  @Nested(() => ExpectationDecisionDto)
  decision!: ExpectationDecisionDto | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Lists of node keys by standard id. */
function isPlaces(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([id, keys]: [string, unknown]) =>
      uuid.test(id) && Array.isArray(keys) && keys.every((one) => typeof one === 'string'),
  );
}

class PlaceStandardsDto extends OperationDto {
  @ApiProperty({ enum: ['place'] }) declare op: 'place';

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: 'Node keys by standard id, the main place first; an empty list takes it out',
  })
  @IsObject()
  @ValidateBy({ name: 'invalid', validator: { validate: isPlaces } })
  places!: Record<string, string[]>;

  @ApiPropertyOptional({ enum: PLACE_BASES, default: 'hand' })
  @Optional()
  @IsIn(PLACE_BASES)
  basis?: PlaceBasis;
}

export const OPERATION_DTOS = {
  add: AddNodeDto,
  rename: RenameNodeDto,
  recode: RecodeNodeDto,
  renumber: RenumberDto,
  move: MoveNodeDto,
  trim: TrimNodeDto,
  restore: RestoreNodeDto,
  keep: KeepNodesDto,
  remove: RemoveNodeDto,
  decide: DecideDto,
  place: PlaceStandardsDto,
} as const satisfies Record<(typeof OPERATION_KINDS)[number], new () => OperationDto>;

export type AnyOperationDto = InstanceType<(typeof OPERATION_DTOS)[keyof typeof OPERATION_DTOS]>;
