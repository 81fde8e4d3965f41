import { longDate, orDash, shortDate } from '../format';
import { heading, paragraph, startPart } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable } from '../pdf/table';
import type { DossierSnapshot } from '../snapshot';
import { always, type DossierPart } from './part';

function* drawEnterprise(frame: PageFrame, { enterprise }: DossierSnapshot): Generator<void> {
  heading(frame, 2, '企业概况');
  paragraph(
    frame,
    enterprise.introduction === '' ? `${enterprise.name}。` : enterprise.introduction,
  );
  if (enterprise.products.length > 0) {
    paragraph(frame, `主要产品（服务）：${enterprise.products.join('、')}。`);
  }
  if (enterprise.managementSystems.length > 0) {
    paragraph(frame, `已建立并运行的管理体系：${enterprise.managementSystems.join('、')}。`);
  }
  if (enterprise.departments.length === 0) return;
  yield* drawTable(frame, {
    caption: '部门与职责',
    columns: [
      { heading: '序号', weight: 8, align: 'center' },
      { heading: '部门', weight: 22 },
      { heading: '主要职责', weight: 70 },
    ],
    vertical: 'middle',
    rows: enterprise.departments.map(({ name, duty }, index) => ({
      cells: [String(index + 1), name, orDash(duty)],
    })),
  });
}

function* drawPolicy(frame: PageFrame, { standardization }: DossierSnapshot): Generator<void> {
  heading(frame, 2, '标准化方针与目标');
  if (standardization.policy !== '') paragraph(frame, `标准化方针：${standardization.policy}`);
  if (standardization.objectives.length === 0) return;
  yield* drawTable(frame, {
    caption: '标准化目标',
    columns: [
      { heading: '序号', weight: 7, align: 'center' },
      { heading: '目标', weight: 38 },
      { heading: '计算方法', weight: 31 },
      { heading: '周期', weight: 10, align: 'center' },
      { heading: '责任部门', weight: 17 },
    ],
    vertical: 'middle',
    rows: standardization.objectives.map(({ text, measure, period, owner }, index) => ({
      cells: [String(index + 1), text, orDash(measure), orDash(period), orDash(owner)],
    })),
  });
}

function* drawOrganisation(
  frame: PageFrame,
  { standardization }: DossierSnapshot,
): Generator<void> {
  heading(frame, 2, '标准化组织与人员');
  const parts = [
    standardization.body === '' ? '' : `标准化管理机构：${standardization.body}。`,
    standardization.head === '' ? '' : `标准化负责人：${standardization.head}。`,
    standardization.systemReleasedOn
      ? `企业标准体系于${longDate(standardization.systemReleasedOn)}发布，` +
        `${longDate(standardization.systemEffectiveOn)}起实施。`
      : '',
  ];
  paragraph(frame, parts.join(''));
  if (standardization.staff.length > 0) {
    yield* drawTable(frame, {
      caption: '专（兼）职标准化人员',
      columns: [
        { heading: '序号', weight: 8, align: 'center' },
        { heading: '姓名', weight: 18, align: 'center' },
        { heading: '职务或岗位', weight: 38 },
        { heading: '资格', weight: 36 },
      ],
      rows: standardization.staff.map(({ name, post, qualification }, index) => ({
        cells: [String(index + 1), name, orDash(post), orDash(qualification)],
      })),
    });
  }
  if (standardization.documents.length === 0) return;
  yield* drawTable(frame, {
    caption: '机构、任命与发布文件',
    columns: [
      { heading: '文号', weight: 24 },
      { heading: '文件名称', weight: 46 },
      { heading: '日期', weight: 16, align: 'center' },
      { heading: '签发', weight: 14, align: 'center' },
    ],
    vertical: 'middle',
    rows: standardization.documents.map(({ number, title, date, signedBy }) => ({
      cells: [number, title, shortDate(date), orDash(signedBy)],
    })),
  });
}

/** 企业概况和标准化工作概况. */
export const profiles: DossierPart = {
  title: () => '企业概况与标准化工作概况',
  isShown: always,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    yield* drawEnterprise(frame, snapshot);
    heading(frame, 2, '标准化工作概况');
    if (snapshot.standardization.introduction !== '') {
      paragraph(frame, snapshot.standardization.introduction);
    }
    yield* drawPolicy(frame, snapshot);
    yield* drawOrganisation(frame, snapshot);
  },
};
