import '@angular/compiler';
import type { FindingDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { Confirm } from '../../core/dialog/confirm';
import type { Confirmation } from '../../core/dialog/confirm-dialog';
import { Notices } from '../../core/errors/notices';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { FindingCard } from './finding-card';

const REMOVE = 'DELETE /cases/{id}/findings/{number}';
const REMOVE_FILE = 'DELETE /cases/{id}/findings/{number}/files/{fileId}';

function opened(isSure: boolean) {
  const played = new PlayedServer({ [REMOVE]: () => ({}), [REMOVE_FILE]: () => ({}) });
  const asked: Confirmation[] = [];
  const confirm = {
    isSure: (question: Confirmation) => {
      asked.push(question);
      return Promise.resolve(isSure);
    },
  };
  const cases = { id: () => 'c', state: () => 'evaluating', read: () => Promise.resolve() };
  const { store } = storeWith(FindingCard, played, [
    { provide: CaseStore, useValue: cases },
    { provide: Confirm, useValue: confirm },
    { provide: Notices, useValue: { done: () => undefined } },
    { provide: CurrentOrganization, useValue: { id: () => 'o' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  const finding = { number: 2, version: 3, text: '无签名', files: [], state: 'open' };
  Object.assign(store, { finding: () => finding as unknown as FindingDto });
  const card = store as unknown as {
    remove(): Promise<void>;
    removeFile(file: { readonly id: string; readonly fileName: string }): Promise<void>;
  };
  return { card, played, asked };
}

describe('a finding', () => {
  it.each([true, false])('is deleted only where that is sure: %s', async (isSure) => {
    const { card, played, asked } = opened(isSure);
    await card.remove();
    expect(asked).toHaveLength(1);
    expect(played.askedFor(REMOVE)).toHaveLength(isSure ? 1 : 0);
  });

  it.each([true, false])('loses a picture only where that is sure: %s', async (isSure) => {
    const { card, played } = opened(isSure);
    await card.removeFile({ id: 'f', fileName: '现场.png' });
    expect(played.askedFor(REMOVE_FILE)).toHaveLength(isSure ? 1 : 0);
  });
});
