/** code | trim or stays | 问题或理由 | question or reason */
export const FACTS_2003 = `
J | stays | 技术标准体系是标准体系的主体，任何企业都须保留。 | Technical standards are a body of every system.
J01 | stays | 各类技术标准都以技术基础标准为依据。 | The other technical standards rest on it.
J02 | trim | 企业是否不承担产品或服务的设计？图样和规范由谁提供、凭什么证明？ | Is nothing designed here? Who provides drawings and specifications, and what proves it?
J03 | stays | 每种在产产品或在供服务都要有执行的标准。 | Every product and service follows a standard.
J04 | trim | 企业是否不采购影响产品或服务质量的物资，也没有外协？ | Is nothing bought, or made outside, that affects quality?
J05 | stays | 产品制造或服务提供的方法是企业技术的核心。 | The methods of making or serving are the core of the technology.
J06 | stays | 设备和设施是生产、服务的物质条件。 | Equipment and facilities carry production and service.
J07 | stays | 产品和服务是否合格，须有检验或检查的方法来判定。 | Conformity is decided by methods of inspection.
J08 | trim | 产品或服务是否没有需要包装、搬运、贮存和标识的实物？ | Is there nothing to be packed, handled, stored or marked?
J09 | trim | 产品是否不需安装、调试，由顾客自提或直接使用？合同如何约定交付？ | Is nothing installed or commissioned? What do contracts say on delivery?
J10 | trim | 企业是否不承担售前、售中、售后服务？由谁承担，合同如何约定？ | Is no service given before or after the sale? Who gives it, and by which contract?
J11 | stays | 任何企业都消耗能源，至少应有计量和定额的要求。 | Every enterprise uses energy; metering and limits are the least.
J12 | stays | 安全生产是法律规定的义务。 | Safety at work is a duty by law.
J13 | trim | 作业场所是否没有职业病危害因素？有无检测或评价报告？ | Are there no occupational hazards? Which measurement or report shows it?
J14 | stays | 污染物排放和固体废物处置受法律约束，至少应识别适用标准。 | Emissions and waste are bound by law; applicable standards must be known.
J15 | trim | 企业是否没有信息系统，也没有需要统一编码的数据？ | Are there no information systems and no data to be coded?
G | stays | 管理标准体系是标准体系的主体，任何企业都须保留。 | Management standards are a body of every system.
G01 | stays | 各类管理标准的编写和编号以此为依据。 | Writing and numbering of management standards rest on it.
G02 | stays | 经营、人力资源、财务和行政是每个企业都有的活动。 | Business, people, finance and administration exist everywhere.
G03 | trim | 企业是否既不设计开发产品或服务，也没有技术改造和创新项目？ | Is nothing designed or developed, and are there no technical projects?
G04 | stays | 采购和外包直接影响产品、服务质量，应有管理标准。 | Purchasing and outsourcing affect quality.
G05 | stays | 生产或服务提供须有计划和现场管理。 | Production or service needs plans and order on the spot.
G06 | stays | 质量管理是标准化工作的目的之一，不能缺少。 | Quality management is one of the aims of standardization.
G07 | stays | 企业的设备设施须有购置、使用、维护和报废的管理。 | Equipment needs rules from purchase to scrapping.
G08 | stays | 检验职责和测量设备的准确可靠须有管理标准。 | Duties of inspection and reliable measuring need rules.
G09 | trim | 企业是否没有仓储、搬运和包装活动，也不保管顾客财产？ | Is nothing stored, moved or packed, and no property of customers kept?
G10 | trim | 企业是否不承担安装、调试，交付由谁负责、凭什么确认？ | Is nothing installed? Who answers for delivery and what confirms it?
G11 | stays | 顾客投诉和满意度对任何企业都要管理。 | Complaints and satisfaction concern every enterprise.
G12 | stays | 节约能源是法律规定的义务。 | Saving energy is a duty by law.
G13 | stays | 全员安全生产责任制是法律规定的要求。 | Responsibility for safety is required by law.
G14 | stays | 劳动者健康保护是法律规定的要求。 | Protection of health at work is required by law.
G15 | stays | 环境保护责任是法律规定的要求。 | Protection of the environment is required by law.
G16 | stays | 文件、记录、档案和信息每个企业都须管理。 | Documents, records and information exist everywhere.
G17 | stays | 没有评价管理标准，自我评价和改进无从开展。 | Without it no self-evaluation or improvement.
G18 | stays | 标准化管理标准是体系运行的依据。 | The system runs by it.
Z | stays | 工作标准体系是标准体系的主体，任何企业都须保留。 | Work standards are a body of every system.
Z01 | stays | 决策层对标准体系的建立和运行负责。 | The decision level answers for the system.
Z01.1 | stays | 每个企业都有最高决策者。 | Every enterprise has a chief.
Z01.2 | trim | 企业是否只有一名决策者，没有副职和技术、财务负责人？ | Is there but one at the top, without deputies or heads of engineering and finance?
Z02 | stays | 每个企业都有管理岗位。 | Every enterprise has managers.
Z02.1 | trim | 企业是否不设部门，由决策层直接管理？ | Are there no departments?
Z02.2 | stays | 技术、质量、财务等管理工作都要有人承担。 | Engineering, quality and finance are done by somebody.
Z03 | stays | 产品和服务由操作岗位完成。 | Products and services come from these posts.
Z03.1 | trim | 企业是否没有特殊过程、关键工序，也没有须持证的特种作业？ | Are there no special processes and no licensed work?
Z03.2 | stays | 每个企业都有一般操作或服务岗位。 | Every enterprise has ordinary posts.
`;
