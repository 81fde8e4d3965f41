/** Safety, emergencies, occupational health, environment and energy. Columns: see `read-rows.ts`. */
export const SAFETY_AND_ENVIRONMENT = `
safety-technical | 生产安全技术要求 | Technical requirements for safety | 安全+技术/机械+安全/电气+安全/安全+规程/安全+要求/用电+安全 !操作 !信息安全 !可靠 !化学品 !危险作业 | J12 | BZ7.1 | usual msp | any
safety-operation | 岗位安全操作规程 | Safe working at each post | 安全+操作/安全+作业+规程/安全+工作规程/安规 | J12 | BZ7.1 | must msp | any
hazardous-work | 危险作业安全技术规定 | Dangerous work | 危险作业/动火/受限空间/有限空间/高处作业/特殊作业 !审批 | J12 | BZ7.1 | usual mp | any
fire-technical | 消防设施配置和检查技术要求 | Fire-fighting equipment | 消防+设施/消防+技术/消防+配置/灭火器/防火+规范/消防+规程 | J12 | BZ7.1 | usual msp | any
hazardous-chemicals | 危险化学品储存和使用安全要求 | Hazardous chemicals | 危险化学品/危化品/化学品+储存/化学品+安全 | J12 | BZ7.1 | usual mp | any
safety-signs | 安全标志和安全色使用规定 | Safety signs and colours | 安全标志/安全色/安全+标识/警示+标识 | J12 | BZ7.1 | usual msp | any
product-safety | 产品安全和防护技术要求 | Safety of products | 产品+安全/防护+装置/安全+防护/防护等级 | J12 | CP1.1 | usual m | any
public-safety | 服务场所安全技术要求 | Safety of public premises | 场所+安全/公共+安全/设施+安全/顾客+安全/食品+安全 | J12 | BZ7.1 | must s | any
safety-responsibility | 全员安全生产责任制 | Responsibility for safety | 安全+责任制/安全+责任/安全+职责 | G13 | BZ7.1 | must msp | own
safety-management | 安全生产管理 | Management of safety at work | 安全生产+管理/安全+管理/安全+制度 !消防 !网络 !信息 !交通 !投入 !审批 | G13 | BZ7.1 | usual msp | own:safety-responsibility
risk-control | 安全风险分级管控 | Graded control of risks | 风险+分级/风险+管控/危险源/双重预防/安全+风险 | G13 | BZ7.1 | must msp | own
hazard-investigation | 安全检查和隐患排查治理 | Safety inspection and removal of hazards | 隐患/安全+检查/安全+检查+整改 | G13 | BZ7.1 | must msp | own
safety-training | 安全生产教育培训 | Safety training | 安全+教育/安全+培训/三级安全教育 | G13 | BZ7.1 | must msp | own
work-permit | 危险作业审批和相关方安全管理 | Permits for dangerous work, contractors | 作业+审批/作业+许可/相关方+安全/承包商+安全/外来+施工 | G13 | BZ7.1 | usual mp medium | own
accident | 生产安全事故报告和处理 | Accidents | 安全+事故/事故+报告/事故+调查/工伤+事故/事故+处理/事故+管理 !预案 | G13 | BZ7.1 | must msp | own
fire-management | 消防安全管理 | Fire safety | 消防+管理/消防+安全/防火+管理 | G13 | BZ7.1 | usual msp | own
safety-funds | 安全生产投入和奖惩管理 | Safety funds and rewards | 安全+投入/安全+费用/安全+奖惩/安全+考核 | G13 | BZ7.1 | usual msp medium | own
traffic-safety | 厂内交通和车辆安全管理 | Traffic and vehicles on the site | 厂内+交通/厂内+机动车/交通+安全/叉车+管理 | G13 | BZ7.1 | usual mp large | own
emergency | 应急准备和响应 | Emergency preparedness | 应急+响应/应急+管理/应急+准备/应急 !预案 !演练 !环境 | G13 | BZ7.2 | usual msp | own
emergency-plan | 生产安全事故应急预案 | Emergency plans | 应急预案/应急+预案/反事故+措施/处置方案 | G13 | BZ7.2 | must msp | own:emergency
emergency-drill | 应急物资和演练管理 | Emergency supplies and drills | 应急+演练/应急+物资/应急+装备/反事故+演习 | G13 | BZ7.2 | usual msp medium | own
public-emergency | 突发公共事件和舆情处置 | Public emergencies | 突发+事件/舆情/公共+事件/大面积停电 | G13 | BZ7.2 | usual sp large | own
gbt-45001 | 职业健康安全管理体系 要求及使用指南 | Occupational health and safety management systems | 职业健康安全管理体系 | G13 | BZ7.1 | usual msp | GB/T 45001
gbt-33000 | 大中型企业安全生产标准化管理体系要求 | Work safety standardization management systems of large and medium enterprises | 安全生产标准化 | G13 | BZ7.1 | usual msp medium | GB/T 33000
gbt-29639 | 生产经营单位生产安全事故应急预案编制导则 | Writing emergency plans | 应急预案编制导则 | G13 | BZ7.2 | usual msp | GB/T 29639
gb-2894 | 安全色和安全标志 | Safety colours and safety signs | 安全色+安全标志/安全标志+导则/安全色 | J12 | BZ7.1 | must msp | GB 2894
gbt-13861 | 生产过程危险和有害因素分类与代码 | Classification of hazards in production | 危险和有害因素分类 | J12 | BZ7.1 | usual mp medium | GB/T 13861
gb-5083 | 生产设备安全卫生设计总则 | Safety and health in the design of equipment | 生产设备安全卫生设计 | J12 | BZ7.1 | usual m | GB 5083
gbt-13869 | 用电安全导则 | Safe use of electricity | 用电安全导则 | J12 | BZ7.1 | usual ms | GB/T 13869
gb-50016 | 建筑设计防火规范 | Fire protection in the design of buildings | 建筑设计防火规范 | J12 | BZ7.1 | usual ms | GB 50016
gb-50140 | 建筑灭火器配置设计规范 | Provision of fire extinguishers | 灭火器配置设计 | J12 | BZ7.1 | usual msp | GB 50140
gb-26860 | 电力安全工作规程 发电厂和变电站电气部分 | Safe work: electric part of power plants and substations | 安全工作规程+发电厂/安全工作规程+变电站 | J12 | BZ7.1 | must p | GB 26860
gb-26859 | 电力安全工作规程 电力线路部分 | Safe work: power lines | 安全工作规程+线路 | J12 | BZ7.1 | usual p | GB 26859
gb-26164-1 | 电业安全工作规程 热力和机械 | Safe work: heat and machinery | 安全工作规程+热力 | J12 | BZ7.1 | usual p | GB 26164.1
dl-5027 | 电力设备典型消防规程 | Fire protection of power equipment | 电力设备典型消防 | J12 | BZ7.1 | usual p | DL 5027

hazard-limits | 作业场所有害因素限值和检测 | Limits and measurement of hazards at the workplace | 有害因素/接触限值/职业病+检测/作业场所+检测/职业卫生+检测 | J13 | BZ7.3 | usual mp | any
protective-equipment | 劳动防护用品配备标准 | Personal protective equipment | 防护用品/劳保用品/个体防护/劳动防护 | J13 | BZ7.3 | must msp | any
protective-facilities | 职业病防护设施技术要求 | Protective facilities | 防护设施/通风+除尘/防尘/防毒/降噪 | J13 | BZ7.3 | usual mp large | any
occupational-health | 职业健康管理 | Occupational health | 职业健康+管理/职业病+防治/职业卫生+管理/职业健康+控制 | G14 | BZ7.3 | must msp | own
health-check | 职业健康监护和告知管理 | Health surveillance and information | 健康+监护/体检/职业+告知/职业健康+档案 | G14 | BZ7.3 | usual mp | own
women-protection | 女职工和未成年工劳动保护 | Protection of women and minors | 女职工/女工/未成年工 | G14 | BZ7.3 | usual msp large | own
staff-hygiene | 从业人员健康和卫生管理 | Health and hygiene of service staff | 从业人员+健康/健康证/员工+健康/卫生+管理 | G14 | BZ7.3 | usual s | own
gbz-2-1 | 工作场所有害因素职业接触限值 化学有害因素 | Exposure limits: chemical agents | 职业接触限值+化学 | J13 | BZ7.3 | usual mp | GBZ 2.1
gbz-2-2 | 工作场所有害因素职业接触限值 物理因素 | Exposure limits: physical agents | 职业接触限值+物理 | J13 | BZ7.3 | usual mp | GBZ 2.2
gbz-1 | 工业企业设计卫生标准 | Hygiene in the design of industrial enterprises | 工业企业设计卫生 | J13 | BZ7.3 | usual mp large | GBZ 1
gbz-188 | 职业健康监护技术规范 | Occupational health surveillance | 职业健康监护技术规范 | J13 | BZ7.3 | usual mp medium | GBZ 188
gbz-158 | 工作场所职业病危害警示标识 | Warning signs for occupational hazards | 职业病危害警示标识 | J13 | BZ7.3 | usual mp | GBZ 158
gb-39800-1 | 个体防护装备配备规范 总则 | Provision of personal protective equipment | 个体防护装备配备规范 | J13 | BZ7.3 | must mp | GB 39800.1

emission-limits | 污染物排放控制要求 | Control of emissions | 排放+控制/排放+标准/废水+排放/废气+排放/噪声+排放/污染物+排放 | J14 | BZ8.1 | usual mp | any
waste-technical | 固体废物分类、贮存和处置要求 | Sorting, storage and disposal of waste | 固体废物/危险废物/废弃物/固废/垃圾+分类 !管理 | J14 | BZ8.1 | must msp | any
treatment-facilities | 污染治理设施运行规程 | Operation of treatment facilities | 治理设施/污水处理/废气处理/除尘+运行/脱硫/脱硝/环保设施 | J14 | BZ8.1 | usual mp large | any
environment-monitoring | 环境监测方案和方法 | Environmental monitoring | 环境+监测/自行监测/排污+监测 | J14 | BZ8.1 | usual mp medium | any
hygiene-environment | 服务场所卫生和噪声控制要求 | Hygiene and noise in premises | 卫生+要求/卫生+标准/油烟/噪声+控制/环境卫生/室内空气 | J14 | BZ8.1 | usual s | any
environment-management | 环境保护管理 | Environmental protection | 环境+管理/环境保护/环保+管理/环境+控制 !体系 !工作环境 !应急 !卫生 !绿化 !场所 | G15 | BZ8.1 | must msp | own
environment-aspects | 环境因素识别和评价 | Environmental aspects | 环境因素 | G15 | BZ8.1 | usual msp | own
pollution-management | 废水、废气和噪声污染防治管理 | Control of waste water, gases and noise | 废水+管理/废气+管理/噪声+管理/污染+防治/排污+管理 | G15 | BZ8.1 | usual mp medium | own
waste-management | 危险废物和固体废物管理 | Management of waste | 废物+管理/废弃物+管理/固废+管理 | G15 | BZ8.1 | must mp | own
environment-emergency | 突发环境事件应急管理 | Environmental emergencies | 环境+应急/环境+事件/环境+事故 | G15 | BZ8.1 | usual mp medium | own
gbt-24001 | 环境管理体系 要求及使用指南 | Environmental management systems | 环境管理体系 | G15 | BZ8.1 | usual msp | GB/T 24001
gb-12348 | 工业企业厂界环境噪声排放标准 | Noise at the boundary of industrial enterprises | 厂界环境噪声 | J14 | BZ8.1 | must mp | GB 12348
gb-8978 | 污水综合排放标准 | Discharge of waste water | 污水综合排放 | J14 | BZ8.1 | usual msp | GB 8978
gb-16297 | 大气污染物综合排放标准 | Emission of air pollutants | 大气污染物综合排放 | J14 | BZ8.1 | usual m medium | GB 16297
gb-13223 | 火电厂大气污染物排放标准 | Emission of air pollutants from thermal power plants | 火电厂大气污染物 | J14 | BZ8.1 | usual p | GB 13223
gb-18597 | 危险废物贮存污染控制标准 | Storage of hazardous waste | 危险废物贮存 | J14 | BZ8.1 | usual mp | GB 18597
gb-18599 | 一般工业固体废物贮存和填埋污染控制标准 | Storage of industrial solid waste | 一般工业固体废物 | J14 | BZ8.1 | usual mp | GB 18599
hj-819 | 排污单位自行监测技术指南 总则 | Self-monitoring of polluters | 自行监测技术指南 | J14 | BZ8.1 | usual mp medium | HJ 819

energy-quota | 能源消耗定额和限额 | Limits of energy consumption | 能耗+定额/能源消耗/能耗+限额/用能+定额/煤耗/线损 | J11 | BZ8.2 | usual mp | any
energy-meters | 能源计量器具配备要求 | Provision of energy meters | 能源+计量/计量器具+能源/能源计量 | J11 | BZ8.2 | usual mp | any
economic-operation | 用能设备经济运行要求 | Economical operation of equipment | 经济运行/节能+运行/用能设备/节能+技术 | J11 | BZ8.2 | usual msp large | any
service-energy | 服务场所节能节水要求 | Saving energy and water in premises | 节能/节水/空调+温度 | J11 | BZ8.2 | must s | any
energy-management | 能源管理 | Energy management | 能源+管理/节能+管理/能源+控制 !体系 !改造 | G12 | BZ8.2 | must msp | own
energy-statistics | 能源统计和考核 | Energy statistics and appraisal | 能源+统计/能耗+考核/能源+考核/节能+考核/指标+考核+能 | G12 | BZ8.2 | usual mp | own
energy-saving | 节能技术改造管理 | Saving by modernization | 节能+改造/节能+项目/节能+措施/节约+用电 | G12 | BZ8.2 | usual msp medium | own
line-loss | 线损和厂用电率管理 | Line losses and auxiliary consumption | 线损+管理/厂用电/供电煤耗/线损 | G12 | BZ8.2 | usual p medium | own
carbon | 温室气体排放核算和报告管理 | Greenhouse gas accounting | 温室气体/碳排放/碳+管理 | G12 | BZ8.2 | usual mp large | own
gb-17167 | 用能单位能源计量器具配备和管理通则 | Provision and management of energy meters | 能源计量器具配备和管理 | J11 | BZ8.2 | must mp | GB 17167
gbt-2589 | 综合能耗计算通则 | Calculation of total energy consumption | 综合能耗计算 | J11 | BZ8.2 | usual mp | GB/T 2589
gbt-23331 | 能源管理体系 要求及使用指南 | Energy management systems | 能源管理体系+要求 | G12 | BZ8.2 | usual mp medium | GB/T 23331
gbt-12723 | 单位产品能源消耗限额编制通则 | Setting limits of energy per product | 能源消耗限额编制 | J11 | BZ8.2 | usual mp large | GB/T 12723
gbt-13234 | 用能单位节能量计算方法 | Calculation of energy saved | 节能量计算 | J11 | BZ8.2 | usual mp large | GB/T 13234
gbt-3485 | 评价企业合理用电技术导则 | Rational use of electricity | 合理用电 | J11 | BZ8.2 | usual m large | GB/T 3485
gbt-13462 | 电力变压器经济运行 | Economical operation of transformers | 变压器经济运行 | J11 | BZ8.2 | usual mp large | GB/T 13462
`;
