import { ORGANIZATION_QUOTAS, type OrganizationQuota } from '@liangxing/contracts';
import fc from 'fast-check';
import { shownQuota, typedQuotas } from './own-quotas';

const typed = (
  fields: Readonly<Record<string, string>>,
  own: ReadonlyMap<OrganizationQuota, number> = new Map(),
) => typedQuotas((name) => fields[name] ?? '', own);

describe('quotas that are typed for one organization', () => {
  it('are pieces, and megabytes where bytes are counted; an empty field is none', () => {
    expect(typed({ members: ' 1,200 ', evidence_bytes: '20000.5', systems: '' })).toEqual({
      quotas: [
        { name: 'members', most: 1200 },
        { name: 'evidence_bytes', most: 20_000_500_000 },
      ],
      wrong: [],
    });
  });

  it.each(['-1', '1.5', 'viele', '1e3', '９', '99999999999999999999'])(
    'are named where %s is no number of members',
    (text) => {
      expect(typed({ members: text })).toEqual({ quotas: [], wrong: ['members'] });
    },
  );

  it('stay to the byte where they stand as they are shown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORGANIZATION_QUOTAS), fc.maxSafeNat(), (name, most) => {
        const own = new Map([[name, most]]);
        expect(typed({ [name]: shownQuota(name, most) }, own).quotas).toEqual([{ name, most }]);
      }),
    );
    const own = new Map([['evidence_bytes', 12_345_678] as const]);
    expect(typed({ evidence_bytes: '12.347' }, own).quotas).toEqual([
      { name: 'evidence_bytes', most: 12_347_000 },
    ]);
  });

  it('are read as they are shown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ORGANIZATION_QUOTAS),
        fc.integer({ min: 0, max: 10_000_000 }),
        (name, thousands) => {
          const most = thousands * 1000;
          expect(typed({ [name]: shownQuota(name, most) }).quotas).toEqual([{ name, most }]);
        },
      ),
    );
  });
});
