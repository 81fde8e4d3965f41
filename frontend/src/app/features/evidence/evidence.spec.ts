import {
  type Evidence,
  type EvidenceUse,
  changedOf,
  currentRevision,
  earlierRevisions,
  fixedBy,
  heldBy,
  isKept,
  isServed,
  knownEvidence,
  linkOfUse,
  periodText,
  placeOfUse,
} from './evidence';

const revision = (number: number) => ({
  revision: number,
  fileName: `v${number}.pdf`,
  mediaType: 'application/pdf',
  isInline: true,
  size: 10,
  sha256: 'ab',
  uploadedAt: '2026-04-01T00:00:00.000Z',
  uploadedBy: { id: 'u', name: '王' },
});

const evidence = (current: number): Evidence => ({
  id: 'e',
  version: 1,
  title: '培训记录',
  periodFrom: null,
  periodTo: null,
  validUntil: null,
  links: [],
  revisions: [revision(1), revision(2), revision(3)],
  current,
  closedAssessments: [],
  isServingUnseen: false,
});

describe('evidence', () => {
  it('shows the current revision first and the others from the newest down', () => {
    expect(currentRevision(evidence(3))?.fileName).toBe('v3.pdf');
    expect(earlierRevisions(evidence(3)).map(({ revision: number }) => number)).toEqual([2, 1]);
    expect(earlierRevisions(evidence(2)).map(({ revision: number }) => number)).toEqual([3, 1]);
  });

  it('falls back to the last revision where the current number is unknown', () => {
    expect(currentRevision(evidence(9))?.revision).toBe(3);
  });
});

describe('a file of the library', () => {
  const use = (kind: EvidenceUse['kind'], id: string, number = id): EvidenceUse => ({
    kind,
    id,
    number,
    assessmentId: kind === 'standard' ? null : 'a1',
    title: '',
  });
  const uses = [use('item', '2.4.3'), use('action', 'c1', 'ZG-007'), use('standard', 's1')];
  const file = { ...evidence(3), uses, dossiers: [] };

  it('serves exactly the places that it is attached to', () => {
    const linked = (each: EvidenceUse) => linkOfUse(each) ?? { standardId: 'none' };
    for (const each of uses) expect(isServed(file, linked(each))).toBe(true);
    expect(isServed(file, { assessmentId: 'a2', itemId: '2.4.3' })).toBe(false);
    expect(isServed(file, { assessmentId: 'a1', itemId: '2.4' })).toBe(false);
    expect(isServed(file, { actionId: 's1' })).toBe(false);
    expect(isServed({ ...file, uses: [] }, linked(use('item', '2.4.3')))).toBe(false);
  });

  it('is held by a dossier before anything else, and by what it serves', () => {
    expect(heldBy({ ...file, dossiers: [2] })).toBe('dossiers');
    expect(heldBy(file)).toBe('uses');
    expect(heldBy({ ...file, uses: [] })).toBeNull();
  });

  it('stays as it is where it proves what is closed, or what is not shown', () => {
    const closed = { ...file, closedAssessments: [{ id: 'a1', title: '上年' }] };
    expect([fixedBy(file), fixedBy(closed)]).toEqual([null, 'closed']);
    expect(fixedBy({ ...file, isServingUnseen: true })).toBe('unseen');
    expect(uses.map((each) => isKept(closed, each))).toEqual([true, true, false]);
    expect(uses.some((each) => isKept(file, each))).toBe(false);
  });

  it('is changed only where something else was typed', () => {
    const { title, periodFrom, periodTo, validUntil } = file;
    const typed = { title, periodFrom, periodTo, validUntil };
    expect(changedOf(file, typed)).toEqual({});
    expect(changedOf(file, { ...typed, validUntil: '2027-01-01' })).toEqual({
      validUntil: '2027-01-01',
    });
  });

  it('leads to each place in its own self-evaluation', () => {
    expect(uses.map(placeOfUse)).toEqual([
      { path: 'assessment', query: { assessment: 'a1', item: '2.4.3', field: 'item.evidence' } },
      { path: 'actions', query: { assessment: 'a1', field: 'action.7' } },
      { path: 'standards', query: { standard: 's1', field: 'standard.evidence' } },
    ]);
  });
});

it.each([
  [null, null, ''],
  ['2026-01-01', null, '2026-01-01'],
  ['2026-01-01', '2026-01-01', '2026-01-01'],
  [null, '2026-12-31', '至 2026-12-31'],
  ['2026-01-01', '2026-12-31', '2026-01-01 至 2026-12-31'],
])('a period from %s to %s reads %s', (periodFrom, periodTo, text) => {
  expect(periodText({ periodFrom, periodTo }, '至')).toBe(text);
});

describe('a refused upload', () => {
  it('names the file of the library that has its bytes, where that is why it was refused', () => {
    const current = { id: 'known' };
    expect(knownEvidence({ code: 'evidence_exists', current })?.id).toBe('known');
    expect(knownEvidence({ code: 'version_conflict', current })).toBeNull();
  });
});
