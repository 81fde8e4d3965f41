/** Equipment, facilities, quality and measuring equipment. Columns: see `read-rows.ts`. */
export const EQUIPMENT_AND_QUALITY = `
equipment-requirements | 主要设备技术条件和验收要求 | Requirements and acceptance of main equipment | 设备+技术条件/设备+验收/设备+技术要求/设备+技术规范/设备+选型/*技术条件/*技术规范 !购置 !采购 | J06 | BZ5.1 | usual mp | any
service-facilities | 服务设施设备配置要求 | Provision of service facilities | 设施+配置/设备+配置/设施+要求/设备+要求 | J06 | BZ5.1 | must s | any
infrastructure | 厂房、动力和管网设施技术要求 | Buildings, power supply and pipes | 厂房/车间+环境/车间+要求/动力+设施/管网/建筑+要求/基础设施+技术/基础设施+要求/供配电 | J06 | BZ5.1 | usual mp large | any
tooling-technical | 工艺装备设计和验收技术要求 | Design and acceptance of tooling | 工艺装备/工装+设计/工装+技术/模具+技术/夹具/刀具 !管理 | J06 | BZ5.1 | usual m large | any
equipment-operation | 设备操作规程 | Operation of equipment | 设备+操作/机床+操作/操作+规程/设备+使用+规程 !安全 | J06 | BZ5.2 | must msp | own
maintenance-technical | 设备维护和检修规程 | Maintenance and repair of equipment | 维护+规程/检修+规程/保养+规程/检修+导则/维护+保养/点检+标准/检修+工艺/维修+规程 | J06 | BZ5.2 | usual msp | any
lubrication | 设备润滑和精度检测规定 | Lubrication and accuracy of equipment | 润滑/精度+检测/精度+检验/设备+精度 | J06 | BZ5.2 | usual m large | any
equipment-management | 设备管理标准 | Management of equipment | 设备+管理/设备+控制/设施+管理/基础设施 !测量 !计量 !检测 !特种 !技术 !改造 !报废 !购置 !检修 !点检 !缺陷 !可靠 !封存 | G07 | BZ5.2 | must msp | own
equipment-purchase | 设备购置、安装和验收管理 | Purchase, installation and acceptance of equipment | 设备+购置/设备+采购/设备+选购/设备+验收/设备+招标 | G07 | BZ5.1 | must msp | own:equipment-management
overhaul-plan | 设备检修和点检管理 | Repair plans and checks of equipment | 检修+管理/点检/保养+管理/维修+管理/检修+计划 | G07 | BZ5.2 | usual mp medium | own
special-equipment | 特种设备管理 | Special equipment | 特种设备/起重机械+管理/压力容器+管理/电梯+管理 | G07 | BZ5.2 | usual msp | own
spare-parts | 备品备件管理 | Spare parts | 备品/备件+管理/备件 !售后 !采购 | G07 | BZ5.2 | usual msp medium | own
tooling-management | 工装模具管理 | Management of tooling | 工装+管理/模具+管理/工艺装备+管理/工装/刀具+管理 | G07 | BZ5.2 | usual m | own
equipment-renewal | 设备改造、封存和报废管理 | Renewal, mothballing and scrapping | 设备+改造/设备+报废/设备+封存/设备+更新/闲置+设备/技改+管理/退役 | G07 | BZ5.3 | usual msp | own
reliability-power | 设备可靠性和评级管理 | Reliability and rating of equipment | 可靠性+管理/设备+评级/状态+检修/可靠性 | G07 | BZ5.2 | usual p medium | own
dlt-572 | 电力变压器运行规程 | Operation of power transformers | 电力变压器运行规程 | J06 | BZ5.2 | usual p | DL/T 572
dlt-573 | 电力变压器检修导则 | Repair of power transformers | 电力变压器检修导则 | J06 | BZ5.2 | usual p | DL/T 573
dlt-838 | 燃煤火力发电企业设备检修导则 | Repair in coal-fired power stations | 发电企业设备检修导则 | J06 | BZ5.2 | usual p | DL/T 838

quality-objectives | 质量方针、目标和职责 | Quality policy, objectives and duties | 质量+目标/质量+方针/质量+职责/质量+责任制 | G06 | BZ6.1 | must msp | own:objectives-management
quality-manual | 质量手册 | Quality manual | 质量手册/管理手册 | G06 | BZ6.1 | usual msp | own
quality-planning | 质量策划和质量计划管理 | Quality planning | 质量+策划/质量+计划/控制+计划 | G06 | BZ6.1 | usual ms large | own
quality-analysis | 质量统计分析和质量信息管理 | Quality statistics and information | 质量+统计/质量+分析/质量+信息/数据+分析/统计技术 | G06 | BZ6.3 | usual msp | own
quality-appraisal | 质量考核和奖惩 | Quality appraisal | 质量+考核/质量+奖惩/质量+奖 | G06 | BZ6.1 | usual msp large | own
internal-audit | 内部审核程序 | Internal audit | 内部审核/内审/审核+控制/审核+管理 | G17 | BZ6.3 | usual msp | own
management-review | 管理评审程序 | Management review | 管理评审 | G17 | BZ6.3 | must msp | own
quality-improvement | 质量改进管理 | Quality improvement | 质量+改进/持续+改进/改进+控制/QC小组 | G06 | BZ6.3 | usual msp | own
gbt-19000 | 质量管理体系 基础和术语 | Quality management: fundamentals and vocabulary | 质量管理体系+基础和术语 | J01 | BZ6.1 | usual msp | GB/T 19000
gbt-19001 | 质量管理体系 要求 | Quality management systems: requirements | 质量管理体系+要求 | G06 | BZ6.1 | usual msp | GB/T 19001
gbt-19011 | 管理体系审核指南 | Auditing management systems | 管理体系审核指南 | G17 | BZ6.3 | usual msp medium | GB/T 19011
gbt-19580 | 卓越绩效评价准则 | Criteria for performance excellence | 卓越绩效评价准则 | G17 | BZ6.3 | usual msp large | GB/T 19580

calibration | 测量设备校准规范 | Calibration of measuring equipment | 校准+规范/校准+规程/检定+规程/校准+方法/校验+规程 | J07 | BZ6.2 | usual mp | any
measuring-requirements | 测量设备选用和配备要求 | Choice of measuring equipment | 测量设备+选/计量器具+配备/检测设备+要求/量具+选用/仪表+技术/测量设备+配备 !能源 | J07 | BZ6.2 | usual mp medium | any
check-between | 测量设备期间核查规程 | Intermediate checks | 期间核查/测量不确定度/运行检查 | J07 | BZ6.2 | usual m large | own
measuring-equipment | 测量设备管理 | Measuring equipment | 测量设备/计量+管理/计量器具/监视和测量+设备/检测设备/量具+管理/监视和测量资源 !选 !校准 !期间 !能源 | G08 | BZ6.2 | must msp | own
electric-metering | 电能计量和仪表管理 | Electric meters | 电能计量/电能表/仪表+管理/热工+计量 | G08 | BZ6.2 | must p | own:measuring-equipment
gbt-19022 | 测量管理体系 测量过程和测量设备的要求 | Measurement management systems | 测量管理体系 | G08 | BZ6.2 | usual mp large | GB/T 19022
jjf-1001 | 通用计量术语及定义 | General terms of metrology | 通用计量术语 | J07 | BZ6.2 | usual mp large | JJF 1001
jjf-1059-1 | 测量不确定度评定与表示 | Evaluation of uncertainty in measurement | 测量不确定度评定 | J07 | BZ6.2 | usual m large | JJF 1059.1
gbt-27025 | 检测和校准实验室能力的通用要求 | Competence of laboratories | 实验室能力的通用要求 | J07 | CP3.4 | usual m large | GB/T 27025
dlt-448 | 电能计量装置技术管理规程 | Technical management of electric metering | 电能计量装置技术管理 | J07 | BZ6.2 | usual p | DL/T 448
`;
