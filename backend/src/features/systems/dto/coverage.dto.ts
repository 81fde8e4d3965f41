import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Language } from '@liangxing/contracts';
import {
  completeness,
  INDUSTRIES,
  isUnplaced,
  type Coverage,
  type CoverageCounts,
  type ExpectationDecision,
  type ExpectationResult,
  type Industry,
  type NextStep,
} from '@liangxing/system-structure';
import { IsIn } from 'class-validator';
import { Optional } from '../../../kernel';
import type { SystemProgress } from '../coverage/measured-systems';
import type { SystemCoverage } from '../use-cases/read-coverage';
import { DECISIONS } from './decision.dto';

const count = { type: 'integer', minimum: 0 } as const;
const percent = {
  type: 'integer',
  minimum: 0,
  maximum: 100,
  nullable: true,
  description: 'Whole per cent, essential documents threefold; null: nothing is expected',
} as const;

export class CoverageQueryDto {
  @ApiPropertyOptional({ enum: INDUSTRIES, description: "Left out: by the enterprise's profile" })
  @Optional()
  @IsIn(INDUSTRIES)
  industry?: Industry;
}

class CoverageCountsDto implements CoverageCounts {
  @ApiProperty({ ...count, description: 'present + unplaced + planned + outdated + missing' })
  expected!: number;
  @ApiProperty({ ...count, description: 'In force, with a place in the system' }) present!: number;
  @ApiProperty({ ...count, description: 'In force, but nowhere in the system' }) unplaced!: number;
  @ApiProperty({ ...count, description: '拟制定' }) planned!: number;
  @ApiProperty({ ...count, description: 'Only in a replaced or withdrawn edition' })
  outdated!: number;
  @ApiProperty(count) missing!: number;
  @ApiProperty({ ...count, description: 'Essential ones of the expected' }) essential!: number;
  @ApiProperty({ ...count, description: 'Essential ones of the present' })
  essentialPresent!: number;
}

export class NodeCoverageDto extends CoverageCountsDto {
  @ApiProperty({ description: 'Key of a node that is not trimmed; with its branch' }) key!: string;
  @ApiProperty({ ...percent, type: Number }) completeness!: number | null;
}

export class ExpectationStateDto {
  @ApiProperty({ description: 'For the decision, and for the draft' }) id!: string;
  @ApiProperty({ description: 'Key of the node' }) node!: string;
  @ApiProperty({ description: "In the reader's language" }) title!: string;
  @ApiProperty({ enum: ['enterprise', 'external', 'any'] }) level!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Of the external standard' })
  number!: string | null;
  @ApiProperty() isEssential!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Outline for a draft' })
  outline!: string | null;
  @ApiProperty({ enum: ['present', 'planned', 'outdated', 'missing', 'not_needed'] })
  state!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) standardId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'number, words, node or decision' })
  basis!: string | null;

  @ApiProperty({ description: 'The standard stands in another node' }) isElsewhere!: boolean;
  @ApiProperty({ description: 'Present in the register only: it has no place in the system' })
  isUnplaced!: boolean;
  @ApiProperty({ oneOf: [...DECISIONS, { type: 'null' }] })
  decision!: ExpectationDecision | null;
}

const state = {
  description:
    'Names all that it was worked out from, and the language; steps tell their changes from there',
} as const;

export class CoverageHeadDto {
  @ApiProperty(state) state!: string;
  @ApiProperty({ type: 'integer', description: 'Of the system' }) version!: number;
  @ApiProperty({ enum: INDUSTRIES }) industry!: Industry;
  @ApiProperty({ ...percent, type: Number }) completeness!: number | null;
  @ApiProperty({ type: CoverageCountsDto }) total!: CoverageCountsDto;
}

export class CoverageDto extends CoverageHeadDto {
  @ApiProperty({ type: [NodeCoverageDto] }) nodes!: NodeCoverageDto[];
  @ApiProperty({ type: [ExpectationStateDto] }) expectations!: ExpectationStateDto[];

  static of(found: SystemCoverage, language: Language): CoverageDto {
    const { stored, industry, coverage } = found;
    const nodes = Object.entries(coverage.nodes).map(([key, counts]) => ({
      key,
      ...counts,
      completeness: completeness(counts),
    }));
    return {
      state: stateIn(found, language),
      version: stored.version,
      industry,
      completeness: completeness(coverage.total),
      total: coverage.total,
      nodes,
      expectations: coverage.byExpectation.map((result) => expectationState(result, language)),
    };
  }
}

const stateIn = ({ state }: { readonly state: string }, language: Language): string =>
  `${state} ${language}`;

function expectationState(result: ExpectationResult, language: Language): ExpectationStateDto {
  const { expectation, state, standardId, basis, isElsewhere, decision } = result;
  const { id, node, title, level, number, isEssential, outline } = expectation;
  return {
    id,
    node,
    title: title[language],
    level,
    number: number ?? null,
    isEssential,
    outline: outline ?? null,
    state,
    standardId: standardId ?? null,
    basis: basis ?? null,
    isElsewhere: isElsewhere ?? false,
    isUnplaced: isUnplaced(result),
    decision: decision ?? null,
  };
}

export class SystemStepDto {
  @ApiProperty({
    enum: [
      'create_system',
      'decide_trims',
      'place_standards',
      'write_standard',
      'adopt_standard',
      'replace_withdrawn',
      'fill_node',
      'finish_planned',
      'add_usual',
      'keep_up',
    ],
  })
  kind!: string;

  @ApiProperty({ description: "What to do and why, in the reader's language" }) reason!: string;
  @ApiProperty({ type: [String], description: 'Keys' }) nodes!: string[];
  @ApiProperty({ type: String, nullable: true }) expectation!: string | null;
  @ApiProperty({ type: [String], description: 'Standard ids' }) standards!: string[];
  @ApiProperty({ type: [String], description: 'Items of the scheme that wait for it' })
  items!: string[];

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Points of those items; null: unknown',
  })
  points!: number | null;
}

function stepDto(step: NextStep, language: Language): SystemStepDto {
  const { kind, reason, nodes, expectation, standards, items, points } = step;
  return {
    kind,
    reason: reason[language],
    nodes: [...nodes],
    expectation: expectation ?? null,
    standards: [...standards],
    items: [...items],
    points,
  };
}

export class SystemProgressHeadDto {
  @ApiProperty(state) state!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Primary system' })
  systemId!: string | null;
  @ApiProperty({ enum: INDUSTRIES }) industry!: Industry;
  @ApiProperty({ type: String, nullable: true }) scheme!: string | null;
  @ApiProperty({ ...percent, type: Number }) completeness!: number | null;
  @ApiProperty({ type: CoverageCountsDto, nullable: true }) total!: CoverageCountsDto | null;
  @ApiProperty({ type: 'integer', description: 'How many steps are open' })
  open!: number;
}

export class SystemProgressDto extends SystemProgressHeadDto {
  @ApiProperty({ type: [SystemStepDto], description: 'The most useful first; never empty' })
  steps!: SystemStepDto[];

  static of(progress: SystemProgress, language: Language): SystemProgressDto {
    const { stored, industry, scheme, steps } = progress;
    const total: Coverage['total'] | null = progress.coverage?.total ?? null;
    return {
      state: stateIn(progress, language),
      systemId: stored?.id ?? null,
      industry,
      scheme,
      completeness: total === null ? null : completeness(total),
      total,
      open: steps.length,
      steps: steps.map((step) => stepDto(step, language)),
    };
  }
}
