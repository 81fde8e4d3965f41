import type { Language } from '@liangxing/contracts';
import {
  NEEDS,
  reasonText,
  summariseReadiness,
  unmetItems,
  type CheckResult,
  type ItemReadiness,
  type Reason,
  type ReadinessFacts,
  type StateCounts,
} from '@liangxing/scoring';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { ItemFactsDto } from './item-facts.dto';
import type { ScoredAssessment } from './scored-assessments';

const CHECK_STATES = ['met', 'partly', 'not_met', 'unknown'] as const;
const STATES = [...CHECK_STATES, 'not_applicable'] as const;
const count = { type: 'integer', minimum: 0 } as const;

class ReadinessReasonDto {
  @ApiProperty({ example: 'document_missing' }) code!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  parameters!: Record<string, string | number>;

  @ApiProperty({ description: "In the reader's language" }) text!: string;

  static of({ code, parameters }: Reason, language: Language): ReadinessReasonDto {
    const text = reasonText({ code, parameters }, language);
    return { code, parameters: { ...parameters }, text };
  }
}

class ReadinessCheckDto {
  @ApiProperty({ enum: ['document', 'operation', 'effect'] }) check!: string;
  @ApiProperty({ enum: CHECK_STATES }) state!: string;
  @ApiProperty({ type: [ReadinessReasonDto] }) reasons!: ReadinessReasonDto[];

  static of({ check, state, reasons }: CheckResult, language: Language): ReadinessCheckDto {
    return { check, state, reasons: reasons.map((one) => ReadinessReasonDto.of(one, language)) };
  }
}

export class ReadinessItemDto {
  @ApiProperty() itemId!: string;
  @ApiProperty() groupId!: string;
  @ApiProperty({ enum: NEEDS }) need!: string;
  @ApiProperty({ enum: STATES, description: 'What counts: judged by a person, else what follows' })
  state!: string;
  @ApiProperty({ description: 'A person has judged it' }) isOverridden!: boolean;
  @ApiProperty({ enum: CHECK_STATES, description: 'What follows from the checks' })
  derived!: string;
  @ApiProperty({ type: [ReadinessCheckDto], description: 'Those that apply to the item' })
  checks!: ReadinessCheckDto[];
  @ApiProperty({ type: [ReadinessReasonDto] }) reasons!: ReadinessReasonDto[];

  static of(item: ItemReadiness, language: Language): ReadinessItemDto {
    const { itemId, groupId, need, state, isOverridden, derived } = item;
    return {
      itemId,
      groupId,
      need,
      state,
      isOverridden,
      derived: derived.state,
      checks: derived.checks.map((check) => ReadinessCheckDto.of(check, language)),
      reasons: derived.reasons.map((one) => ReadinessReasonDto.of(one, language)),
    };
  }
}

class ReadinessCountsDto implements StateCounts {
  @ApiProperty(count) met!: number;
  @ApiProperty(count) partly!: number;
  @ApiProperty(count) not_met!: number;
  @ApiProperty(count) unknown!: number;
  @ApiProperty(count) not_applicable!: number;
}

class ReadinessByNeedDto {
  @ApiProperty({ type: ReadinessCountsDto }) essential!: ReadinessCountsDto;
  @ApiProperty({ type: ReadinessCountsDto }) usual!: ReadinessCountsDto;
  @ApiProperty({ type: ReadinessCountsDto }) innovative!: ReadinessCountsDto;
}

class ReadinessGroupDto {
  @ApiProperty() sectionId!: string;
  @ApiProperty() groupId!: string;
  @ApiProperty({ ...count, description: 'Items that apply' }) items!: number;
  @ApiProperty({ type: ReadinessCountsDto }) counts!: ReadinessCountsDto;
}

class UnmetItemDto {
  @ApiProperty() itemId!: string;
  @ApiProperty({ ...count, description: 'Tenths of a person-day, an estimate' }) effort!: number;
  @ApiProperty({ ...count, description: 'Months until it can count' }) months!: number;
}

/** Readiness of an evaluation: items, counts, gaps, what to do; there is no single figure. */
@ApiExtraModels(ItemFactsDto)
export class ReadinessDto {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Judged on this day' })
  day!: string | null;
  @ApiProperty({ type: [ReadinessItemDto], description: "In the scheme's order" })
  items!: ReadinessItemDto[];
  @ApiProperty({ type: ReadinessByNeedDto }) byNeed!: ReadinessByNeedDto;
  @ApiProperty({ type: [ReadinessGroupDto] }) groups!: ReadinessGroupDto[];
  @ApiProperty({ type: [String], description: 'Essential items that are not met' })
  essentialGaps!: string[];
  @ApiProperty({ type: [UnmetItemDto], description: 'Essential ones first, then the quickest' })
  unmet!: UnmetItemDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(ItemFactsDto) },
    description: 'What the system, the files and the lists hold for each item',
  })
  facts!: ReadinessFacts['items'];

  static of({ scheme, readiness, readinessFacts }: ScoredAssessment, language: Language) {
    const { byNeed, groups, essentialGaps } = summariseReadiness(scheme, readiness);
    const dto: ReadinessDto = {
      day: readinessFacts?.day ?? null,
      items: readiness.map((item) => ReadinessItemDto.of(item, language)),
      byNeed,
      groups: readiness.length === 0 ? [] : [...groups],
      essentialGaps: [...essentialGaps],
      unmet: unmetItems(scheme, readiness).map(({ item, effort, months }) => ({
        itemId: item.itemId,
        effort,
        months,
      })),
      facts: readinessFacts?.items ?? {},
    };
    return dto;
  }
}
