import type { StructureTemplate } from '../structure';
import { nodesUnder, type NodeRow } from './node-rows';
import { MANAGEMENT_SUBSYSTEMS } from './structure-2003-management';
import { TECHNICAL_SUBSYSTEMS } from './structure-2003-technical';

const BODIES: readonly NodeRow[] = [
  [
    'J',
    '技术标准体系',
    'Technical standards',
    '规定产品从设计到服务全过程的技术要求和方法。',
    'Technical requirements and methods from design to service.',
    ['技术标准'],
  ],
  [
    'G',
    '管理标准体系',
    'Management standards',
    '规定各项管理事务的职责、程序、要求和检查方法。',
    'Duties, procedures, requirements and checks of every management task.',
    ['管理标准'],
  ],
  [
    'Z',
    '工作标准体系',
    'Work standards',
    '把技术标准和管理标准的要求落实到每个岗位的人。',
    'Brings the requirements of the other bodies to the person at each post.',
    ['工作标准', '岗位标准', '岗位标准体系'],
  ],
];

const WORK: readonly NodeRow[] = [
  [
    'Z01',
    '决策层工作标准',
    'Decision level',
    '决策层岗位的职责与权限、任职资格、工作内容与要求、检查与考核。',
    'Duties, qualification, work content and appraisal of the decision level.',
    ['决策层'],
  ],
  [
    'Z02',
    '管理层工作标准',
    'Management level',
    '管理岗位的职责与权限、任职资格、工作内容与要求、检查与考核。',
    'Duties, qualification, work content and appraisal of managers.',
    ['管理层'],
  ],
  [
    'Z03',
    '操作人员工作标准',
    'Operation level',
    '操作岗位的职责、资格、操作要求、安全要求、检查与考核。',
    'Duties, qualification, operation, safety and appraisal of operators.',
    ['操作人员', '操作层'],
  ],
];

const WORK_LEAVES: Readonly<Record<string, readonly NodeRow[]>> = {
  Z01: [
    [
      'Z01.1',
      '最高决策者',
      'Chief executive',
      '法定代表人、总经理等最高决策者的工作标准。',
      'Work standard of the chief executive.',
      ['总经理'],
    ],
    [
      'Z01.2',
      '决策层人员',
      'Members of the board',
      '副总经理、总工程师等其他决策人员的工作标准。',
      'Work standards of the other members of the decision level.',
      ['副总经理'],
    ],
  ],
  Z02: [
    [
      'Z02.1',
      '中层管理人员',
      'Heads of departments',
      '部门负责人的工作标准。',
      'Work standards of heads of departments.',
      ['中层管理'],
    ],
    [
      'Z02.2',
      '一般管理人员',
      'Staff',
      '部门内专业管理人员的工作标准。',
      'Work standards of specialist staff.',
      ['一般管理'],
    ],
  ],
  Z03: [
    [
      'Z03.1',
      '特殊过程操作人员',
      'Special processes',
      '特殊过程、关键工序和特种作业岗位的工作标准。',
      'Work standards for special processes and licensed work.',
      ['特殊过程', '特殊过程岗位'],
    ],
    [
      'Z03.2',
      '一般岗位操作人员',
      'Other posts',
      '其他操作岗位的通用或单独工作标准。',
      'Common or separate work standards of the other posts.',
      ['一般岗位'],
    ],
  ],
};

/** Technical, management and work standards (GB/T 15496, 15497, 15498 of 2003). */
export const structure2003: StructureTemplate = {
  id: 'gb-t-15496-2003',
  name: {
    'zh-CN': '技术、管理、工作标准体系（2003 版结构）',
    en: 'Technical, management and work standards (2003)',
  },
  basis: ['GB/T 15496-2003', 'GB/T 15497-2003', 'GB/T 15498-2003'],
  nodes: [
    ...nodesUnder(undefined, 1, BODIES),
    ...nodesUnder('J', 2, TECHNICAL_SUBSYSTEMS),
    ...nodesUnder('G', 2, MANAGEMENT_SUBSYSTEMS),
    ...nodesUnder('Z', 2, WORK),
    ...Object.entries(WORK_LEAVES).flatMap(([parent, rows]) => nodesUnder(parent, 3, rows)),
  ],
  codeSynonyms: { JS: 'J', GL: 'G', GZ: 'Z' },
};
