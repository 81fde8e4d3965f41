import type { StructureTemplate } from '../structure';
import { nodesUnder, type NodeRow } from './node-rows';
import { realizationNodes } from './structure-2017-realization';
import { supportNodes } from './structure-2017-support';

const BODIES: readonly NodeRow[] = [
  [
    'CP',
    '产品实现标准体系',
    'Product realization',
    '为实现产品或服务，从设计到售后全过程所需的标准。',
    'Standards for products and services from design to after-sales.',
    ['产品实现', '产品实现标准'],
  ],
  [
    'BZ',
    '基础保障标准体系',
    'Basic support',
    '保障企业生产、经营、管理有序开展所需的标准。',
    'Standards that keep production, business and management in order.',
    ['基础保障', '基础保障标准'],
  ],
  [
    'GW',
    '岗位标准体系',
    'Posts',
    '把产品实现和基础保障的要求落实到岗位的标准。',
    'Standards that bring the requirements to each post.',
    ['岗位标准', '岗位', '工作标准', '工作标准体系'],
  ],
];

const POSTS: readonly NodeRow[] = [
  [
    'GW1',
    '决策层岗位标准',
    'Decision level',
    '决策岗位的职责权限、任职资格、工作内容与要求、检查与考核。',
    'Duties, qualification, work content and appraisal of the decision level.',
    ['决策层', '决策层标准'],
  ],
  [
    'GW2',
    '管理层岗位标准',
    'Management level',
    '管理岗位的职责权限、工作范围、作业流程、作业规范、周期工作事项和条件触发事项。',
    'Duties and powers, scope, flow, rules, periodic and triggered work of managers.',
    ['管理层', '管理层标准'],
  ],
  [
    'GW3',
    '操作人员标准',
    'Operators',
    '操作和服务岗位的标准，可采用作业指导书、操作规范、员工手册等形式，写明作业、质量和安全要求。',
    'Standards of operating and service posts: work instructions, rules, handbook; work, quality, safety.',
    ['操作层', '操作人员', '操作层标准', '操作层岗位标准', '操作人员岗位标准'],
  ],
];

const POST_LEAVES: Readonly<Record<string, readonly NodeRow[]>> = {
  GW1: [
    [
      'GW1.1',
      '最高决策者',
      'Chief executive',
      '法定代表人、总经理等最高决策者的岗位标准。',
      'Post standard of the chief executive.',
    ],
    [
      'GW1.2',
      '其他决策岗位',
      'Other decision posts',
      '副总经理、总工程师等决策岗位的标准。',
      'Other posts of the decision level.',
      ['决策层人员'],
    ],
  ],
  GW2: [
    [
      'GW2.1',
      '中层管理岗位',
      'Heads of departments',
      '部门负责人的岗位标准。',
      'Post standards of heads of departments.',
      ['中层管理'],
    ],
    [
      'GW2.2',
      '一般管理岗位',
      'Staff',
      '专业管理和技术人员的岗位标准。',
      'Post standards of specialist staff.',
      ['一般管理'],
    ],
  ],
  GW3: [
    [
      'GW3.1',
      '特殊过程岗位',
      'Special processes',
      '特殊过程、关键工序和特种作业岗位的标准。',
      'Posts of special processes and licensed work.',
      ['特殊过程'],
    ],
    [
      'GW3.2',
      '一般操作岗位',
      'Other operating posts',
      '其他操作岗位的通用或单独标准。',
      'The other operating posts.',
      ['一般岗位'],
    ],
  ],
};

/** Product realization, basic support, posts (GB/T 15496, 15497, 15498 of 2017). */
export const structure2017: StructureTemplate = {
  id: 'gb-t-15496-2017',
  name: {
    'zh-CN': '产品实现、基础保障、岗位标准体系（2017 版结构）',
    en: 'Product realization, basic support and posts (2017)',
  },
  basis: ['GB/T 15496-2017', 'GB/T 15497-2017', 'GB/T 15498-2017'],
  nodes: [
    ...nodesUnder(undefined, 1, BODIES),
    ...realizationNodes,
    ...supportNodes,
    ...nodesUnder('GW', 2, POSTS),
    ...Object.entries(POST_LEAVES).flatMap(([parent, rows]) => nodesUnder(parent, 3, rows)),
  ],
  codeSynonyms: { SX: 'CP', CPSX: 'CP', JCBZ: 'BZ', JC: 'BZ', GWBZ: 'GW' },
};
