import fc from 'fast-check';
import { searchTermsOf, searchTitleOf, titleGramsOf, wordGramsOf } from './catalogue-keys';

const text = fc.string({ unit: fc.constantFrom(...'阀门飞艇变压器ab1ΩΩ𠮷') });

describe('the grams of a title', () => {
  it('hold those of every word that occurs in it', () => {
    fc.assert(
      fc.property(text, text, fc.nat(20), fc.integer({ min: 1, max: 6 }), (zh, en, from, size) => {
        const title = searchTitleOf(zh, en);
        const grams = new Set(titleGramsOf(title));
        for (const part of title.split('|')) {
          const word = [...part].slice(from, from + size).join('');
          for (const gram of wordGramsOf(word)) expect(grams).toContain(gram);
        }
      }),
    );
  });

  it('do not reach over from one title into the other', () => {
    expect(titleGramsOf(searchTitleOf('飞', '艇'))).toEqual(['飞', '艇']);
  });

  it('find one telling character, and leave out a single Latin letter or digit', () => {
    expect(wordGramsOf('飞')).toEqual(['飞']);
    expect(wordGramsOf('Ω')).toEqual(['Ω']);
    expect(wordGramsOf('a')).toEqual([]);
    expect(wordGramsOf('飞艇')).toEqual(['飞艇']);
  });
});

describe('what a person types into the search', () => {
  it.each([
    ['AQ', { number: '', words: [], code: 'aq' }],
    ['GB/T', { number: '', words: [], code: 'gbt' }],
    ['1109', { number: '1109', words: [], code: '' }],
    ['AQ 1109', { number: 'aq1109', words: [], code: '' }],
    ['GB/T 19001 质量', { number: 'gbt19001', words: ['质量'], code: '' }],
    ['阀门 试验', { number: '', words: ['阀门', '试验'], code: '' }],
    ['quality management', { number: '', words: ['quality', 'management'], code: '' }],
  ])('%s', (text, terms) => {
    expect(searchTermsOf(text)).toEqual(terms);
  });
});
