/**
 * Posts. `@总经理` in the words stands for the name with 岗位, 工作标准 or 职责, or the name alone
 * where the entry stands in that very node; `&质量` for the head of that department. Columns: see `read-rows.ts`.
 */
export const POSTS = `
post-chief | 总经理（最高管理者）岗位标准 | Post of the chief executive | @总经理/@最高管理者/@董事长/@厂长 !副 !助理 !办公室 !秘书 | Z01.1 | GW1.1 | must msp | own
post-deputy-production | 分管生产副总经理岗位标准 | Deputy in charge of production | @副总经理/@副厂长/@生产副总/@副职 !营销 !销售 !财务 !服务 !运营 | Z01.2 | GW1.2 | must msp | own:post-chief
post-chief-engineer | 总工程师（技术负责人）岗位标准 | Chief engineer | @总工程师/@总工/@技术负责人/@技术副总 !副总工程师 | Z01.2 | GW1.2 | usual mp | own:post-chief
post-service-director | 分管服务（运营）副总经理岗位标准 | Deputy in charge of operations | @运营副总/@服务副总/@运营总监/@副总经理 | Z01.2 | GW1.2 | usual s large | own:post-chief
post-sales-director | 分管营销副总经理岗位标准 | Deputy in charge of marketing | @营销副总/@销售副总/@销售总监/@营销总监 | Z01.2 | GW1.2 | usual ms large | own:post-chief
post-finance-director | 财务负责人岗位标准 | Head of finance at the top | @财务总监/@总会计师/@财务负责人 | Z01.2 | GW1.2 | usual msp medium | own:post-chief
post-management-representative | 管理者代表（标准化分管领导）岗位标准 | Management representative | @管理者代表/@标准化负责人 | Z01.2 | GW1.2 | usual msp medium | own:post-chief

post-head-office | 综合（行政）部门负责人岗位标准 | Head of administration | &行政/@办公室主任/@综合部/@行政部/@综合管理部 !总经理 !总监 | Z02.1 | GW2.1 | usual msp | own:post-department-head
post-head-technical | 技术部门负责人岗位标准 | Head of engineering | &技术/@技术部/@技术中心/@研发部/@技术科/@设计部/@生技部 !总经理 !总监 | Z02.1 | GW2.1 | must mp | own:post-department-head
post-head-quality | 质量部门负责人岗位标准 | Head of quality | &质量/@质量部/@质检部/@品质部/@品管部/@质检科 !总经理 !总监 | Z02.1 | GW2.1 | must ms | own:post-department-head
post-head-production | 生产部门（车间）负责人岗位标准 | Head of production or workshop | &生产/@生产部/@车间主任/@制造部/@生产科/@生产制造部 !总经理 !总监 | Z02.1 | GW2.1 | must m | own:post-department-head
post-head-operation | 运行、检修部门负责人岗位标准 | Head of operation or repair | &运行/@运行部/@检修部/@发电部/@调度/@变电/@生产技术部/@工区 !总经理 !总监 | Z02.1 | GW2.1 | must p | own:post-department-head
post-head-service | 服务（运营）部门负责人岗位标准 | Head of service | &服务/@服务部/@运营部/@客服部/@门店经理/@项目经理/@前厅 !总经理 !总监 | Z02.1 | GW2.1 | must s | own:post-department-head
post-head-purchasing | 采购部门负责人岗位标准 | Head of purchasing | &采购/@采购部/@供应部/@物资部/@采购科 !总经理 !总监 | Z02.1 | GW2.1 | usual msp | own:post-department-head
post-head-sales | 销售部门负责人岗位标准 | Head of sales | &销售/@销售部/@营销部/@市场部/@销售科/@商务部 !总经理 !总监 | Z02.1 | GW2.1 | usual msp | own:post-department-head
post-head-equipment | 设备部门负责人岗位标准 | Head of equipment | &设备/@设备部/@工程部/@动力部/@设备科/@设备动力部 !总经理 !总监 | Z02.1 | GW2.1 | usual ms medium | own:post-department-head
post-head-personnel | 人力资源部门负责人岗位标准 | Head of personnel | &人力资源/@人力资源部/@人事部/@人事行政部 !总经理 !总监 | Z02.1 | GW2.1 | usual msp medium | own:post-department-head
post-head-finance | 财务部门负责人岗位标准 | Head of the finance department | &财务/@财务部/@财务科/@财务经理/@财务处 !总经理 !总监 | Z02.1 | GW2.1 | usual msp | own:post-department-head
post-head-safety | 安全环保部门负责人岗位标准 | Head of safety and environment | &安全/@安全环保部/@安环部/@安全部/@安监部/@安全监察 !总经理 !总监 | Z02.1 | GW2.1 | usual mp medium | own:post-department-head
post-head-warehouse | 仓储物流部门负责人岗位标准 | Head of warehousing | &仓储/@仓储部/@物流部/@仓库主管/@仓储物流部 !总经理 !总监 | Z02.1 | GW2.1 | usual ms large | own:post-department-head

post-staff | 一般管理人员通用岗位标准 | Common post standard of staff | */@管理人员/@一般管理 | Z02.2 | GW2.2 | must msp | own:post-staff>post-duties
post-standardization | 标准化管理员岗位标准 | Standardization officer | @标准化员/@标准化管理员/@标准化工程师/@标准化专员/@标准化管理 | Z02.2 | GW2.2 | must msp | own:post-staff>post-duties
post-designer | 设计（研发）人员岗位标准 | Designer | 研发+人员+岗位/@设计人员/@设计工程师/@研发工程师/@设计员/@研发人员/@技术员/@产品设计 | Z02.2 | GW2.2 | usual m | own:post-staff>post-duties
post-process-engineer | 工艺人员岗位标准 | Process engineer | @工艺员/@工艺工程师/@工艺人员/@工艺技术 | Z02.2 | GW2.2 | usual m | own:post-staff>post-duties
post-quality-engineer | 质量管理员岗位标准 | Quality officer | @质量管理员/@质量工程师/@体系工程师/@质量员/@质量专员/@质量管理人员 | Z02.2 | GW2.2 | usual ms | own:post-staff>post-duties
post-metrologist | 计量管理员岗位标准 | Metrologist | @计量员/@计量管理员/@计量人员/@计量工程师 | Z02.2 | GW2.2 | usual mp large | own:post-staff>post-duties
post-planner | 生产计划调度员岗位标准 | Planner | @计划员/@调度员/@生管/@生产计划员 | Z02.2 | GW2.2 | usual mp medium | own:post-staff>post-duties
post-buyer | 采购员岗位标准 | Buyer | @采购员/@采购专员/@采购工程师/@采购业务 | Z02.2 | GW2.2 | usual msp | own:post-staff>post-duties
post-salesman | 销售（业务）人员岗位标准 | Sales staff | 销售+人员+岗位/@销售员/@业务员/@销售代表/@销售人员/@客户经理/@销售工程师 | Z02.2 | GW2.2 | usual ms | own:post-staff>post-duties
post-customer-power | 用电营业和客户服务人员岗位标准 | Customer staff of a power supplier | @客户服务人员/@客户代表/@用电检查/@营业员/@抄表员/@客户经理/@核算员 | Z02.2 | GW2.2 | usual p | own:post-staff>post-duties
post-equipment-engineer | 设备管理员岗位标准 | Equipment officer | @设备管理员/@设备员/@设备工程师/@专工/@设备专责 | Z02.2 | GW2.2 | usual mp | own:post-staff>post-duties
post-safety-officer | 安全员岗位标准 | Safety officer | @安全员/@安全管理员/@安全工程师/@安全专责/@安全管理人员 | Z02.2 | GW2.2 | must msp | own:post-staff>post-duties
post-environment-officer | 环保、能源管理员岗位标准 | Officer for environment and energy | @环保员/@环保管理员/@能源管理员/@能源管理/@环保专责 | Z02.2 | GW2.2 | usual mp medium | own:post-staff>post-duties
post-accountant | 会计、出纳岗位标准 | Accountant and cashier | @会计/@出纳/@成本会计 !总会计师 | Z02.2 | GW2.2 | usual msp | own:post-staff>post-duties
post-personnel | 人事、培训管理员岗位标准 | Personnel officer | @培训管理员/@人事专员/@人事员/@培训专员/@人力资源专员/@薪酬专员/@人事管理员 | Z02.2 | GW2.2 | usual msp large | own:post-staff>post-duties
post-archivist | 文员、档案资料管理员岗位标准 | Clerk and archivist | @档案员/@文员/@资料员/@文控/@档案管理员/@秘书 | Z02.2 | GW2.2 | usual msp medium | own:post-staff>post-duties
post-it | 信息系统管理员岗位标准 | System administrator | @系统管理员/@网络管理员/@信息管理员/@信息工程师/@IT | Z02.2 | GW2.2 | usual msp large | own:post-staff>post-duties
post-team-leader | 班组长岗位标准 | Team leader | @班组长/@班长/@值长/@领班/@组长/@工段长 | Z02.2 | GW2.2 | usual msp | own:post-staff>post-duties

post-special | 特殊过程（关键工序）操作人员岗位标准 | Operator of special and key processes | */@特殊过程/@关键工序/@特殊工序/@热处理/@淬火/@焊接/@电镀/@喷涂/@磨工 | Z03.1 | GW3.1 | must m | own
post-electrician | 电工岗位标准 | Electrician | @电工 | Z03.1 | GW3.1 | usual ms | own:post-special
post-welder | 焊工岗位标准 | Welder | @焊工/@电焊工/@焊接 | Z03.1 | GW3.1 | usual mp | own:post-special
post-crane | 起重机械、叉车操作人员岗位标准 | Operator of cranes and fork-lifts | @行车工/@起重工/@叉车/@天车工/@起重机 | Z03.1 | GW3.1 | usual mp | own:post-special
post-boiler | 锅炉、压力容器操作人员岗位标准 | Operator of boilers and pressure vessels | @锅炉工/@司炉工/@压力容器/@空压机/@锅炉运行 | Z03.1 | GW3.1 | usual mp | own:post-special
post-power-operator | 发电、变电运行值班人员岗位标准 | Operator on duty in plant or substation | */@值班员/@运行值班/@集控/@巡检员/@变电运行/@主值 | Z03.1 | GW3.1 | must p | own:post-special
post-power-fitter | 检修、试验和继电保护人员岗位标准 | Fitter, tester, relay protection | @检修工/@继电保护/@试验工/@检修人员/@线路工/@电气试验/@热控 | Z03.1 | GW3.1 | must p | own:post-special
post-key-service | 关键服务岗位标准 | Post of a key service | @关键服务/@厨师/@消防控制室/@救生员/@电梯/@持证 | Z03.1 | GW3.1 | usual s | own:post-special

post-operator | 操作人员通用岗位标准 | Common post standard of operators | */@操作工/@操作人员/@操作岗位/@普通岗位/@车工/@铣工/@装配工 !起重 !锅炉 !特殊过程 !叉车 !热处理 !淬火 !焊接 !电镀 !喷涂 | Z03.2 | GW3.2 | must m | own:post-operator>post-work-instruction
post-service-staff | 一线服务人员岗位标准 | Front-line service staff | */@服务员/@服务人员/@客服/@接待员/@收银员/@保洁/@导游/@保安 | Z03.2 | GW3.2 | must s | own:post-operator>post-work-instruction
post-power-common | 辅助运行和后勤操作岗位标准 | Auxiliary operators | */@化验员/@燃料/@辅助/@操作人员/@通用/@化学运行 | Z03.2 | GW3.2 | must p | own:post-operator>post-work-instruction
post-inspector | 检验员岗位标准 | Inspector | @检验员/@质检员/@检验工/@化验员/@检验人员 | Z03.2 | GW3.2 | usual m | own:post-operator>post-work-instruction
post-warehouseman | 仓库保管员岗位标准 | Warehouseman | @保管员/@仓管员/@库管员/@仓库管理员 | Z03.2 | GW3.2 | usual msp | own:post-operator>post-work-instruction
post-assembler | 装配、调试人员岗位标准 | Assembler | @装配工/@装配/@调试/@钳工 | Z03.2 | GW3.2 | usual m | own:post-operator>post-work-instruction
post-repairman | 设备维修人员岗位标准 | Repairman | @维修工/@机修工/@维修人员/@维修电工 | Z03.2 | GW3.2 | usual ms | own:post-operator>post-work-instruction
post-packer | 包装、搬运人员岗位标准 | Packer and carrier | @包装工/@搬运工/@包装/@装卸工 | Z03.2 | GW3.2 | usual m | own:post-operator>post-work-instruction
post-after-sales | 售后服务人员岗位标准 | After-sales staff | @售后服务/@安装工/@售后/@服务工程师 | Z03.2 | GW3.2 | usual m | own:post-operator>post-work-instruction
post-driver | 驾驶员岗位标准 | Driver | @驾驶员/@司机 | Z03.2 | GW3.2 | usual msp | own:post-operator>post-work-instruction
post-guard | 门卫、保洁等后勤人员岗位标准 | Guards and cleaners | @门卫/@保安/@保洁员/@炊事员/@后勤 | Z03.2 | GW3.2 | usual msp | own:post-operator>post-work-instruction
`;
