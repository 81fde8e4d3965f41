import '@angular/compiler';
import { SIGNAL } from '@angular/core/primitives/signals';
import type { PlatformMove } from '@liangxing/contracts';
import type { PlatformOrganizationDto } from '../../core/api/generated/openapi';
import { Modal } from '../../core/dialog/modal';
import { Notices } from '../../core/errors/notices';
import { type Asked, PlayedServer, atRest, storeWith } from '../../testing/store-with';
import { OrganizationPage } from './organization.page';

const GET = 'GET /api/platform/organizations/{id}';
const MOVE = 'POST /api/platform/organizations/{id}/moves';

/** The page with what its template uses; every answer waits until the test gives it. */
function opened() {
  const waiting = new Map<string, () => void>();
  const answer = (at: string) => (asked: Asked) =>
    new Promise((resolve) => {
      const id = String(asked['id']);
      waiting.set(`${at} ${id}`, () => resolve({ id, version: id === 'a' ? 1 : 7, state: 'open' }));
    });
  const played = new PlayedServer({ [GET]: answer(GET), [MOVE]: answer(MOVE) });
  const { store: page } = storeWith(OrganizationPage, played, [
    { provide: Notices, useValue: { done: () => undefined } },
    { provide: Modal, useValue: {} },
  ]);
  const seen = page as unknown as {
    readonly organization: () => PlatformOrganizationDto | null;
    decide(move: PlatformMove): void;
  };
  return {
    seen,
    played,
    async go(id: string) {
      const node = page.id[SIGNAL];
      node.applyValueToInputSignal(node, id);
      await atRest();
    },
    async answered(at: string, id: string) {
      waiting.get(`${at} ${id}`)?.();
      await atRest();
    },
  };
}

describe('one organization as the platform sees it', () => {
  it('is the one of the address, whichever answer comes last', async () => {
    const { seen, go, answered } = opened();
    await go('a');
    await go('b');
    await answered(GET, 'b');
    await answered(GET, 'a');
    expect(seen.organization()).toMatchObject({ id: 'b', version: 7 });
  });

  it('is not decided about by what was shown of another one', async () => {
    const { seen, played, go, answered } = opened();
    await go('a');
    await answered(GET, 'a');
    await go('b');
    expect(seen.organization()).toBeNull();
    seen.decide('reopen');
    expect(played.askedFor(MOVE)).toEqual([]);
  });

  it('does not become another one by a late answer to a decision', async () => {
    const { seen, played, go, answered } = opened();
    await go('a');
    await answered(GET, 'a');
    seen.decide('reopen');
    await go('b');
    await answered(GET, 'b');
    await answered(MOVE, 'a');
    expect(played.askedFor(MOVE)).toMatchObject([{ id: 'a', ifMatch: 1 }]);
    expect(seen.organization()).toMatchObject({ id: 'b' });
  });
});
