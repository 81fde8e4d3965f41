import { AfterRest } from './after-rest';
import { changedEnterprise } from './changed-enterprise';

describe('what a page writes', () => {
  const id = '0f0e0d0c-0b0a-4908-8706-050403020100';
  const below = `/api/organizations/${id}/standards`;

  it('changes the enterprise that its address names, whichever store writes it', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(changedEnterprise(method, below)).toBe(id);
    expect(changedEnterprise('GET', below)).toBeNull();
    expect(changedEnterprise('POST', '/api/sessions')).toBeNull();
  });
});

describe('figures that follow', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are asked for once after a pause, and in time while there is none', () => {
    let runs = 0;
    const after = new AfterRest(800, 4_000, () => (runs += 1));
    after.wait();
    after.wait();
    jest.advanceTimersByTime(799);
    expect(runs).toBe(0);
    jest.advanceTimersByTime(1);
    expect(runs).toBe(1);
    for (let step = 0; step < 16; step += 1) {
      after.wait();
      jest.advanceTimersByTime(500);
    }
    expect(runs).toBe(3);
    jest.advanceTimersByTime(800);
    expect(runs).toBe(3);
  });
});
