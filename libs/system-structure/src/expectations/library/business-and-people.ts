/** Planning, culture, people, finance, law and contracts. Columns: see `read-rows.ts`. */
export const BUSINESS_AND_PEOPLE = `
strategy | 发展规划管理 | Strategic planning | 发展+规划/战略+管理/中长期+规划/战略+规划/规划+管理 !标准化 | G02 | BZ1.1 | usual msp medium | own
objectives-management | 方针目标管理 | Policy and objectives | 方针+目标/目标+管理/目标+分解 !质量 !安全 !环境 !能源 | G02 | BZ1.1 | must msp | own
business-plan | 年度经营计划和统计管理 | Yearly business plan and statistics | 经营+计划/年度+计划+管理/计划+统计/综合+计划/计划管理 !采购 !生产 !检修 !质量 !标准化 !服务 !调度 | G02 | BZ1.1 | usual msp | own
investment | 投资项目管理 | Investment | 投资+管理/投资+项目/固定资产投资 | G02 | BZ1.1 | usual msp large | own
economic-analysis | 经营活动分析管理 | Analysis of business | 经营+分析/经济活动分析/经营活动 | G02 | BZ1.1 | usual msp large | own
brand | 品牌管理 | Brand management | 品牌/名牌 | G02 | BZ1.2 | usual msp medium | own
trademark-use | 企业形象和视觉识别规范 | Corporate identity | 视觉识别/企业形象/VI+手册/VI+规范/标识+形象 | G02 | BZ1.2 | usual msp large | own
culture | 企业文化建设管理 | Corporate culture | 企业文化/文化+建设 | G02 | BZ1.3 | usual msp | own
conduct | 员工行为规范 | Conduct of employees | 行为规范/行为准则/员工守则/员工手册/职业道德 | G02 | BZ1.3 | usual msp medium | own
social-responsibility | 社会责任和诚信管理 | Social responsibility and integrity | 社会责任/诚信+管理 | G02 | BZ1.3 | usual msp large | own
gbt-39604 | 社会责任管理体系 要求及使用指南 | Social responsibility management systems | 社会责任管理体系 | G02 | BZ1.3 | usual msp large | GB/T 39604
gbt-39654 | 品牌评价 原则与基础 | Brand evaluation: principles | 品牌评价+原则与基础 | G02 | BZ1.2 | usual msp large | GB/T 39654

organisation | 组织机构和部门职责 | Organization and duties of departments | 组织机构/部门+职责/机构+设置/职能+分配/管理职责/劳动组织 | G02 | BZ3.1 | must msp | own
posts-staffing | 定岗定编管理 | Posts and staffing | 定岗/定编/定员/岗位+设置/岗位管理 | G02 | BZ3.1 | usual msp | own
authority | 授权和分级审批管理 | Delegation and approval | 授权+管理/审批+权限/分级+授权/权限+管理 | G02 | BZ3.1 | usual msp large | own
recruitment | 招聘和录用管理 | Recruitment | 招聘/录用/入职 | G02 | BZ3.2 | usual msp | own
labour-contract | 劳动合同和员工关系管理 | Labour contracts and relations | 劳动合同/劳动关系/员工关系/离职/用工+管理 | G02 | BZ3.2 | must msp | own
attendance | 考勤和休假管理 | Attendance and leave | 考勤/休假/请假/加班 | G02 | BZ3.2 | usual msp medium | own
performance | 绩效考核管理 | Performance appraisal | 绩效+管理/绩效+考核/考核+管理/业绩+考核 !质量 !安全 | G02 | BZ3.3 | must msp | own
rewards | 员工奖惩管理 | Rewards and sanctions | 奖惩/奖励+管理/评优/先进+评选 !质量 !安全 | G02 | BZ3.3 | usual msp medium | own
post-appraisal | 岗位标准执行考核办法 | Appraisal against post standards | 岗位+考核/工作标准+考核/岗位标准+检查 | G02 | BZ3.3 | usual msp | own
pay | 薪酬管理 | Pay | 薪酬/工资/薪资 | G02 | BZ3.4 | usual msp | own
benefits | 社会保险和福利管理 | Insurance and benefits | 社会保险/福利/社保/公积金 | G02 | BZ3.4 | usual msp medium | own
training | 员工培训管理 | Training | 培训+管理/培训+控制/教育+培训/人力资源+控制/培训 !安全 !标准化 | G02 | BZ3.5 | must msp | own
qualification | 特殊岗位资格和持证上岗管理 | Qualified and licensed posts | 持证+上岗/上岗+资格/特种作业+人员/资格+管理/职业技能 | G02 | BZ3.5 | usual mp | own
career | 职称评聘和人才培养管理 | Careers and titles | 职称/人才+培养/人才+管理/职业发展 | G02 | BZ3.5 | usual msp large | own

budget | 全面预算管理 | Budget | 预算 | G02 | BZ4.1 | usual msp | own
accounting | 会计核算管理 | Accounting | 会计+核算/会计+管理/财务+核算/财务+报告 | G02 | BZ4.2 | must msp | own
finance | 财务管理 | Finance | 财务+管理/财务+制度 | G02 | BZ4.2 | usual msp | own
assets | 固定资产管理 | Fixed assets | 固定资产+管理/资产+管理/固定资产 !投资 | G02 | BZ4.2 | usual msp | own
cost | 成本控制管理 | Cost control | 成本 | G02 | BZ4.3 | usual msp | own
funds | 资金和费用报销管理 | Funds and expenses | 资金+管理/费用+报销/费用+管理/货币资金/报销 !安全 | G02 | BZ4.3 | usual msp medium | own
tax | 税务和发票管理 | Taxes and invoices | 税务/发票/纳税 | G02 | BZ4.2 | usual msp medium | own
audit | 内部审计管理 | Internal audit of finance | 内部审计/审计+管理/审计 | G02 | BZ4.4 | usual msp medium | own
internal-risk-control | 内部控制管理 | Internal control | 内部控制+管理/内控+管理/内部控制+评价/内控+手册 | G02 | BZ4.4 | usual msp large | own

legal-requirements | 法律法规识别和合规性评价 | Laws and compliance | 法律法规/合规性+评价/合规+管理/法规+识别 | G02 | BZ9.1 | must msp | own
legal-affairs | 法律事务和纠纷处理管理 | Legal affairs and disputes | 法律事务/法务/纠纷/诉讼 | G02 | BZ9.1 | usual msp medium | own
risk-management | 风险管理 | Risk management | 风险+管理/风险+控制/风险和机遇/机遇+应对 !安全 | G02 | BZ9.1 | usual msp medium | own
authorization-letters | 法人授权委托管理 | Powers of attorney | 授权委托/法人+授权/法定代表人+授权 | G02 | BZ9.1 | usual msp large | own
contract-management | 合同管理 | Contracts | 合同+管理/合同+控制/经济合同 !劳动 !采购 !专用章 | G02 | BZ9.2 | must msp | own:contract-review
contract-template | 合同文本和合同专用章管理 | Texts and seals of contracts | 合同+文本/合同专用章/合同+印章/合同+范本 | G02 | BZ9.2 | usual msp large | own
gbt-35770 | 合规管理体系 要求及使用指南 | Compliance management systems | 合规管理体系 !知识产权 | G02 | BZ9.1 | usual msp large | GB/T 35770
gbt-24353 | 风险管理 指南 | Risk management | 风险管理+指南 | G02 | BZ9.1 | usual msp large | GB/T 24353
`;
