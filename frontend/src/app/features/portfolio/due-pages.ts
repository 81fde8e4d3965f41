import type { DueKind } from '@liangxing/contracts';
import type { DueOfClientDto } from '../../core/api/generated/openapi';

const PAGES: Readonly<Record<DueKind, string>> = {
  action: 'actions',
  evidence: 'evidence',
  standard_begins: 'standards',
  standard_ends: 'standards',
  assessment_ends: 'assessment',
};

/** Where at the client something is done that is due. */
export const pageOfDue = ({
  clientId,
  kind,
}: Pick<DueOfClientDto, 'clientId' | 'kind'>): string[] => ['/o', clientId, PAGES[kind]];
