import type { ConclusionDto, ConclusionFieldsDto } from '../../core/api/generated/openapi';

/** What the team writes of its conclusion. */
export type ConclusionContent = Pick<ConclusionDto, keyof ConclusionFieldsDto>;

export const CONCLUSION = 'conclusion';

export const contentOf = ({
  summary,
  strengths,
  improvements,
  recommendation,
  grade,
}: ConclusionContent): ConclusionContent => ({
  ...{ summary, strengths, improvements, recommendation, grade },
});
