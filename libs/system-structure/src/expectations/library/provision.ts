/** From planning and purchasing to inspection, storage and delivery. Columns: see `read-rows.ts`. */
export const PROVISION = `
production-plan | 生产计划管理 | Production planning | 生产+计划/排产 | G05 | CP3.1 | must m | own
service-plan | 服务计划和资源调配管理 | Planning of services and resources | 服务+计划/服务+资源/服务+调度/服务+排班 | G05 | CP3.1 | must s | own:production-plan
generation-plan | 发供电计划和调度管理 | Planning and dispatching of power | 发电+计划/供电+计划/调度+管理/调度+规程/运行+方式 | G05 | CP3.1 | must p | own:production-plan
dispatching | 生产调度和在制品管理 | Scheduling and work in progress | 生产+调度/在制品/车间+调度 | G05 | CP3.1 | usual m medium | own
production-statistics | 生产统计管理 | Production statistics | 生产+统计/生产+报表/运行+统计 | G05 | CP3.1 | usual mp medium | own
quota | 材料消耗和工时定额 | Quotas of material and working time | 消耗+定额/工时+定额/材料+定额/劳动+定额 !能源 !能耗 | J05 | CP3.3 | usual m large | own
outsourcing-plan | 外协和外包过程管理 | Outsourced processes | 外协/外包/委外 !技术 | G04 | CP3.2 | usual msp medium | own

purchase-control | 采购控制程序 | Control of purchasing | 采购+控制/采购+管理/物资+采购/采购+程序 !合同 !计划 !招标 | G04 | CP3.2 | must msp | own
supplier-evaluation | 供方评价和管理 | Evaluation of suppliers | 供方/供应商/合格供+名录 | G04 | CP3.2 | usual msp | own:purchase-control
purchase-contract | 采购合同和招标管理 | Purchase contracts and tenders | 采购+合同/招标/招投标 | G04 | CP3.2 | usual msp medium | own
purchase-plan | 采购计划管理 | Purchasing plans | 采购+计划/物资+计划/物资+需求 | G04 | CP3.2 | usual mp medium | own
material-specification | 原材料采购技术条件 | Specification of raw materials | 原材料+技术/采购+技术/原料+技术/材料+技术条件/材料+规范/*钢/*材料/*技术条件 | J04 | CP3.2 | must m | any
bought-parts | 外购件和元器件技术要求 | Requirements for bought-in parts | 外购件/元器件/配套件/零部件+技术/*件 | J04 | CP3.2 | usual m | any
auxiliary-materials | 辅料和包装材料技术要求 | Auxiliary and packaging materials | 辅料/辅助材料/包装材料 | J04 | CP3.2 | usual m large | any
service-supplies | 服务用品采购技术要求 | Requirements for supplies of services | 用品+采购/服务+用品/物品+要求/采购+技术 | J04 | CP3.2 | usual s | any
power-supplies | 燃料、设备和备品采购技术要求 | Requirements for fuel, equipment and spares | 燃料+采购/燃料+技术/设备+采购+技术/备品+技术/订货+技术 | J04 | CP3.2 | must p | any
outsourcing-requirements | 外协加工技术要求 | Requirements for work done outside | 外协+技术/外协+加工/委外+技术 | J04 | CP3.2 | usual m medium | own
incoming-inspection | 进货检验规程 | Incoming inspection | 进货+检验/进货+验收/进料+检验/来料+检验/入厂+检验/物资+验收 | J04 | CP3.2 | must mp | own
service-acceptance | 外购物品和外包服务验收规范 | Acceptance of supplies and services | 采购+验收/物品+验收/外包+验收/进货+验收 | J04 | CP3.2 | usual s | own:incoming-inspection

process-specification | 工艺规程 | Process specification | 工艺+规程/工艺+过程卡/工序卡/工艺+规范/*工艺| J05 | CP3.3 | must m | own
process-rules | 通用工艺守则 | Common rules of processes | 工艺+守则/通用工艺/典型工艺 | J05 | CP3.3 | usual m medium | any
work-instruction | 作业指导书 | Work instructions | 作业指导/操作指导/作业+规程/作业+标准 | J05 | CP3.3 | must msp | own:process-specification
service-process | 服务提供规范 | Specification of service provision | 服务+提供/服务+流程/服务+程序 | J05 | CP3.3 | must s | own:service-specification
special-process | 特殊过程确认准则 | Confirmation of special processes | 特殊过程/特殊工序/关键工序/关键过程 | J05 | CP3.3 | usual m | own
service-keypoint | 关键服务过程控制规范 | Control of key service processes | 关键+服务/关键+过程/服务+控制 | J05 | CP3.3 | usual s | own
operation-rules-power | 运行规程 | Operating rules of power plant and grid | 运行+规程/运行+规范/运行+操作 !监测 !治理 | J05 | CP3.3 | must p | any:equipment-operation
ticket-system | 工作票和操作票管理 | Work permits and switching orders | 工作票/操作票/两票 | G05 | CP3.3 | must p | own
shift-system | 交接班、巡回检查和设备定期试验轮换制度 | Shift handover, patrol and periodic tests | 交接班/巡回检查/巡检/定期+轮换 | G05 | CP3.3 | must p | own
process-parameters | 工艺参数和工艺定额规定 | Parameters of processes | 工艺+参数/工艺+定额 | J05 | CP3.3 | usual m large | own
process-management | 工艺管理和工艺纪律检查 | Process management and discipline | 工艺+管理/工艺纪律/工艺+检查/生产+过程+控制/生产+控制 !验证 | G05 | CP3.3 | usual m | own
process-validation | 工艺验证管理 | Verification of processes | 工艺+验证/工艺+评审 | G05 | CP3.3 | usual m large | own
site-management | 生产现场和 6S 管理 | Shop-floor management, 6S | 现场+管理/6S/5S/定置 | G05 | CP3.3 | usual mp medium | own
service-site | 服务场所和环境管理 | Service premises and environment | 服务+场所/服务+环境/营业+场所/卫生+管理 !安全 !节能 | G05 | CP3.3 | must s | own
service-conduct | 服务人员行为和礼仪规范 | Conduct of service staff | 服务+礼仪/行为+规范/仪容/服务+用语 | J10 | CP3.3 | usual sp | own
gbt-24737-1 | 工艺管理导则 总则 | Guide to process management | 工艺管理导则 | J05 | CP3.3 | usual m large | GB/T 24737.1
gbt-24738 | 机械制造工艺文件完整性 | Completeness of process documents | 工艺文件完整性 | J05 | CP3.3 | usual m large | GB/T 24738
gbt-24421-2 | 服务业组织标准化工作指南 标准体系构建 | Service organizations: standard system | 服务业组织标准化 | J01 | BZ2.1 | usual s | GB/T 24421.2
gbt-31464 | 电网运行准则 | Grid code | 电网运行准则 | J05 | CP3.3 | usual p | GB/T 31464
gbt-14285 | 继电保护和安全自动装置技术规程 | Relay protection and automatic devices | 继电保护+安全自动装置 | J06 | BZ5.1 | usual p | GB/T 14285

test-method | 产品试验方法 | Test methods of the products | 试验+方法/检测+方法/测试+方法/试验+规程/*试验/*测定/测量+方法/*测量 | J07 | CP3.4 | must m | any
process-inspection | 过程检验规程 | In-process inspection | 过程+检验/工序+检验/首件/制程+检验 !特殊 | J07 | CP3.4 | must m | own:final-inspection
final-inspection | 成品检验规程 | Final inspection | 成品+检验/出厂+检验/最终+检验/产品+检验 !放行 !包装 | J07 | CP3.4 | must m | own
type-test | 型式检验规范 | Type test | 型式+检验/型式+试验/例行+试验 | J07 | CP3.4 | usual m | any
sampling | 抽样检验方案 | Sampling plans | 抽样 | J07 | CP3.4 | usual m medium | any
service-check | 服务质量检查和评价规范 | Inspection and evaluation of service quality | 服务+检查/服务+评价/服务+监督/神秘顾客 | J07 | CP3.4 | must s | own:final-inspection
power-monitoring | 运行监测和技术监督规程 | Monitoring and technical supervision | 技术监督/运行+监测/化学+监督/状态+监测/绝缘+监督 | J07 | CP3.4 | must p | any
power-test | 电力设备预防性试验规程 | Preventive tests of power equipment | 预防性试验/预试/交接试验/设备+试验 !轮换 | J07 | CP3.4 | must p | any
inspection-management | 检验和试验管理 | Management of inspection and test | 检验+管理/试验+管理/检验+控制/监视+测量+控制 | G08 | CP3.4 | usual mp | own
product-release | 产品放行和检验记录管理 | Release of products, inspection records | 放行/检验+记录/合格证+管理 | G08 | CP3.4 | usual m medium | own
laboratory | 实验室和样品管理 | Laboratory and samples | 实验室/化验室/样品+管理/试样+管理 | G08 | CP3.4 | usual mp medium | own
gbt-2828-1 | 计数抽样检验程序 按接收质量限检索的逐批检验抽样计划 | Sampling by attributes, lot by lot (AQL) | 计数抽样+逐批 | J07 | CP3.4 | usual m | GB/T 2828.1
gbt-2829 | 周期检验计数抽样程序及表 | Sampling for periodic inspection | 周期检验+抽样 | J07 | CP3.4 | usual m large | GB/T 2829
dlt-596 | 电力设备预防性试验规程 | Preventive tests of power equipment | 电力设备预防性试验 | J07 | CP3.4 | usual p | DL/T 596
dlt-1051 | 电力技术监督导则 | Technical supervision in the power sector | 电力技术监督 | J07 | CP3.4 | usual p | DL/T 1051
gb-50150 | 电气装置安装工程 电气设备交接试验标准 | Hand-over tests of electric equipment | 电气设备交接试验 | J07 | CP3.8 | usual p | GB 50150
gbt-36733 | 服务质量评价通则 | Evaluation of service quality | 服务质量评价通则 | J10 | CP3.4 | usual s | GB/T 36733

nonconforming-product | 不合格品控制程序 | Nonconforming products | 不合格+控制/不合格品/不合格+管理/不合格+服务 | G06 | CP3.5 | must msp | own
corrective-action | 纠正措施控制程序 | Corrective action | 纠正+措施/纠正预防/预防+措施 | G06 | CP3.5 | must msp | own
quality-accident | 质量事故和质量责任追究 | Quality accidents and liability | 质量+事故/质量+责任/服务+差错/服务+失误 | G06 | CP3.5 | usual msp medium | own
defect-power | 设备缺陷和异常管理 | Defects and abnormal states of equipment | 缺陷+管理/设备+缺陷/异常+管理 | G07 | CP3.5 | must p | own

identification | 产品标识和可追溯性管理 | Identification and traceability | 可追溯/追溯/产品+标识/状态+标识 | G08 | CP3.6 | must m | own
marking-requirements | 产品标志和铭牌技术要求 | Marks and rating plates | 铭牌/产品+标志/标识+要求/标签 | J08 | CP3.6 | usual m | any
service-signs | 服务标识和导向系统规范 | Signs and way-finding | 服务+标识/导向/标识+系统/公示+标识 | J08 | CP3.6 | usual s | any
power-marking | 设备命名、编号和标识规定 | Names, numbers and marks of equipment | 设备+命名/设备+编号/标识+规范/KKS/可视化+标识 | J08 | CP3.6 | must p | any
barcode | 条码和二维码应用规定 | Use of bar codes | 条码/二维码 | J15 | CP3.6 | usual ms large | any

packaging-specification | 产品包装技术要求 | Packaging of products | 包装+技术/包装+要求/包装+规范/包装+设计/产品+包装 !包装材料 !管理 | J08 | CP3.7 | must m | own
storage-requirements | 搬运、贮存和防护技术要求 | Handling, storage and protection | 贮存+要求/搬运+要求/储存+技术/产品+防护+要求/防锈+要求/贮存+规范/搬运+贮存 !废物 !职业病 | J08 | CP3.7 | usual m | own
transport-requirements | 产品运输技术要求 | Transport of products | 运输+要求/运输+技术/装卸 | J08 | CP3.7 | usual m | any
packaging-test | 包装试验方法 | Tests of packaging | 包装+试验/运输包装件/跌落 | J08 | CP3.7 | usual m large | any
warehouse | 仓储管理 | Warehousing | 仓储/仓库/库房/库存/物资+保管 | G09 | CP3.7 | must msp | own
packaging-management | 产品包装和防护管理 | Management of packaging and protection | 包装+管理/防护+管理/包装+控制/产品+防护 | G09 | CP3.7 | usual m large | own
transport-management | 运输和物流管理 | Transport and logistics | 运输+管理/物流/配送/搬运+管理 | G09 | CP3.7 | usual ms medium | own
customer-property | 顾客财产管理 | Property of customers | 顾客+财产/客户+财产/寄存/顾客+物品 | G09 | CP3.7 | usual ms medium | own
gbt-191 | 包装储运图示标志 | Pictorial marks for handling and storage | 包装储运图示标志 | J08 | CP3.7 | usual m | GB/T 191
gbt-4857 | 包装 运输包装件基本试验 | Basic tests of transport packages | 运输包装件 | J08 | CP3.7 | usual m large | GB/T 4857
gbt-13384 | 机电产品包装通用技术条件 | Packaging of machines and electrical products | 机电产品包装 | J08 | CP3.7 | usual m | GB/T 13384
gbt-6388 | 运输包装收发货标志 | Shipping marks | 运输包装收发货标志 | J08 | CP3.6 | usual m large | GB/T 6388
`;
