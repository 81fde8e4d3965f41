import type { Arrange } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';

interface Draft {
  readonly id: string;
  readonly version: number;
}

const step = { on: '2099-03-01', by: '沈总', note: '' };
const release = { issuedOn: '2099-03-01', inForceOn: '2099-04-01' };

let count = 0;

async function numberedDraft({ owner: { api }, path }: AttackedEnterprise): Promise<Draft> {
  count += 1;
  const { body } = await api.post<Draft>(`${path}/drafts`, {
    ...{ kind: 'management', outlineId: '', title: `程序 ${String(count)}`, englishTitle: '' },
    ...{
      number: `Q/TWICE ${String(count)}-2099`,
      replacesNumber: '',
      department: '',
      drafters: [],
    },
  });
  return body;
}

/** Requests about drafts that must have come some way. */
export const ARRANGED_DRAFTS: readonly (readonly [string, Arrange])[] = [
  [
    'drafts_revise',
    async (enterprise) => {
      const { owner, path } = enterprise;
      let draft = await numberedDraft(enterprise);
      for (const moved of [
        { move: 'submit' },
        { move: 'approve' },
        { move: 'bring_into_force', ...release },
      ]) {
        const at = `${path}/drafts/${draft.id}/moves`;
        const options = { ifMatch: draft.version };
        draft = (await owner.api.post<Draft>(at, { ...step, ...moved }, options)).body;
      }
      return { path: `${path}/drafts/${draft.id}/revision`, body: {} };
    },
  ],
  [
    'drafts_moveSeveral',
    async (enterprise) => {
      const { id, version } = await numberedDraft(enterprise);
      const body = { ...step, move: 'submit', drafts: [{ id, version }] };
      return { path: `${enterprise.path}/draft-batches/moves`, body };
    },
  ],
];
