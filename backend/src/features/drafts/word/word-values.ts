import type { WordFieldValues } from '@liangxing/contracts';
import type { ProfileContent } from '../../organizations';
import type { Draft, DraftClassification } from '../draft';

type ToldProfile = Partial<ProfileContent>;
type ToldDraft = Pick<
  Draft,
  | 'number'
  | 'title'
  | 'englishTitle'
  | 'replacesNumber'
  | 'department'
  | 'drafters'
  | 'issuedOn'
  | 'inForceOn'
>;

/** What the fields of a Word file stand for now; days as `YYYY-MM-DD`. */
export function wordValues(
  enterpriseName: string,
  profile: ToldProfile,
  draft: ToldDraft,
  { ics, ccs }: DraftClassification,
): WordFieldValues {
  const { number, title, englishTitle, replacesNumber, department } = draft;
  const told = (field: keyof ToldProfile): string => {
    const value = profile[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    ...{ enterpriseName: told('name') || enterpriseName, shortName: told('shortName') },
    ...{ creditCode: told('creditCode'), legalRepresentative: told('legalRepresentative') },
    ...{ address: told('address'), postalCode: told('postalCode') },
    ...{ contactName: told('contactName'), contactPhone: told('contactPhone') },
    ...{ contactEmail: told('contactEmail'), standardizationBody: told('standardizationBody') },
    standardizationHead: told('standardizationHead'),
    ...{ number, title, englishTitle, replacesNumber, department, ics, ccs },
    drafters: draft.drafters.map(({ name }) => name).join('、'),
    issuedOn: draft.issuedOn ?? '',
    inForceOn: draft.inForceOn ?? '',
  };
}
