import '@angular/compiler';
import { Injector, signal } from '@angular/core';
import { NEVER } from 'rxjs';
import { Api } from '../api/api';
import { CurrentAssessment } from '../assessment/current-assessment';
import { CurrentOrganization } from '../session/current-organization';
import { StoredChanges } from '../work/stored-changes';
import { OverviewService } from './overview.service';

function opened() {
  const id = signal('a');
  let may = true;
  const answers: ((overview: object) => void)[] = [];
  const get = jest.fn(() => new Promise<object>((resolve) => answers.push(resolve)));
  const injector = Injector.create({
    providers: [
      { provide: Api, useValue: { get } },
      { provide: CurrentOrganization, useValue: { id, can: () => may } },
      { provide: CurrentAssessment, useValue: { query: () => ({}) } },
      { provide: StoredChanges, useValue: { of: () => NEVER } },
      { provide: OverviewService },
    ],
  });
  const enter = (next: string, isOpen = true): void => {
    id.set(next);
    may = isOpen;
  };
  return { service: injector.get(OverviewService), get, answers, enter };
}

describe('the overview in the frame', () => {
  it('is gone at once where the pages of another enterprise are opened, also of one that opens less', async () => {
    const { service, answers, enter } = opened();
    const first = service.refresh();
    answers[0]?.({ of: 'a' });
    await first;
    expect(service.current()).toEqual({ of: 'a' });
    enter('b', false);
    expect(service.current()).toBeNull();
  });

  it('that comes late of the enterprise before is shown nowhere', async () => {
    const { service, answers, enter } = opened();
    const first = service.refresh();
    enter('b');
    answers[0]?.({ of: 'a' });
    await first;
    expect(service.current()).toBeNull();
  });

  it('is not asked for where it may not be read', async () => {
    const { service, get, enter } = opened();
    enter('b', false);
    await service.refresh();
    expect(get).not.toHaveBeenCalled();
  });
});
