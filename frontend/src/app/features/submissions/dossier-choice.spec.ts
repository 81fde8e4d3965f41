import '@angular/compiler';
import { signal } from '@angular/core';
import type { DossierDto } from '../../core/api/generated/openapi';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { CurrentOrganization } from '../../core/session/current-organization';
import { PlayedServer, atRest, storeWith } from '../../testing/store-with';
import { DossierChoice } from './dossier-choice';

const ready = (id: string, assessmentId: string, number: number) =>
  ({ id, assessmentId, number, state: 'ready' }) as DossierDto;

async function opened(mayRead = true) {
  const played = new PlayedServer({
    'GET /dossiers': () => [ready('x2', 'x', 2), ready('y1', 'y', 1), ready('x1', 'x', 1)],
  });
  const all = signal<readonly { readonly id: string; readonly title: string }[] | null>(null);
  const load = async () => all.set([{ id: 'x', title: '2026 年度自我评价' }]);
  const { store } = storeWith(DossierChoice, played, [
    { provide: CurrentAssessment, useValue: { all, load } },
    { provide: CurrentOrganization, useValue: { id: () => 'o', can: () => mayRead } },
  ]);
  await atRest();
  const seen = store as unknown as { titleOf(assessmentId: string): string };
  return { played, choice: store, titleOf: (id: string) => seen.titleOf(id) };
}

describe('the dossiers that can be handed in', () => {
  it('are told apart by the evaluation they are of, where that may be read', async () => {
    const { titleOf } = await opened();
    expect([titleOf('x'), titleOf('y')]).toEqual(['2026 年度自我评价', '']);
    expect((await opened(false)).titleOf('x')).toBe('');
  });

  it('stay chosen when they are read again, as long as they are offered', async () => {
    const { played, choice } = await opened();
    expect(choice.chosen()).toBe('x2');
    choice.chosen.set('y1');
    played.answers['GET /dossiers'] = () => [ready('x3', 'x', 3), ready('y1', 'y', 1)];
    await choice.load();
    expect(choice.chosen()).toBe('y1');
    played.answers['GET /dossiers'] = () => [ready('x3', 'x', 3)];
    await choice.load();
    expect(choice.chosen()).toBe('x3');
  });
});
