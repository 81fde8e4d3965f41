import { passphraseProblem, waitAfterTries } from './wrong-tries';

describe('wrong passphrases', () => {
  it('are free four times; from the fifth on each costs twice the wait, up to an hour', () => {
    expect([0, 4, 5, 6, 7].map(waitAfterTries)).toEqual([0, 0, 30_000, 60_000, 120_000]);
    expect(waitAfterTries(40)).toBe(3_600_000);
  });
});

describe('a new passphrase', () => {
  it.each([
    ['short', '短的口令', '短的口令'],
    ['monotone', 'aaaaaaaaaaaa', 'aaaaaaaaaaaa'],
    ['different', '现场评价 2026 三号楼', '现场评价 2026 二号楼'],
    [null, '现场评价 2026 三号楼', '现场评价 2026 三号楼'],
  ])('is %s', (problem, passphrase, repeated) => {
    expect(passphraseProblem(passphrase, repeated)).toBe(problem);
  });
});
