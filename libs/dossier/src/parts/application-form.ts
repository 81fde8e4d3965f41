import { longDate, orDash } from '../format';
import { remark, startPart } from '../pdf/flow';
import { drawTable, type TableCell, type TableRow } from '../pdf/table';
import type { DossierSnapshot } from '../snapshot';
import { bodyWord, gradeElsewhere } from './notices';
import { always, type DossierPart } from './part';

const label = (text: string): TableCell => ({ text, isLabel: true });
const wide = (text: string): TableCell => ({ text, columnSpan: 3 });

const pair = (left: string, value: string, right: string, other: string): TableRow => ({
  cells: [label(left), value, label(right), other],
  minHeight: 20.5,
});
const single = (name: string, value: string, minHeight = 20.5): TableRow => ({
  cells: [label(name), wide(value)],
  minHeight,
});

/** In 10,000 yuan; blank where it was not told. */
const money = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : `${value} 万元`;

/** `技术标准体系 117 项；…；合计 177 项`, as the statistics count. */
const standardsText = ({ system: { figures } }: DossierSnapshot): string => {
  if (!figures || figures.entries === 0) return '';
  const bodies = figures.byBody.map(({ name, existing }) => `${name} ${existing} 项`);
  const rest = figures.unplaced === 0 ? [] : [`未归入体系 ${figures.unplaced} 项`];
  return [...bodies, ...rest, `合计 ${figures.existing} 项`].join('；');
};

const people = (value: number | null): string => (value === null ? '' : `${value} 人`);

const enterpriseRows = ({ enterprise, application }: DossierSnapshot): TableRow[] => [
  single('企业名称', enterprise.name),
  single('统一社会信用代码', enterprise.creditCode),
  pair('注册地址', enterprise.address, '邮编', enterprise.postalCode ?? ''),
  pair(
    '行政区划',
    enterprise.regionName,
    '成立日期',
    enterprise.foundedOn ? longDate(enterprise.foundedOn) : '',
  ),
  pair(
    '所属行业',
    [enterprise.industryCode, enterprise.industryName].filter((part) => part !== '').join(' '),
    '企业规模',
    enterprise.sizeName,
  ),
  pair('企业性质', enterprise.nature ?? '', '法定代表人', enterprise.legalRepresentative),
  pair('年产值', money(enterprise.annualOutput), '营业收入', money(enterprise.annualRevenue)),
  pair('职工人数', people(enterprise.employees), '技术人员', people(enterprise.technicalStaff)),
  single('主要产品（服务）', enterprise.products.join('；')),
  single('已获管理体系认证', enterprise.managementSystems.join('；')),
  pair('联系人', application.contactName, '联系电话', application.contactPhone),
  pair('电子邮箱', application.contactEmail, '首次／复评', application.kindName ?? ''),
  single('上次证书', application.lastCertificate ?? ''),
];

const systemRows = (snapshot: DossierSnapshot): TableRow[] => {
  const { standardization, application } = snapshot;
  const months = application.monthsInOperation;
  return [
    pair('标准化管理机构', standardization.body, '标准化负责人', standardization.head),
    pair(
      '体系发布日期',
      standardization.systemReleasedOn ? longDate(standardization.systemReleasedOn) : '',
      '体系实施日期',
      standardization.systemEffectiveOn ? longDate(standardization.systemEffectiveOn) : '',
    ),
    single('体系运行时间', months === null ? '' : `至申请之日已运行 ${months} 个月`),
    single('现有标准数', standardsText(snapshot)),
  ];
};

const requestRows = (snapshot: DossierSnapshot): TableRow[] => {
  const { application, scheme, result } = snapshot;
  const grade =
    application.targetGrade === ''
      ? ''
      : [application.targetLevelName, `${application.targetGrade} 级`].join(' ').trim();
  const self =
    scheme.gradeIds.length === 0
      ? gradeElsewhere(snapshot)
      : result.grade
        ? `${result.grade} 级`
        : '未达等级';
  return [
    pair('申请等级', grade, '自我评价等级', self),
    single(`${scheme.evaluationWord}依据`, scheme.basis.join('；')),
    single(bodyWord(snapshot), application.evaluatingBody),
    single('备注', application.remarks, 24),
  ];
};

const sealRows = (snapshot: DossierSnapshot): TableRow[] => [
  {
    cells: [
      label('申请企业意见'),
      wide(
        `本企业自愿申请标准化良好行为企业${snapshot.scheme.evaluationWord}，所填内容和所附材料真实、有效。\n \n` +
          '法定代表人（签字）：　　　　　　　　　　　　　（企业盖章）\n　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日',
      ),
    ],
    minHeight: 70,
  },
  {
    cells: [
      label(`${bodyWord(snapshot)}意见`),
      wide(
        ' \n \n　　　　　　　　　　　　　　　　　　　　　　　（盖章）\n　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日',
      ),
    ],
    minHeight: 62,
  },
];

/** 申请表: a ruled form of four columns; what is unknown stays blank to be filled in by hand. */
export const applicationForm: DossierPart = {
  title: () => '标准化良好行为企业申请表',
  isShown: always,
  *draw(frame, snapshot, title) {
    startPart(frame, title);
    yield* drawTable(frame, {
      hasHeader: false,
      vertical: 'middle',
      size: 9.5,
      columns: [
        { heading: '', weight: 20 },
        { heading: '', weight: 34 },
        { heading: '', weight: 18 },
        { heading: '', weight: 28 },
      ],
      rows: [
        ...enterpriseRows(snapshot),
        ...systemRows(snapshot),
        ...requestRows(snapshot),
        ...sealRows(snapshot),
      ],
    });
    remark(
      frame,
      `材料验证码：${orDash(snapshot.document.code)}；填报日期：${longDate(snapshot.document.date)}。`,
    );
  },
};
