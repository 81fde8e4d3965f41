import { nodesUnder, type NodeRow } from './node-rows';
import { SUPPORT_LEAVES } from './structure-2017-support-leaves';

/** Clauses 4 to 7 were read in a public source; clauses 8 to 14 are knowledge of the field. */
const VERIFIED: readonly NodeRow[] = [
  [
    'BZ1',
    '规划计划和企业文化标准',
    'Planning and culture',
    '企业规划、计划、品牌和文化建设的要求。',
    'Planning, brand and culture of the enterprise.',
    ['规划计划和企业文化'],
  ],
  [
    'BZ2',
    '标准化工作标准',
    'Standardization work',
    '标准化机构、制修订、实施、检查和评价改进的要求。',
    'Organization, drafting, implementation, inspection and evaluation.',
    ['标准化工作', '标准化管理标准'],
  ],
  [
    'BZ3',
    '人力资源标准',
    'Human resources',
    '劳动组织、劳动关系、绩效、薪酬和培训的要求。',
    'Organization of work, labour relations, performance, pay and training.',
    ['人力资源'],
  ],
  [
    'BZ4',
    '财务和审计标准',
    'Finance and audit',
    '预算、核算、成本、资金和内部审计的要求。',
    'Budget, accounting, cost, funds and internal audit.',
    ['财务和审计', '财务审计'],
  ],
];

const HOUSE: readonly NodeRow[] = [
  [
    'BZ5',
    '设备设施标准',
    'Equipment and facilities',
    '设备设施从选型购置到使用维护、报废的要求。',
    'Equipment and facilities from selection to scrapping.',
    ['设备设施', '设备和设施'],
  ],
  [
    'BZ6',
    '质量管理标准',
    'Quality management',
    '质量策划、控制、测量设备、审核和改进的要求。',
    'Quality planning, control, measuring equipment, audit and improvement.',
    ['质量管理'],
  ],
  [
    'BZ7',
    '安全和职业健康标准',
    'Safety and occupational health',
    '安全生产、应急和职业病防治的要求。',
    'Safety at work, emergencies and occupational disease.',
    ['安全和职业健康', '安全与职业健康', '安全职业健康'],
  ],
  [
    'BZ8',
    '环境保护和能源管理标准',
    'Environment and energy',
    '污染防治、固体废物和能源管理的要求。',
    'Pollution control, waste and energy management.',
    ['环境保护和能源管理', '环境和能源管理'],
  ],
  [
    'BZ9',
    '法务和合同管理标准',
    'Legal affairs and contracts',
    '法律事务、合同和风险防控的要求。',
    'Legal affairs, contracts and risk.',
    ['法务和合同管理', '法务和合同'],
  ],
  [
    'BZ10',
    '知识管理和信息标准',
    'Knowledge and information',
    '文件、档案、知识产权、信息系统和信息安全的要求。',
    'Documents, archives, intellectual property, systems and security.',
    ['知识管理和信息', '知识管理和信息管理'],
  ],
  [
    'BZ11',
    '行政事务和综合标准',
    'Administration',
    '行政、后勤、保密、公共关系等综合事务的要求。',
    'Administration, services, confidentiality and public relations.',
    ['行政事务和综合', '行政和综合'],
  ],
];

function leavesOf(parent: string): readonly NodeRow[] {
  return SUPPORT_LEAVES.filter(([code]) => code.startsWith(`${parent}.`));
}

/** 基础保障标准体系 (GB/T 15498-2017), below its body. */
export const supportNodes = [
  ...nodesUnder('BZ', 2, VERIFIED, 'verified'),
  ...nodesUnder('BZ', 2, HOUSE).map((node) => ({ ...node, order: node.order + VERIFIED.length })),
  ...[...VERIFIED, ...HOUSE].flatMap(([code]) => nodesUnder(code, 3, leavesOf(code))),
];
