import { type Efforts, noEfforts, type EffortChanges, noChanges } from './effort-changes';
import { flushEfforts } from './flush-efforts';

const stored: Efforts = { ...noEfforts, version: 3, efforts: { a: 10 } };
const changed = (efforts: EffortChanges['efforts']): EffortChanges => ({ ...noChanges, efforts });

const server = (isReached = true) => {
  const saved: Efforts[] = [];
  const save = (efforts: Efforts) => {
    saved.push(efforts);
    return isReached ? Promise.resolve(efforts) : Promise.reject(new Error('offline'));
  };
  return { saved, save };
};

describe('leaving the gaps', () => {
  it('sends what waits', async () => {
    const { saved, save } = server();
    expect(await flushEfforts({ stored, changes: changed({ b: 5 }), sent: null, save })).toBe(true);
    expect(saved).toEqual([{ ...noEfforts, version: 3, efforts: { a: 10, b: 5 } }]);
  });

  it('sends nothing where nothing waits', async () => {
    const { saved, save } = server();
    expect(await flushEfforts({ stored, changes: noChanges, sent: null, save })).toBe(true);
    expect(saved).toEqual([]);
  });

  it('waits for the request on its way and sends only what was changed since', async () => {
    const { saved, save } = server();
    const newer = { ...noEfforts, version: 4, efforts: { a: 10, b: 5 } };
    const sent = { changes: changed({ b: 5 }), outcome: Promise.resolve(newer) };
    await flushEfforts({ stored, changes: changed({ b: 5 }), sent, save });
    expect(saved).toEqual([]);
    await flushEfforts({ stored, changes: changed({ b: 5, c: 7 }), sent, save });
    expect(saved).toEqual([{ ...noEfforts, version: 4, efforts: { a: 10, b: 5, c: 7 } }]);
  });

  it('says when the server was not reached, so that the draft stays', async () => {
    const { saved, save } = server(false);
    const sent = { changes: changed({ b: 5 }), outcome: Promise.resolve(null) };
    expect(await flushEfforts({ stored, changes: changed({ b: 5 }), sent, save })).toBe(false);
    expect(saved).toHaveLength(1);
  });
});
