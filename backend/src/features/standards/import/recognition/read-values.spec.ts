import { statusFromText } from './read-values';

describe('words for the state of a standard', () => {
  it.each(['未查', '待查', '待查新', '未知', '待核', '待核实', '未核对', '不详', '—', '/'])(
    '“%s” means 待查: nothing is claimed, and nothing is wrong',
    (word) => {
      expect(statusFromText(word)).toBeNull();
    },
  );

  it.each([
    ['现行', 'current'],
    ['停用', 'withdrawn'],
    ['核查', undefined],
    ['查', undefined],
  ])('“%s” means %s', (word, status) => {
    expect(statusFromText(word)).toBe(status);
  });
});
