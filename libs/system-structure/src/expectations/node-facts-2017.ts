/** code | trim or stays | 问题或理由 | question or reason */
export const FACTS_2017 = `
CP | stays | 产品实现标准体系是标准体系的主体，任何企业都须保留。 | Product realization is a body of every system.
CP1 | stays | 每种在产产品或在供服务都要有执行的标准。 | Every product and service follows a standard.
CP1.1 | trim | 全部产品或服务是否都执行企业标准，没有直接采用的外部产品标准？ | Do all products follow own standards, none from outside?
CP1.2 | trim | 全部产品或服务是否都直接执行外部标准？是否已逐一声明所执行的标准？ | Do all products follow outside standards, and is each declared?
CP1.3 | trim | 企业是否没有高于公开标准的内部控制指标？公开标准如何保证出厂质量？ | Are there no stricter limits inside? How is quality assured then?
CP2 | trim | 企业是否不承担产品或服务的设计？图样和规范由谁提供、凭什么证明？ | Is nothing designed here? Who provides drawings and specifications, and what proves it?
CP2.1 | trim | 新产品或新服务是否不由本企业决策？由谁决策？ | Are new products decided elsewhere? By whom?
CP2.2 | trim | 企业是否按顾客或上级提供的图样、规范组织生产或服务？ | Is work done to drawings or specifications from outside?
CP2.3 | trim | 产品是否不需试制或服务不需试运行？设计如何验证？ | Is no trial needed? How is the design verified?
CP2.4 | trim | 产品是否不需定型或鉴定？投产由谁批准？ | Is no finalisation needed? Who approves production?
CP2.5 | trim | 图样和规范的更改是否全部由外部作出？收到更改如何执行？ | Are all changes made outside? How are they carried out here?
CP3 | stays | 生产或服务提供是产品实现的中心环节。 | Production or service is the centre of product realization.
CP3.1 | stays | 生产或服务须按计划组织。 | Production or service follows plans.
CP3.2 | trim | 企业是否不采购影响产品或服务质量的物资，也没有外协、外包？ | Is nothing bought, or made outside, that affects quality?
CP3.3 | stays | 产品制造或服务提供的方法是企业技术的核心。 | The methods of making or serving are the core of the technology.
CP3.4 | stays | 产品和服务是否合格，须有检验或检查的方法来判定。 | Conformity is decided by methods of inspection.
CP3.5 | stays | 不合格总会发生，须有识别、处置和纠正的规定。 | Nonconformities happen and must be handled.
CP3.6 | trim | 产品或服务是否没有需要标识和追溯的对象？顾客或法规是否没有要求？ | Is there nothing to be marked or traced, by customers or by law?
CP3.7 | trim | 产品或服务是否没有需要包装、贮存和运输的实物？ | Is there nothing to be packed, stored or transported?
CP3.8 | trim | 产品是否不需安装、调试和移交？交付凭什么确认？ | Is nothing installed or handed over? What confirms delivery?
CP4 | trim | 企业是否不直接面向市场，产品全部由上级或关联企业销售？ | Is everything sold by a parent or related company?
CP4.1 | trim | 营销策划是否由上级或关联企业承担？ | Is marketing planned by a parent or related company?
CP4.2 | trim | 销售是否由上级或关联企业承担，或价格由政府确定、没有销售过程？ | Is everything sold by others, or are prices set by the state?
CP4.3 | stays | 顾客要求和合同评审是质量的起点。 | Quality begins with the requirements of customers.
CP4.4 | trim | 发货和结算是否由上级或关联企业统一办理？ | Do others dispatch and settle?
CP5 | stays | 顾客反馈和投诉对任何企业都要管理。 | Feedback and complaints concern every enterprise.
CP5.1 | trim | 产品或服务交付后是否不需维修？由谁承担，合同如何约定？ | Is nothing repaired after delivery? Who does it, by which contract?
CP5.2 | trim | 法律和合同是否没有质量保证的要求？ | Do law and contracts ask for no warranty?
CP5.3 | stays | 顾客反馈和投诉对任何企业都要管理。 | Feedback and complaints concern every enterprise.
CP5.4 | trim | 产品是否不属于可能召回的产品？缺陷如何通知顾客？ | Can nothing be recalled? How would customers learn of a defect?
CP5.5 | trim | 产品报废后是否不由企业回收，法规也没有生产者责任延伸的要求？ | Is nothing taken back, and does no law ask for it?
BZ | stays | 基础保障标准体系是标准体系的主体，任何企业都须保留。 | Basic support is a body of every system.
BZ1 | stays | 规划、计划是各项工作的依据。 | Plans guide all work.
BZ1.1 | stays | 规划、目标和计划是各项工作的依据。 | Objectives and plans guide all work.
BZ1.2 | trim | 企业是否没有自有品牌，产品或服务以他人品牌销售？ | Is there no own brand?
BZ1.3 | trim | 企业文化是否由上级单位统一建设并直接适用？ | Is culture set by the parent and used as it is?
BZ2 | stays | 标准化工作标准是体系运行的依据。 | The system runs by it.
BZ2.1 | stays | 标准化的组织、制修订和管理须有依据。 | Organization and drafting need rules.
BZ2.2 | stays | 没有评价规定，自我评价和改进无从开展。 | Without it no self-evaluation or improvement.
BZ3 | stays | 每个企业都有人力资源管理。 | Every enterprise manages people.
BZ3.1 | stays | 岗位标准以机构和定岗定编为依据。 | Post standards rest on departments and posts.
BZ3.2 | stays | 劳动合同是法律规定的要求。 | Labour contracts are required by law.
BZ3.3 | stays | 岗位标准的执行要有考核。 | Post standards are appraised.
BZ3.4 | trim | 薪酬福利是否由上级单位统一管理，企业没有自主规定？ | Are pay and benefits ruled by the parent alone?
BZ3.5 | stays | 人员能力靠培训保证。 | Training secures ability.
BZ4 | stays | 每个企业都有财务管理。 | Every enterprise manages finance.
BZ4.1 | trim | 预算是否由上级单位统一编制和控制？ | Is the budget made and controlled by the parent?
BZ4.2 | stays | 会计核算是法律规定的要求。 | Accounts are required by law.
BZ4.3 | trim | 成本和资金是否由上级单位集中管理？ | Are cost and funds managed by the parent?
BZ4.4 | trim | 企业是否不设内部审计？由谁审计、依据什么文件？ | Is there no internal audit? Who audits, and by which document?
BZ5 | stays | 设备和设施是生产、服务的物质条件。 | Equipment and facilities carry production and service.
BZ5.1 | stays | 设备设施的选购和验收决定生产、服务能力。 | Selection and acceptance decide capability.
BZ5.2 | stays | 设备设施须有操作和维护的规定。 | Equipment needs rules of use and maintenance.
BZ5.3 | trim | 设备设施是否全部租用，改造和报废由出租方负责？ | Is all equipment rented, so that the owner renews and scraps it?
BZ6 | stays | 质量管理是标准化工作的目的之一，不能缺少。 | Quality management is one of the aims of standardization.
BZ6.1 | stays | 质量目标和责任每个企业都要明确。 | Quality objectives and duties must be clear.
BZ6.2 | trim | 企业是否没有用于产品、服务或能源计量的测量设备？ | Is there no measuring equipment for product, service or energy?
BZ6.3 | stays | 审核、评审和改进使体系持续有效。 | Audit and review keep the system effective.
BZ7 | stays | 安全生产是法律规定的义务。 | Safety at work is a duty by law.
BZ7.1 | stays | 全员安全生产责任制是法律规定的要求。 | Responsibility for safety is required by law.
BZ7.2 | stays | 事故应急救援是法律规定的要求。 | Emergency response is required by law.
BZ7.3 | stays | 劳动者健康保护是法律规定的要求。 | Protection of health at work is required by law.
BZ8 | stays | 环境保护和节能是法律规定的义务。 | Environment and energy are duties by law.
BZ8.1 | stays | 污染物排放和固体废物处置受法律约束。 | Emissions and waste are bound by law.
BZ8.2 | stays | 节约能源是法律规定的义务。 | Saving energy is a duty by law.
BZ9 | stays | 企业须识别并遵守适用的法律法规。 | Laws must be known and kept.
BZ9.1 | stays | 企业须识别并遵守适用的法律法规。 | Laws must be known and kept.
BZ9.2 | trim | 合同是否由上级单位统一签订和管理？ | Are contracts made and kept by the parent?
BZ10 | stays | 文件、记录和信息每个企业都须管理。 | Documents, records and information exist everywhere.
BZ10.1 | stays | 文件和记录每个企业都须控制。 | Documents and records are controlled everywhere.
BZ10.2 | trim | 企业是否没有专利、商标、著作权和需要保护的商业秘密？ | Are there no patents, marks, copyright or secrets?
BZ10.3 | trim | 企业是否没有信息系统，也没有需要统一编码的数据？ | Are there no information systems and no data to be coded?
BZ11 | stays | 行政事务每个企业都有。 | Administration exists everywhere.
BZ11.1 | stays | 公文、印章等行政事务每个企业都有。 | Papers and seals exist everywhere.
BZ11.2 | trim | 后勤和保卫是否由园区、物业或上级单位统一承担？ | Are guards and services provided by the park, landlord or parent?
GW | stays | 岗位标准体系是标准体系的主体，任何企业都须保留。 | Post standards are a body of every system.
GW1 | stays | 决策层对标准体系的建立和运行负责。 | The decision level answers for the system.
GW1.1 | stays | 每个企业都有最高决策者。 | Every enterprise has a chief.
GW1.2 | trim | 企业是否只有一名决策者，没有副职和技术、财务负责人？ | Is there but one at the top, without deputies or heads of engineering and finance?
GW2 | stays | 每个企业都有管理岗位。 | Every enterprise has managers.
GW2.1 | trim | 企业是否不设部门，由决策层直接管理？ | Are there no departments?
GW2.2 | stays | 技术、质量、财务等管理工作都要有人承担。 | Engineering, quality and finance are done by somebody.
GW3 | stays | 产品和服务由操作岗位完成。 | Products and services come from these posts.
GW3.1 | trim | 企业是否没有特殊过程、关键工序，也没有须持证的特种作业？ | Are there no special processes and no licensed work?
GW3.2 | stays | 每个企业都有一般操作或服务岗位。 | Every enterprise has ordinary posts.
`;
