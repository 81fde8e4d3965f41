import { drawOrganisationChart } from '../charts/organisation-chart';
import { heading, paragraph, remark, startPart } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable } from '../pdf/table';
import type { DossierSnapshot } from '../snapshot';
import { attachedOf } from './attachments';
import { always, type DossierPart } from './part';

/** Whether a department leads the standardization work: its name is in the body's, or its duty says so. */
const isInCharge = (
  { name, duty }: DossierSnapshot['enterprise']['departments'][number],
  body: string,
): boolean => (name !== '' && body.includes(name)) || /标准化(归口|主管|管理)/u.test(duty);

function* drawChart(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { enterprise, standardization } = snapshot;
  const attached = attachedOf(snapshot, 'chart');
  heading(frame, 2, '组织机构图', { keep: 200 });
  if (attached !== '') paragraph(frame, `企业发布的组织机构图见${attached}。`);
  if (enterprise.departments.length === 0) {
    if (attached === '') paragraph(frame, '企业尚未登记部门；组织机构图请附后。');
    return;
  }
  const { body, head } = standardization;
  const departments = enterprise.departments.map((department) => ({
    name: department.name,
    isInCharge: isInCharge(department, body),
  }));
  const named = head === '' ? body : `${body}（负责人：${head}）`;
  const said = departments.map(({ name }) => name).join('、');
  drawOrganisationChart(
    frame,
    { top: '最高管理者', body: named, departments },
    `组织机构图：最高管理者；${named}；${said}`,
  );
  const leading = departments.filter((department) => department.isInCharge);
  if (leading.length > 0) {
    remark(
      frame,
      `底色为标准化机构和标准化主管部门（${leading.map(({ name }) => name).join('、')}）。`,
    );
  }
}

/** Columns that a page in landscape can hold beside the sub-system's name. */
const MOST_DEPARTMENTS = 24;

function* drawAllocation(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { allocation } = snapshot.standardization;
  if (!allocation || allocation.departments.length === 0) return;
  const rows = allocation.rows.filter(({ marks }) => marks.some((mark) => mark !== ''));
  if (rows.length === 0) return;
  const shown = allocation.departments.slice(0, MOST_DEPARTMENTS);
  frame.newPage('landscape');
  heading(frame, 2, '职能分配表');
  yield* drawTable(frame, {
    columns: [
      { heading: '编号', weight: 7 },
      { heading: '子体系', weight: 24 },
      ...shown.map((name) => ({
        heading: name,
        weight: Math.min(9, 69 / shown.length),
        align: 'center' as const,
      })),
    ],
    size: 8,
    leading: 11.2,
    padding: 2.4,
    vertical: 'middle',
    rows: rows.map(({ code, name, marks }) => ({
      cells: [code, name, ...marks.slice(0, MOST_DEPARTMENTS)],
    })),
  });
  const left = allocation.rows.length - rows.length;
  if (allocation.isCorrected) {
    const without = left === 0 ? '' : `另有 ${left} 个子体系未分配职能，未列。`;
    remark(frame, `▲ 主办部门，△ 协办部门；由企业按部门职责核定。${without}`);
    return;
  }
  remark(
    frame,
    '▲ 主管部门，△ 相关部门；由标准明细表的责任部门得出：负责该子体系标准最多的部门为主管。' +
      (left === 0 ? '' : `另有 ${left} 个子体系尚无责任部门，未列。`),
  );
}

/** A page to stick or staple the copy of the licence on, with what it must agree with. */
function* drawLicence(frame: PageFrame, snapshot: DossierSnapshot): Generator<void> {
  const { enterprise, evidence } = snapshot;
  const attached = attachedOf(snapshot, 'licence');
  frame.newPage('portrait');
  heading(frame, 2, '营业执照');
  const proof = evidence.find(({ title }) => title.includes('营业执照'));
  yield* drawTable(frame, {
    hasHeader: false,
    vertical: 'middle',
    columns: [
      { heading: '', weight: 24 },
      { heading: '', weight: 76 },
    ],
    rows: (
      [
        ['名称', enterprise.name],
        ['统一社会信用代码', enterprise.creditCode],
        ['住所', enterprise.address],
        ['法定代表人', enterprise.legalRepresentative],
        [
          '附件',
          attached !== ''
            ? `见${attached}`
            : proof
              ? `见证实材料 ${proof.number}（${proof.fileName}）`
              : '营业执照（副本）复印件附于本页后',
        ],
      ] as const
    ).map(([name, value]) => ({
      cells: [{ text: name, isLabel: true }, value],
      minHeight: 24,
    })),
  });
  if (!proof && attached === '') drawSlip(frame, '营业执照（副本）复印件粘贴处，加盖公章');
}

/** A dashed frame over the rest of the page, at most as high as a licence. */
const drawSlip = (frame: PageFrame, text: string): void => {
  const height = Math.min(380, frame.room - 10);
  const top = frame.y + 6;
  const corners = [
    [frame.left, top],
    [frame.right, top],
    [frame.right, top + height],
    [frame.left, top + height],
  ] as const;
  frame.canvas.artifact(() => {
    frame.canvas.path(corners, 's', { line: 0.6, dash: '4 3' });
  });
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    const middle = frame.left + frame.width / 2;
    frame.label(text, middle, top + height / 2, { size: 11, align: 'center' });
  });
  node.close();
  frame.y = top + height;
};

/** 营业执照、组织机构图、职能分配表. */
export const organisation: DossierPart = {
  title: () => '营业执照、组织机构图与职能分配表',
  isShown: always,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    yield* drawChart(frame, snapshot);
    yield* drawAllocation(frame, snapshot);
    yield* drawLicence(frame, snapshot);
  },
};
