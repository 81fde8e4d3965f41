/**
 * Where the content of a node of the 2003 form belongs in the 2017 form. The title decides among
 * the leaves; a general row has less confidence than one that words support.
 */
interface MoveTarget {
  /** Node keys of the 2017 form; the main place first; empty: a person must choose. */
  readonly to: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}

interface MoveRule {
  /** Tried in order on the Chinese title. */
  readonly words: readonly (readonly [pattern: RegExp, to: string])[];
  /** Where no word decides. */
  readonly otherwise: MoveTarget;
}

type Words = MoveRule['words'];

const only = (to: string, confidence: number): MoveRule => ({
  words: [],
  otherwise: { to: [to], confidence },
});
const byWords = (words: Words, to: string, confidence: number): MoveRule => ({
  words,
  otherwise: { to: [to], confidence },
});

const DESIGN: Words = [
  [/专利|知识产权/u, 'BZ10.2'],
  [/市场|调研|可行性|立项/u, 'CP2.1'],
  [/试制|样机|样品/u, 'CP2.3'],
  [/定型|鉴定/u, 'CP2.4'],
  [/更改|变更|改进/u, 'CP2.5'],
];
const EQUIPMENT: Words = [
  [/报废|封存|改造|更新/u, 'BZ5.3'],
  [/选型|购置|采购|安装|验收|配置/u, 'BZ5.1'],
  [/操作|使用|维护|保养|点检|检修|润滑|备件/u, 'BZ5.2'],
];
const PACKAGING: Words = [
  [/包装|储运|贮存|运输|搬运|仓储|仓库|防护/u, 'CP3.7'],
  [/标识|标志|标签|追溯/u, 'CP3.6'],
];
const SERVICE: Words = [
  [/召回/u, 'CP5.4'],
  [/回收|拆解|再利用/u, 'CP5.5'],
  [/三包|保修|质量保证|保证期/u, 'CP5.2'],
  [/投诉|满意|反馈|信息|回访/u, 'CP5.3'],
  [/维修|修理|检修|备件/u, 'CP5.1'],
  [/服务规范|服务提供/u, 'CP3.3'],
];
const MEASURING: Words = [
  [/检定|校准|计量|测量设备|测量资源|量具|仪器|仪表|实验室/u, 'BZ6.2'],
  [/不合格|纠正/u, 'CP3.5'],
  [/状态标识|追溯/u, 'CP3.6'],
];
const SAFETY: Words = [[/应急|预案|演练|救援/u, 'BZ7.2']];

const GENERAL_BUSINESS: Words = [
  [/营销策划|市场|推广|广告|展会/u, 'CP4.1'],
  [/合同评审|顾客|客户|订单|投标/u, 'CP4.3'],
  [/发货|结算|回款|应收/u, 'CP4.4'],
  [/销售|价格|经销|营销/u, 'CP4.2'],
  [/预算/u, 'BZ4.1'],
  [/审计/u, 'BZ4.4'],
  [/劳动合同|招聘|考勤|员工关系|人事|入职|离职/u, 'BZ3.2'],
  [/合同/u, 'BZ9.2'],
  [/法律|法务|合规|风险|纠纷/u, 'BZ9.1'],
  [/品牌|商标/u, 'BZ1.2'],
  [/文化/u, 'BZ1.3'],
  [/培训|教育/u, 'BZ3.5'],
  [/绩效|考核/u, 'BZ3.3'],
  [/薪酬|工资|福利|保险/u, 'BZ3.4'],
  [/成本|资金|费用|报销/u, 'BZ4.3'],
  [/财务|会计|核算|资产|发票|税/u, 'BZ4.2'],
  [/标准化/u, 'BZ2.1'],
  [/专利|知识产权|著作权/u, 'BZ10.2'],
  [/档案|文件|记录/u, 'BZ10.1'],
  [/信息|网络|软件/u, 'BZ10.3'],
  [/战略|规划|计划|方针|目标/u, 'BZ1.1'],
  [/岗位|定员|机构|人力资源|劳动/u, 'BZ3.1'],
  [/车辆|食堂|保卫|后勤|宿舍/u, 'BZ11.2'],
  [/会议|印章|接待|公文|保密|行政|办公/u, 'BZ11.1'],
];

const BASICS: Words = [
  [/标准化|标准编写|标准体系/u, 'BZ2.1'],
  [/应急|预案/u, 'BZ7.2'],
  [/安全标志|安全色|安全/u, 'BZ7.1'],
  [/编码|代码|数据元|信息/u, 'BZ10.3'],
  [/量和单位|计量|单位制|国际单位/u, 'BZ6.2'],
  [/包装|储运/u, 'CP3.7'],
  [/标识|标志|标签/u, 'CP3.6'],
  [/试验方法|检验|抽样|统计/u, 'CP3.4'],
  [/制图|图样|图形符号|公差|表面|术语|符号|尺寸|参数/u, 'CP2.2'],
];

const MANAGEMENT_BASICS: Words = [
  [/标准化|标准编写|标准体系/u, 'BZ2.1'],
  [/文件|记录|表格|档案|编号/u, 'BZ10.1'],
  [/编码|代码|信息/u, 'BZ10.3'],
  [/质量/u, 'BZ6.1'],
  [/环境/u, 'BZ8.1'],
  [/安全/u, 'BZ7.1'],
];

/** External product standards and own ones part; the level decides before the words do. */
export const PRODUCT_NODE = 'J03';

/** By template key of the 2003 form. */
export const MOVE_2003_2017: Readonly<Record<string, MoveRule>> = {
  J01: byWords(BASICS, 'CP2.2', 0.45),
  J02: byWords(DESIGN, 'CP2.2', 0.85),
  J03: byWords([[/内控|内部控制/u, 'CP1.3']], 'CP1.1', 0.9),
  J04: only('CP3.2', 0.95),
  J05: only('CP3.3', 0.95),
  J06: byWords(EQUIPMENT, 'BZ5.2', 0.7),
  J07: byWords(MEASURING, 'CP3.4', 0.85),
  J08: byWords(PACKAGING, 'CP3.7', 0.8),
  J09: only('CP3.8', 0.9),
  J10: byWords(SERVICE, 'CP5.1', 0.55),
  J11: only('BZ8.2', 0.95),
  J12: byWords(SAFETY, 'BZ7.1', 0.8),
  J13: only('BZ7.3', 0.95),
  J14: only('BZ8.1', 0.95),
  J15: byWords([[/专利|知识产权/u, 'BZ10.2']], 'BZ10.3', 0.9),
  G01: byWords(MANAGEMENT_BASICS, 'BZ2.1', 0.5),
  G02: byWords(GENERAL_BUSINESS, 'BZ11.2', 0.4),
  G03: byWords(DESIGN, 'CP2.2', 0.8),
  G04: only('CP3.2', 0.95),
  G05: byWords(
    [
      [/计划|调度/u, 'CP3.1'],
      [/工艺|作业|现场|定额/u, 'CP3.3'],
      [/标识|追溯/u, 'CP3.6'],
    ],
    'CP3.1',
    0.65,
  ),
  G06: byWords(
    [
      [/不合格|纠正|预防措施/u, 'CP3.5'],
      [/审核|评审|改进|小组/u, 'BZ6.3'],
      [/标识|追溯/u, 'CP3.6'],
      [/检验|试验/u, 'CP3.4'],
    ],
    'BZ6.1',
    0.8,
  ),
  G07: byWords(EQUIPMENT, 'BZ5.2', 0.75),
  G08: byWords(MEASURING, 'CP3.4', 0.75),
  G09: byWords(PACKAGING, 'CP3.7', 0.85),
  G10: only('CP3.8', 0.9),
  G11: byWords(SERVICE, 'CP5.3', 0.6),
  G12: only('BZ8.2', 0.95),
  G13: byWords(SAFETY, 'BZ7.1', 0.9),
  G14: only('BZ7.3', 0.95),
  G15: only('BZ8.1', 0.95),
  G16: byWords(
    [
      [/档案|文件|记录|图书/u, 'BZ10.1'],
      [/专利|知识产权|商业秘密/u, 'BZ10.2'],
      [/保密/u, 'BZ11.1'],
    ],
    'BZ10.3',
    0.75,
  ),
  G17: byWords([[/内部审核|管理评审|质量/u, 'BZ6.3']], 'BZ2.2', 0.85),
  G18: byWords([[/评价|监督检查|改进/u, 'BZ2.2']], 'BZ2.1', 0.9),
  Z: byWords(
    [
      [/副总|总工|总监/u, 'GW1.2'],
      [/总经理|董事长|法定代表/u, 'GW1.1'],
      [/经理|部长|主任|科长|处长|主管/u, 'GW2.1'],
      [/焊|电工|起重|叉车|特种|特殊|关键/u, 'GW3.1'],
      [/管理员|工程师|会计|文员|采购员/u, 'GW2.2'],
    ],
    'GW3.2',
    0.4,
  ),
  Z01: byWords([[/副总|总工|总监|助理/u, 'GW1.2']], 'GW1.1', 0.6),
  'Z01.1': only('GW1.1', 0.95),
  'Z01.2': only('GW1.2', 0.95),
  Z02: byWords([[/经理|部长|主任|科长|处长|主管/u, 'GW2.1']], 'GW2.2', 0.7),
  'Z02.1': only('GW2.1', 0.95),
  'Z02.2': only('GW2.2', 0.95),
  Z03: byWords([[/焊|电工|起重|叉车|特种|特殊|关键|锅炉|压力容器/u, 'GW3.1']], 'GW3.2', 0.75),
  'Z03.1': only('GW3.1', 0.95),
  'Z03.2': only('GW3.2', 0.95),
};

/** Why a sub-system goes where it goes; the others are the same subject under the new name. */
export const SPLIT_REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  J01: [
    '2017 版没有单列的技术基础，基础标准随使用它的过程归入',
    'The 2017 form has no node for basics; they go with the process that uses them',
  ],
  G01: [
    '2017 版没有单列的管理基础，按内容归入基础保障',
    'The 2017 form has no node for management basics; the subject decides',
  ],
  G02: [
    '经营综合在 2017 版中分为规划、人力、财务、法务、营销和行政，标题未能判断',
    'General business is split in the 2017 form into planning, people, finance, law, marketing and administration; the title does not decide',
  ],
  Z: [
    '直接列在工作标准之下，请核对岗位层次',
    'It stands on the body itself; check the level of the post',
  ],
};
