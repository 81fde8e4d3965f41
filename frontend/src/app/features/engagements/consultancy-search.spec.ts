import '@angular/compiler';
import { Problem } from '../../core/errors/problem';
import { type Answers, PlayedServer, atRest, storeWith } from '../../testing/store-with';
import { ConsultancySearch } from './consultancy-search';

const FIND = 'POST /engagements/consultancy';

function searching(answer: Answers[string]) {
  const played = new PlayedServer({ [FIND]: answer });
  return { played, search: storeWith(ConsultancySearch, played).store };
}

describe('whose credit code is typed', () => {
  it('is shown for the code that was looked up, and for no other', async () => {
    const { search } = searching(() => ({ name: '甲咨询' }));
    await search.find(' A ');
    expect([search.name(), search.isShown('A'), search.isShown('B')]).toEqual([
      '甲咨询',
      true,
      false,
    ]);
  });

  it('is unknown again as soon as another code is typed', async () => {
    const { search } = searching(() => ({ name: '甲咨询' }));
    await search.find('A');
    search.clear();
    expect([search.name(), search.isShown('A')]).toEqual([null, false]);
  });

  it('stays that of the last code where the answer for an earlier one comes later', async () => {
    const waiting = new Map<unknown, (answer: unknown) => void>();
    const { search } = searching(
      ({ body }) => new Promise((resolve) => waiting.set(body?.['creditCode'], resolve)),
    );
    const first = search.find('A');
    const second = search.find('B');
    await atRest();
    waiting.get('B')?.({ name: '乙咨询' });
    await second;
    waiting.get('A')?.({ name: '甲咨询' });
    await first;
    expect([search.name(), search.isShown('B'), search.isShown('A')]).toEqual([
      '乙咨询',
      true,
      false,
    ]);
  });

  it('is asked once for a code, and again where nobody was found', async () => {
    let isKnown = false;
    const { search, played } = searching(() => {
      if (!isKnown) throw new Problem('not_found', 404, '', '');
      return { name: '甲咨询' };
    });
    await search.find('A');
    expect([search.problem()?.code, search.isShown('A')]).toEqual(['not_found', false]);
    isKnown = true;
    await search.find('A');
    await search.find('A');
    expect([search.problem(), search.name()]).toEqual([null, '甲咨询']);
    expect(played.askedFor(FIND)).toHaveLength(2);
  });
});
