/** Standardization work and evaluation of the system. Columns: see `read-rows.ts`. */
export const STANDARDIZATION = `
standardization-management | 企业标准化管理办法 | Management of standardization | 标准化+管理/标准化+工作/企业标准化 !安全 !奖 !培训 !档案 !标准化审查 !规划 !参与 !计划 !外部 | G18 | BZ2.1 | must msp | own
standardization-duties | 标准化机构和职责 | Bodies and duties of standardization | 标准化+职责/标准化+机构/标准化+组织/标准化委员会 | G18 | BZ2.1 | usual msp | own:standardization-management
standardization-planning | 标准化规划和年度计划管理 | Plans of standardization | 标准化+规划/标准化+计划/标准+制修订+计划 | G18 | BZ2.1 | usual msp | own:standardization-management
standard-drafting | 企业标准制修订管理 | Making and revising standards | 标准+制修订/标准+制定/标准+制订/标准+修订/标准+编制+管理 !成本 | G18 | BZ2.1 | must msp | own
standard-inspection | 标准实施与监督检查管理 | Implementation and inspection | 标准+实施/标准+监督/标准+检查/标准化+监督 | G18 | BZ2.2 | must msp | own
standard-review | 企业标准复审和废止管理 | Periodic review of standards | 标准+复审/标准+废止 | G18 | BZ2.1 | usual msp medium | own:standard-drafting
standard-information | 标准信息和文本管理 | Information and texts of standards | 标准+信息+管理/标准+文本/标准+资料/标准+查新/标准+档案/标准化+信息/标准化+档案 | G18 | BZ2.1 | must msp | own
standardization-training | 标准化培训和宣贯管理 | Training in standards | 标准化+培训/标准+宣贯 | G18 | BZ2.1 | usual msp medium | own:training
standardization-rewards | 标准化奖励和考核办法 | Rewards for standardization | 标准化+奖/标准化+考核/标准化+成果 | G18 | BZ2.1 | usual msp large | own
outside-participation | 参与外部标准化活动管理 | Taking part in outside standardization | 标准化+活动/参与+标准/采用国际标准/采标+管理 | G18 | BZ2.1 | usual msp medium | own
system-table | 企业标准体系表编制和维护规定 | Making and keeping of the table of standards | 标准体系表/标准体系+编制/标准体系+维护/标准体系+管理/标准体系+建设 !评价 | G18 | BZ2.1 | usual msp | own:standardization-management
self-evaluation | 标准体系自我评价管理 | Self-evaluation of the system | 自我评价/体系+评价/标准体系+评价/自评 | G17 | BZ2.2 | must msp | own
system-improvement | 标准体系改进和有效性评估 | Improvement of the system | 体系+改进/标准+效果/标准化+效益/体系+有效性/实施+评价 | G17 | BZ2.2 | usual msp medium | own
post-standard-check | 岗位标准检查评价规定 | Checking of post standards | 岗位标准+评价/工作标准+检查/岗位标准+检查/工作标准+考核 | G17 | BZ2.2 | usual msp large | own
gbt-13016 | 标准体系构建原则和要求 | Principles and requirements of standard systems | 标准体系构建原则/标准体系表编制原则 | G01 | BZ2.1 | usual msp | GB/T 13016
gbt-13017 | 企业标准体系表编制指南 | Making of the standard system table of an enterprise | 企业标准体系表编制 | G01 | BZ2.1 | must msp | GB/T 13017
gbt-15496 | 企业标准体系 要求 | Standard system of the enterprise: requirements | 企业标准体系+要求 | G01 | BZ2.1 | must msp | GB/T 15496
gbt-15497 | 企业标准体系 产品实现 | Standard system of the enterprise: product realization | 企业标准体系+产品实现/企业标准体系+技术标准 | G01 | BZ2.1 | must msp | GB/T 15497
gbt-15498 | 企业标准体系 基础保障 | Standard system of the enterprise: basic support | 企业标准体系+基础保障/企业标准体系+管理标准 | G01 | BZ2.1 | must msp | GB/T 15498
gbt-35778 | 企业标准化工作 指南 | Standardization of enterprise: guide | 企业标准化工作+指南 | G18 | BZ2.1 | must msp | GB/T 35778
gbt-19273 | 企业标准化工作 评价与改进 | Standardization of enterprise: evaluation and improvement | 企业标准化工作+评价/企业标准体系+评价与改进 | G17 | BZ2.2 | must msp | GB/T 19273
dlt-800 | 电力企业标准编写导则 | Writing of standards in power enterprises | 电力企业标准编 | G01 | BZ2.1 | usual p | DL/T 800
dlt-485 | 电力企业标准体系表编制导则 | Standard system tables of power enterprises | 电力企业标准体系表 | G01 | BZ2.1 | usual p | DL/T 485
`;
