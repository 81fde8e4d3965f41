import { nodesUnder, type NodeRow } from './node-rows';

const SUBSYSTEMS: readonly NodeRow[] = [
  [
    'CP1',
    '产品标准',
    'Products',
    '规定产品或服务应达到的要求，是其他标准围绕的中心。',
    'What products and services must meet; the other standards turn around it.',
  ],
  [
    'CP2',
    '设计和开发标准',
    'Design and development',
    '从市场调研到定型改进的设计开发全过程要求。',
    'Design and development from market research to improvement.',
    ['设计和开发', '设计开发标准'],
  ],
  [
    'CP3',
    '生产／服务提供标准',
    'Production and service provision',
    '把设计变为产品或服务的计划、采购、制造、检验和交付前各环节的要求。',
    'Planning, purchasing, making and inspecting until delivery.',
    ['生产提供', '服务提供', '生产、服务提供标准', '生产和服务提供标准'],
  ],
  [
    'CP4',
    '营销标准',
    'Marketing',
    '营销策划、销售、顾客与合同以及交付的要求。',
    'Marketing plans, sales, customers, contracts and delivery.',
    ['营销'],
  ],
  [
    'CP5',
    '售后／交付后标准',
    'After delivery',
    '交付之后的维修、保证、信息、召回和回收的要求。',
    'Maintenance, warranty, information, recall and recycling.',
    ['售后', '交付后', '售后服务标准', '交付后标准', '售后、交付后标准'],
  ],
];

const PRODUCT: readonly NodeRow[] = [
  [
    'CP1.1',
    '采用的国家、行业、地方、团体产品标准',
    'Adopted product standards',
    '直接执行并声明采用的外部产品标准。',
    'Outside product standards that the enterprise declares to follow.',
    ['采用的外部产品标准'],
  ],
  [
    'CP1.2',
    '企业产品（服务）标准',
    "The enterprise's own product standards",
    '自行制定并自我声明公开的产品或服务标准。',
    'Product or service standards made and declared by the enterprise.',
    ['企业产品标准', '企业服务标准'],
  ],
  [
    'CP1.3',
    '内控标准',
    'Internal control standards',
    '严于公开标准、仅在企业内部使用的产品质量控制要求。',
    'Stricter limits used only inside the enterprise.',
    ['内部控制标准'],
  ],
];

const DESIGN: readonly NodeRow[] = [
  [
    'CP2.1',
    '决策与市场调研',
    'Decision and market research',
    '立项决策、市场调研和可行性分析的要求。',
    'Decision to develop, market research, feasibility.',
    ['市场调研'],
  ],
  [
    'CP2.2',
    '产品设计',
    'Design',
    '设计输入、计算、图样、文件和设计评审的要求。',
    'Design input, calculation, drawings, documents and review.',
    ['设计'],
  ],
  [
    'CP2.3',
    '试制',
    'Trial production',
    '样品和小批试制、试验验证的要求。',
    'Samples, pilot lots and verification tests.',
  ],
  [
    'CP2.4',
    '定型',
    'Finalisation',
    '设计定型、生产定型和鉴定的要求。',
    'Fixing design and production, and their approval.',
  ],
  [
    'CP2.5',
    '设计改进',
    'Improvement',
    '设计更改和产品改进的要求。',
    'Design changes and improvement of products.',
    ['改进'],
  ],
];

const PROVISION: readonly NodeRow[] = [
  [
    'CP3.1',
    '生产／服务计划',
    'Planning',
    '生产或服务计划的编制、调度和调整。',
    'Making, scheduling and changing plans.',
    ['生产计划', '服务计划'],
  ],
  [
    'CP3.2',
    '采购',
    'Purchasing',
    '采购物资的技术要求、供方评价和进货验收。',
    'Requirements for purchases, suppliers, incoming inspection.',
  ],
  [
    'CP3.3',
    '工艺／服务规范',
    'Process and service specifications',
    '工艺规程、作业方法、服务规范和特殊过程确认。',
    'Process specifications, methods of work, service specifications.',
    ['工艺', '服务规范', '生产工艺'],
  ],
  [
    'CP3.4',
    '监视、测量和检验',
    'Monitoring, measurement and inspection',
    '过程监视、产品检验和试验方法。',
    'Process monitoring, inspection and test methods.',
    ['监视测量和检验', '检验'],
  ],
  [
    'CP3.5',
    '不合格与纠正',
    'Nonconformity and correction',
    '不合格品的识别、处置和纠正措施。',
    'Finding, handling and correcting what does not conform.',
    ['不合格控制'],
  ],
  [
    'CP3.6',
    '标识',
    'Identification',
    '产品标识、状态标识和可追溯性。',
    'Identification, status and traceability.',
  ],
  [
    'CP3.7',
    '包装、贮存、运输',
    'Packaging, storage and transport',
    '产品防护、包装、贮存和运输的要求。',
    'Protection, packaging, storage and transport.',
    ['包装', '贮存', '运输'],
  ],
  [
    'CP3.8',
    '产品交付',
    'Handing over',
    '交付前的核对、安装、调试和移交。',
    'Checks, installation, commissioning and handing over.',
    ['交付', '安装交付'],
  ],
];

const MARKETING: readonly NodeRow[] = [
  [
    'CP4.1',
    '营销策划',
    'Planning of marketing',
    '市场分析、营销计划和品牌推广。',
    'Market analysis, marketing plans and promotion.',
  ],
  [
    'CP4.2',
    '产品销售',
    'Sales',
    '销售渠道、价格和销售过程的要求。',
    'Channels, prices and the sales process.',
    ['销售'],
  ],
  [
    'CP4.3',
    '顾客与合同',
    'Customers and contracts',
    '顾客信息、合同评审和合同履行。',
    'Customer information, review and fulfilment of contracts.',
    ['合同评审'],
  ],
  [
    'CP4.4',
    '发货与结算',
    'Dispatch and settlement',
    '发货、签收和货款结算的要求。',
    'Dispatch, receipt and settlement.',
    ['营销交付'],
  ],
];

const AFTER_DELIVERY: readonly NodeRow[] = [
  [
    'CP5.1',
    '维修',
    'Maintenance',
    '维修服务的条件、方法和时限。',
    'Conditions, methods and time limits of repair.',
  ],
  [
    'CP5.2',
    '质量保证（三包）',
    'Warranty',
    '保修、包换、包退的范围和程序。',
    'Scope and procedure of warranty.',
    ['三包', '保修'],
  ],
  [
    'CP5.3',
    '售后信息',
    'Information',
    '顾客反馈、投诉和满意度信息的收集与利用。',
    'Feedback, complaints and satisfaction.',
    ['投诉处理'],
  ],
  [
    'CP5.4',
    '召回',
    'Recall',
    '缺陷产品的调查、召回和处置。',
    'Investigation and recall of defective products.',
    ['产品召回'],
  ],
  [
    'CP5.5',
    '回收再利用',
    'Recycling',
    '产品报废后的回收、拆解和再利用。',
    'Taking back, dismantling and re-use.',
    ['回收'],
  ],
];

/** 产品实现标准体系 (GB/T 15497-2017), below its body. */
export const realizationNodes = [
  ...nodesUnder('CP', 2, SUBSYSTEMS),
  ...nodesUnder('CP1', 3, PRODUCT),
  ...nodesUnder('CP2', 3, DESIGN),
  ...nodesUnder('CP3', 3, PROVISION),
  ...nodesUnder('CP4', 3, MARKETING),
  ...nodesUnder('CP5', 3, AFTER_DELIVERY),
];
