import {
  applyOperations,
  placesByCode,
  systemFromTemplate,
  systemTree,
} from '@liangxing/system-structure';
import type { RegisterEntry } from './register-entry';
import { placeStandards, standardList } from './standard-list';

const { state } = applyOperations(
  { system: systemFromTemplate('gb-t-15496-2017'), places: new Map([['s1', ['CP3.2', 'BZ1']]]) },
  [
    { op: 'trim', key: 'CP3.1', reason: '无' },
    { op: 'renumber', parent: 'CP3' },
  ],
);
const tree = systemTree(state.system);
const codes = placesByCode(state.system, state.places);

const standard = (id: string, nodes: readonly string[] | null): RegisterEntry => ({
  id,
  position: 1,
  systemCode: 'J04',
  nodes,
  number: 'Q/A 001-2024',
  title: '采购管理',
  level: 'enterprise',
  kind: null,
  issuedOn: null,
  inForceOn: null,
  withdrawnOn: null,
  status: 'current',
  department: '',
  adoptedNumber: '',
  adoptionDegree: null,
  replacesNumber: '',
  citedNumbers: '',
  note: '',
  isPlanned: false,
  problems: 0,
});
const groupsOf = (material: RegisterEntry) =>
  standardList(tree, placeStandards(tree, [material])).groups.map(({ code, rows }) => [
    code,
    rows[0]?.systemCode,
  ]);

describe("the list of a dossier by the enterprise's own system", () => {
  it('shows each standard at its main node under the code that the node bears now', () => {
    expect(groupsOf(standard('s1', codes.get('s1') ?? []))).toEqual([['CP3.1', 'CP3.1']]);
  });

  it('shows no code where the enterprise has placed it nowhere, whatever the register says', () => {
    expect(groupsOf(standard('s2', []))).toEqual([['', '']]);
  });

  it('goes by the register where there is no system', () => {
    expect(groupsOf({ ...standard('s3', null), systemCode: 'BZ3.5' })).toEqual([
      ['BZ3.5', 'BZ3.5'],
    ]);
  });
});
