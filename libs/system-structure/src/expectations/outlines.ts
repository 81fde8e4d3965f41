import type { BilingualText } from '../structure';

/** `technical`: laid out by GB/T 1.1; `management` and `post`: by the field's own chapters. */
export type OutlineKind = 'technical' | 'management' | 'post';

export interface OutlineRow {
  readonly id: string;
  readonly kind: OutlineKind;
  readonly title: BilingualText;
}

type Row = readonly [id: string, kind: OutlineKind, title: string, english: string];

const ROWS = [
  ['product-standard', 'technical', '产品标准', 'Product standard'],
  ['internal-control', 'technical', '产品内控标准', 'Internal control standard'],
  ['service-specification', 'technical', '服务规范', 'Service specification'],
  ['material-specification', 'technical', '原材料采购技术条件', 'Specification of raw materials'],
  ['process-specification', 'technical', '工艺规程', 'Process specification'],
  ['incoming-inspection', 'technical', '进货检验规程', 'Incoming inspection'],
  ['final-inspection', 'technical', '成品检验规程', 'Final inspection'],
  ['equipment-operation', 'technical', '设备操作规程', 'Operation of equipment'],
  ['packaging-specification', 'technical', '产品包装技术要求', 'Packaging of products'],
  ['item-coding', 'technical', '产品和物料编码规则', 'Coding of products and materials'],
  [
    'standardization-management',
    'management',
    '企业标准化管理办法',
    'Management of standardization',
  ],
  ['standard-drafting', 'management', '企业标准制修订管理', 'Making and revising standards'],
  ['standard-inspection', 'management', '标准实施与监督检查管理', 'Implementation and inspection'],
  ['self-evaluation', 'management', '标准体系自我评价管理', 'Self-evaluation of the system'],
  ['document-control', 'management', '文件控制程序', 'Control of documents'],
  ['record-control', 'management', '记录控制程序', 'Control of records'],
  ['objectives-management', 'management', '方针目标管理', 'Policy and objectives'],
  ['training', 'management', '员工培训管理', 'Training'],
  ['contract-review', 'management', '合同评审管理', 'Review of contracts'],
  ['design-control', 'management', '设计和开发控制程序', 'Control of design and development'],
  ['purchase-control', 'management', '采购控制程序', 'Control of purchasing'],
  ['production-plan', 'management', '生产计划管理', 'Production planning'],
  ['nonconforming-product', 'management', '不合格品控制程序', 'Nonconforming products'],
  ['corrective-action', 'management', '纠正措施控制程序', 'Corrective action'],
  ['internal-audit', 'management', '内部审核程序', 'Internal audit'],
  ['management-review', 'management', '管理评审程序', 'Management review'],
  ['equipment-management', 'management', '设备管理标准', 'Management of equipment'],
  ['measuring-equipment', 'management', '测量设备管理', 'Measuring equipment'],
  ['warehouse', 'management', '仓储管理', 'Warehousing'],
  ['after-sales-service', 'management', '售后服务管理', 'After-sales service'],
  ['complaint-handling', 'management', '顾客投诉处理', 'Complaints'],
  ['safety-responsibility', 'management', '全员安全生产责任制', 'Responsibility for safety'],
  ['emergency', 'management', '应急准备和响应', 'Emergency preparedness'],
  ['environment-management', 'management', '环境保护管理', 'Environmental protection'],
  ['energy-management', 'management', '能源管理', 'Energy management'],
  ['post-chief', 'post', '总经理岗位标准', 'Post of the chief executive'],
  ['post-department-head', 'post', '部门负责人岗位标准', 'Post of a head of department'],
  ['post-staff', 'post', '管理人员岗位标准', 'Post of a specialist'],
  ['post-special', 'post', '特殊过程操作岗位标准', 'Post of a special process'],
  ['post-operator', 'post', '操作岗位标准', 'Post of an operator'],
  [
    'post-duties',
    'post',
    '岗位标准（职责、流程和事项）',
    'Post standard (duties, flow, periodic and triggered work)',
  ],
  ['post-work-instruction', 'post', '岗位作业指导书', 'Work instruction of a post'],
] as const satisfies readonly Row[];

/** Document that can be drafted from an outline. Ids never change their meaning. */
export type OutlineId = (typeof ROWS)[number][0];

export const OUTLINES: readonly (OutlineRow & { readonly id: OutlineId })[] = ROWS.map(
  ([id, kind, title, english]) => ({ id, kind, title: { 'zh-CN': title, en: english } }),
);

/** Outlines by id, technical standards first, then management standards and posts. */
export const OUTLINE_IDS: readonly OutlineId[] = ROWS.map(([id]) => id);
