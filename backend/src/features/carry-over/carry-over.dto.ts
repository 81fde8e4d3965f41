import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, IsUUID, MaxLength } from 'class-validator';
import type { CarriedOver, CarryOverOffer } from './use-cases/carry-over';

class CarrySourceDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

class CarriedItemDto {
  @ApiProperty() itemId!: string;
  @ApiProperty({ type: [String], description: 'Readiness items that serve it' }) from!: string[];
  @ApiProperty({ enum: ['unanswered', 'assessed', 'not_applicable'] }) state!: string;
  @ApiProperty() finding!: string;
  @ApiProperty({ type: 'integer' }) evidenceCount!: number;
}

export class CarryOverOfferDto {
  @ApiProperty({ type: [CarrySourceDto], description: 'Newest first' }) sources!: CarrySourceDto[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) from!: string | null;
  @ApiProperty({ type: [CarriedItemDto], description: 'Items that nobody answered yet' })
  items!: CarriedItemDto[];

  static of({ sources, from, items }: CarryOverOffer): CarryOverOfferDto {
    return {
      sources: sources.map(({ id, title, createdAt }) => ({
        id,
        title,
        createdAt: createdAt.toISOString(),
      })),
      from,
      items: items.map((item) => ({
        itemId: item.itemId,
        from: [...item.from],
        state: item.content.state,
        finding: item.content.finding,
        evidenceCount: item.evidenceCount,
      })),
    };
  }
}

export class CarryOverDto {
  @ApiProperty({ format: 'uuid', description: 'The evaluation of readiness' })
  @IsUUID()
  from!: string;

  @ApiProperty({ type: [String], description: 'Those that the person confirmed' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  itemIds!: string[];
}

export class CarriedOverDto implements CarriedOver {
  @ApiProperty({ type: 'integer' }) answers!: number;
  @ApiProperty({ type: 'integer', description: 'Uses of evidence that were added' }) uses!: number;
}
