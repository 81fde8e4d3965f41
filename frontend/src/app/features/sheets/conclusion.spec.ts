import { contentOf } from './conclusion';

describe('what is sent of a conclusion', () => {
  it('is what the team writes, without what the server adds to it', () => {
    const fields = {
      ...{ summary: '有效', strengths: '', improvements: '', grade: '' },
      recommendation: 'refuse',
    } as const;
    const stored = { ...fields, version: 2, updatedAt: null, updatedByName: '陈组长' };
    expect(contentOf(stored)).toEqual(fields);
  });
});
