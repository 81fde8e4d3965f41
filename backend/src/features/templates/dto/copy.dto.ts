import {
  COPY_OUTCOMES,
  ENTERPRISE_CODE,
  MOST_COPIES,
  type CopyOutcome,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsUUID, Matches } from 'class-validator';
import { NestedList, Optional } from '../../../kernel';

export class CopyTargetDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  clientId!: string;

  @ApiPropertyOptional({ description: 'Where the own numbers of the client do not tell it' })
  @Optional()
  @Matches(ENTERPRISE_CODE)
  code?: string;
}

export class CopyTemplateDto {
  @ApiProperty({ type: [CopyTargetDto], minItems: 1, maxItems: MOST_COPIES })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COPIES)
  @ArrayUnique((target: CopyTargetDto | null) => String(target?.clientId).toLowerCase())
  @NestedList(() => CopyTargetDto)
  clients!: CopyTargetDto[];
}

export class CopyLineDto {
  @ApiProperty({ format: 'uuid' }) clientId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null of whoever is no client' })
  clientName!: string | null;

  @ApiProperty({ enum: COPY_OUTCOMES, description: 'Of a preview: what would become of it' })
  outcome!: CopyOutcome;

  @ApiProperty({ type: [String], description: 'What is made at the client, by name' })
  fresh!: string[];

  @ApiProperty({ type: [String], description: 'What stands there already, and stays as it is' })
  present!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'Why the client refuses' })
  problem!: string | null;
}
