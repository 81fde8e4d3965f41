import { type Evidence, currentRevision, earlierRevisions, fileSizeText } from './evidence';

const revision = (number: number) => ({
  revision: number,
  fileName: `v${number}.pdf`,
  mediaType: 'application/pdf',
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
  links: [],
  revisions: [revision(1), revision(2), revision(3)],
  current,
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

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1400, '1.4 kB'],
    [12_345, '12 kB'],
    [9_990_000, '10.0 MB'],
    [104_857_600, '105 MB'],
    [3_000_000_000_000, '3000 GB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(fileSizeText(bytes)).toBe(text);
  });
});
