import '@angular/compiler';
import { signal } from '@angular/core';
import type { BodyProfileDto, WriteBodyDto } from '../../core/api/generated/openapi';
import type { AsideLine } from '../../core/drafts/aside-lines';
import { Notices } from '../../core/errors/notices';
import type { Problem } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { PlayedServer, atRest, conflictWith, storeWith } from '../../testing/store-with';
import { BodyPage } from './body.page';

const stored = (introduction: string, version = 1): BodyProfileDto => ({
  introduction,
  contact: '',
  fees: '',
  materials: [],
  isAccepting: false,
  version,
});

async function opened() {
  const open = signal('a');
  const said: string[] = [];
  const played = new PlayedServer({
    'GET /body-profile': () => stored(`of ${open()}`),
    'PUT /body-profile': ({ ifMatch = 0, body }) => ({ ...body, version: ifMatch + 1 }),
  });
  const { store } = storeWith(BodyPage, played, [
    { provide: CurrentOrganization, useValue: { id: open, can: () => true } },
    { provide: Notices, useValue: { done: (text: string) => said.push(text) } },
  ]);
  const page = store as unknown as {
    readonly typed: () => WriteBodyDto | null;
    readonly theirs: () => BodyProfileDto | null;
    readonly otherwise: () => readonly AsideLine[];
    readonly isUntitled: () => boolean;
    readonly problem: () => Problem | null;
    type(change: Partial<WriteBodyDto>): void;
    takeTheirs(theirs: BodyProfileDto): void;
    save(event: Event): Promise<void>;
  };
  await atRest();
  return { open, played, page, said, save: () => page.save(new Event('submit')) };
}

/** No click here is the second one of a double click. */
let now = 0;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => (now += 1_000)));
afterEach(() => jest.restoreAllMocks());

describe('the profile of a body', () => {
  it('is saved twice, each time upon what was saved before', async () => {
    const { played, page, save } = await opened();
    page.type({ introduction: '甲' });
    await save();
    page.type({ fees: '面议' });
    await save();
    expect(played.askedFor('PUT /body-profile')).toMatchObject([
      { ifMatch: 1, body: { introduction: '甲' } },
      { ifMatch: 2, body: { introduction: '甲', fees: '面议' } },
    ]);
  });

  it('shows what somebody else saved beside what is typed, which is saved upon it', async () => {
    const { played, page, save } = await opened();
    const { answers } = played;
    const put = answers['PUT /body-profile'];
    answers['PUT /body-profile'] = () => {
      throw conflictWith(stored('他人写的', 7));
    };
    page.type({ introduction: '我写的' });
    await save();
    expect(page.problem()?.isConflict).toBe(true);
    expect(page.typed()?.introduction).toBe('我写的');
    expect(page.otherwise()).toEqual([{ label: 'cases.body.introduction', text: '他人写的' }]);
    if (put) answers['PUT /body-profile'] = put;
    await save();
    expect(played.askedFor('PUT /body-profile')[1]).toMatchObject({
      ifMatch: 7,
      body: { introduction: '我写的' },
    });
    expect([page.theirs(), page.problem()]).toEqual([null, null]);
  });

  it('is theirs where what is typed is given up', async () => {
    const { played, page, save } = await opened();
    played.answers['PUT /body-profile'] = () => {
      throw conflictWith(stored('他人写的', 7));
    };
    page.type({ introduction: '我写的' });
    await save();
    page.takeTheirs(page.theirs() as BodyProfileDto);
    expect(page.typed()?.introduction).toBe('他人写的');
    expect([page.theirs(), page.problem()]).toEqual([null, null]);
  });

  it.each(['stored', 'refused'])('hears no late answer of another body: %s', async (how) => {
    const { open, played, page, said, save } = await opened();
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    played.answers['PUT /body-profile'] = async ({ body }) => {
      await gate;
      if (how === 'refused') throw conflictWith(stored('of a', 9));
      return { ...body, version: 2 };
    };
    page.type({ introduction: 'typed in a' });
    const done = save();
    open.set('b');
    await atRest();
    go();
    await done;
    expect(page.typed()?.introduction).toBe('of b');
    expect([page.theirs(), page.problem(), said]).toEqual([null, null, []]);
    played.answers['PUT /body-profile'] = ({ body }) => ({ ...body, version: 2 });
    await save();
    expect(played.askedFor('PUT /body-profile')[1]).toMatchObject({ ifMatch: 1 });
  });

  it('is not sent with a note on a document without a name; an empty line is left out', async () => {
    const { played, page, save } = await opened();
    page.type({ materials: [{ title: '', note: '盖章' }] });
    await save();
    expect(page.isUntitled()).toBe(true);
    expect(played.askedFor('PUT /body-profile')).toEqual([]);
    page.type({
      materials: [
        { title: ' 营业执照 ', note: '盖章' },
        { title: ' ', note: '' },
      ],
    });
    await save();
    expect(played.askedFor('PUT /body-profile')).toMatchObject([
      { body: { materials: [{ title: '营业执照', note: '盖章' }] } },
    ]);
  });
});
