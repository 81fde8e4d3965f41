import { AREAS } from '@liangxing/contracts';
import type { TestOrganization } from '../testing/test-app';
import type { Arrange } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';

const actions = [{ finding: '缺检验记录', cause: '', measure: '补记录', effort: null }];
const CATALOGUE = { kind: 'actions', name: '常见问题', note: '', content: { actions } };
const STRUCTURE = {
  ...{ kind: 'structure', name: '通用结构', note: '' },
  content: { structure: 'gb-t-15496-2017' },
};

/** A consultancy with one template, and its path. */
async function prepared(
  { app }: AttackedEnterprise,
  template: object = CATALOGUE,
): Promise<{ readonly consultancy: TestOrganization; readonly at: string }> {
  const consultancy = await app.consultancy();
  const path = `${consultancy.path}/templates`;
  const { body } = await consultancy.api.post<{ id: string }>(path, template);
  return { consultancy, at: `${path}/${body.id}` };
}

/** The same with a client that opens everything. */
async function withClient(enterprise: AttackedEnterprise) {
  const { consultancy, at } = await prepared(enterprise);
  const client = await enterprise.app.organization('委托企业');
  const all = { readable: AREAS, writable: AREAS };
  await enterprise.app.grant(client, consultancy.organizationId, all);
  return { at, body: { clients: [{ clientId: client.organizationId }] }, person: consultancy };
}

/** Requests of a consultancy about its templates. */
export const ARRANGED_TEMPLATES: readonly (readonly [string, Arrange])[] = [
  [
    'templates_add',
    async ({ app }) => {
      const person = await app.consultancy();
      return { path: `${person.path}/templates`, body: CATALOGUE, person };
    },
  ],
  [
    'templates_duplicate',
    async (enterprise) => {
      const { consultancy, at } = await prepared(enterprise);
      return { path: `${at}/duplicates`, body: { name: '另一个' }, person: consultancy };
    },
  ],
  [
    'templates_changeStructure',
    async (enterprise) => {
      const { consultancy, at } = await prepared(enterprise, STRUCTURE);
      const name = { 'zh-CN': '数字化标准', en: '' };
      const body = { operations: [{ op: 'add', parent: null, name }] };
      return { path: `${at}/changes`, body, person: consultancy, ifMatch: 1 };
    },
  ],
  [
    'templates_previewCopies',
    async (enterprise) => {
      const { at, ...asked } = await withClient(enterprise);
      return { path: `${at}/copies/preview`, ...asked };
    },
  ],
  [
    'templates_copy',
    async (enterprise) => {
      const { at, ...asked } = await withClient(enterprise);
      return { path: `${at}/copies`, ...asked, ifMatch: 1 };
    },
  ],
];
