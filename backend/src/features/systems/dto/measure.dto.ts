import { ApiProperty } from '@nestjs/swagger';
import { listChanges, type Language, type ListPiece } from '@liangxing/contracts';
import type { SteppedSystem } from '../coverage/measured-systems';
import {
  CoverageDto,
  CoverageHeadDto,
  ExpectationStateDto,
  NodeCoverageDto,
  SystemProgressDto,
  SystemProgressHeadDto,
  SystemStepDto,
} from './coverage.dto';

const count = { type: 'integer', minimum: 0 } as const;

/** A piece of a list; all pieces in their order are the list. */
class ListPieceDto {
  @ApiProperty({ ...count, description: 'Place in the list as it was, from 0' }) from!: number;
  @ApiProperty({ ...count, description: 'How many rows from there on are as they were' })
  count!: number;
}

class NodePieceDto extends ListPieceDto implements ListPiece<NodeCoverageDto> {
  @ApiProperty({ type: [NodeCoverageDto], description: 'What comes after them' })
  rows!: NodeCoverageDto[];
}

class ExpectationPieceDto extends ListPieceDto implements ListPiece<ExpectationStateDto> {
  @ApiProperty({ type: [ExpectationStateDto], description: 'What comes after them' })
  rows!: ExpectationStateDto[];
}

class StepPieceDto extends ListPieceDto implements ListPiece<SystemStepDto> {
  @ApiProperty({ type: [SystemStepDto], description: 'What comes after them' })
  rows!: SystemStepDto[];
}

class ChangedCoverageDto extends CoverageHeadDto {
  @ApiProperty({ type: [NodePieceDto] }) nodes!: NodePieceDto[];
  @ApiProperty({ type: [ExpectationPieceDto] }) expectations!: ExpectationPieceDto[];
}

class ChangedProgressDto extends SystemProgressHeadDto {
  @ApiProperty({ type: [StepPieceDto] }) steps!: StepPieceDto[];
}

/** Coverage and progress after a step, told by what differs from those before it. */
export class StepMeasureDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The state that the lists differ from: with another one, ask anew. null: they are told whole',
  })
  since!: string | null;

  @ApiProperty({ type: ChangedCoverageDto }) coverage!: ChangedCoverageDto;

  @ApiProperty({
    type: ChangedProgressDto,
    nullable: true,
    description: 'null: the system is not the primary one, whose progress is as it was',
  })
  progress!: ChangedProgressDto | null;

  /** null: it could not be worked out. */
  static of(
    { stored, progress, before }: SteppedSystem,
    language: Language,
  ): StepMeasureDto | null {
    if (progress === null || progress.coverage === null) return null;
    const known = before?.coverage ?? null;
    const earlier =
      before === null || known === null
        ? null
        : CoverageDto.of({ ...before, stored, coverage: known }, language);
    const { nodes, expectations, ...head } = CoverageDto.of(
      { ...progress, stored, coverage: progress.coverage },
      language,
    );
    const { steps, ...progressHead } = SystemProgressDto.of(progress, language);
    const earlierSteps = before === null ? [] : SystemProgressDto.of(before, language).steps;
    return {
      since: earlier?.state ?? null,
      coverage: {
        ...head,
        nodes: listChanges(earlier?.nodes ?? [], nodes, ({ key }) => key),
        expectations: listChanges(earlier?.expectations ?? [], expectations, ({ id }) => id),
      },
      progress: stored.isPrimary
        ? { ...progressHead, steps: listChanges(earlierSteps, steps, stepKey) }
        : null,
    };
  }
}

const stepKey = ({ kind, expectation, nodes }: SystemStepDto): string =>
  `${kind} ${expectation ?? nodes[0] ?? ''}`;
