import type { ItemFacts, MissingBecause, NodeFacts, Proofs } from '@liangxing/scoring';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const count = { type: 'integer', minimum: 0 } as const;

class FactTextDto {
  @ApiProperty() 'zh-CN'!: string;
  @ApiPropertyOptional() en?: string;
}

class MissingDocumentDto {
  @ApiProperty({ type: FactTextDto }) title!: FactTextDto;
  @ApiProperty({ enum: ['missing', 'planned', 'outdated', 'unplaced'] }) because!: MissingBecause;
}

/** What a node of the structure, with everything below it, holds. */
class NodeFactsDto implements NodeFacts {
  @ApiProperty({ example: 'CP1.1' }) key!: string;
  @ApiProperty({ description: 'As the enterprise shows it' }) code!: string;
  @ApiProperty({ type: FactTextDto }) name!: FactTextDto;
  @ApiProperty() isTrimmed!: boolean;
  @ApiProperty(count) inForce!: number;
  @ApiProperty(count) outdated!: number;
  @ApiProperty({ type: [MissingDocumentDto] }) missing!: MissingDocumentDto[];
}

class ProofsDto implements Proofs {
  @ApiProperty(count) total!: number;
  @ApiProperty({ ...count, description: 'Of the last months' }) inTime!: number;
  @ApiProperty({ type: String, format: 'date', nullable: true }) newestOn!: string | null;
}

/** What is known of an item by itself. */
export class ItemFactsDto implements ItemFacts {
  @ApiProperty({ type: [NodeFactsDto], nullable: true, description: 'null: no system yet' })
  nodes!: NodeFactsDto[] | null;
  @ApiProperty({ type: ProofsDto, description: 'Files that serve it' }) files!: ProofsDto;
  @ApiProperty({ type: ProofsDto, description: 'Lists that it asks for' }) records!: ProofsDto;
}
