import { contentOf, emptyScore, isComplete } from './score';

describe('how an assessor judges an item', () => {
  it('waits for its reason where the item does not apply', () => {
    expect(isComplete({ ...emptyScore, state: 'not_applicable', reason: ' ' })).toBe(false);
    expect(isComplete({ ...emptyScore, state: 'not_applicable', reason: '无此工序' })).toBe(true);
    expect(isComplete({ ...emptyScore, state: 'met' })).toBe(true);
  });

  it('is sent without what the server adds to it', () => {
    const stored = { ...emptyScore, itemId: '1.1', version: 3, updatedAt: '', self: null };
    expect(contentOf(stored)).toEqual(emptyScore);
  });
});
