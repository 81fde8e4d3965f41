/** Documents, knowledge, information systems and administration. Columns: see `read-rows.ts`. */
export const INFORMATION_AND_ADMINISTRATION = `
management-terms | 管理术语和部门、岗位代号 | Management terms, codes of departments and posts | 管理+术语/部门+代号/岗位+代号/部门+代码 | G01 | BZ10.1 | usual msp large | own
management-standard-rules | 管理标准和工作标准编写规则 | Writing of management and post standards | 管理标准+编写/标准+编写/工作标准+编写/岗位标准+编写/文件+编写/编写规则 | G01 | BZ2.1 | usual msp | own
document-numbering | 文件和记录编号规则 | Numbering of documents and records | 文件+编号/记录+编号/编号+规则/编号+规定/标准+编号 | G01 | BZ10.1 | usual msp medium | own
forms | 记录表单格式规定 | Forms of records | 表单/记录+格式/记录+表格/表格+管理 | G01 | BZ10.1 | usual msp large | own
process-map | 业务流程图绘制规定 | Drawing of process maps | 流程图/流程+绘制/流程+管理/业务流程 | G01 | BZ10.1 | usual msp large | own
gbt-19023 | 质量管理体系 成文信息指南 | Documents of quality management systems | 质量管理体系+文件指南/成文信息 | G01 | BZ10.1 | usual msp large | GB/T 19023
gbt-15834 | 标点符号用法 | Punctuation | 标点符号用法 | G01 | BZ11.1 | usual msp large | GB/T 15834
gbt-15835 | 出版物上数字用法 | Numerals in publications | 数字用法 | G01 | BZ11.1 | usual msp large | GB/T 15835
gbt-9704 | 党政机关公文格式 | Layout of official documents | 公文格式 | G01 | BZ11.1 | usual msp large | GB/T 9704

document-control | 文件控制程序 | Control of documents | 文件+控制/文件+管理/成文信息 !外来 | G16 | BZ10.1 | must msp | own
record-control | 记录控制程序 | Control of records | 记录+控制/记录+管理/质量记录 | G16 | BZ10.1 | must msp | own
archives | 档案管理 | Archives | 档案 !顾客 !客户 !健康 | G16 | BZ10.1 | usual msp | own:record-control
outside-documents | 外来文件和图样资料管理 | Documents from outside, drawings | 外来文件/图样+管理/技术资料/资料+管理/技术文件+管理 | G16 | BZ10.1 | usual msp medium | own:document-control
intellectual-property | 知识产权管理 | Intellectual property | 知识产权/专利/著作权 | G03 | BZ10.2 | usual ms | own
trade-secrets | 商业秘密和保密管理 | Trade secrets and confidentiality | 商业秘密/保密 | G16 | BZ10.2 | usual msp medium | own
trademark | 商标管理 | Trade marks | 商标 | G02 | BZ10.2 | usual ms medium | own
knowledge | 知识管理 | Knowledge | 知识管理/组织知识/知识+管理 !产权 | G16 | BZ10.2 | usual msp large | own
information-coding | 信息分类编码和数据标准 | Classification and coding of information | 信息+编码/信息+分类/数据+标准/数据+编码/主数据/数据+字典 | J15 | BZ10.3 | usual msp medium | any
data-interface | 信息系统接口和数据交换规范 | Interfaces and exchange of data | 接口/数据+交换/通信+规约/数据+传输 | J15 | BZ10.3 | usual msp large | any
security-technical | 信息安全和数据备份技术要求 | Security and backup | 信息安全+技术/网络安全+技术/数据+备份/信息安全+要求/网络+防护/访问控制 | J15 | BZ10.3 | usual msp medium | any
network-technical | 计算机网络和机房技术要求 | Networks and computer rooms | 机房/网络+技术/网络+建设/通信+技术/自动化+技术 | J15 | BZ10.3 | usual msp large | any
information-systems | 信息系统和信息化项目管理 | Information systems and projects | 信息系统+管理/信息化+管理/信息管理/信息化+建设/软件+管理/计算机+管理 | G16 | BZ10.3 | usual msp medium | own
security-management | 网络和信息安全管理 | Network and information security | 信息安全+管理/网络安全+管理/网络+管理/信息安全 | G16 | BZ10.3 | must msp | own
information-communication | 内外部信息沟通管理 | Communication inside and outside | 信息+沟通/信息+交流/沟通+管理/协商+沟通 | G16 | BZ10.3 | usual msp medium | own
communication-power | 电力通信和自动化运行管理 | Communication and automation of the grid | 通信+管理/自动化+管理/通信+运行/调度+自动化 | G16 | BZ10.3 | usual p | own
gbt-7027 | 信息分类和编码的基本原则与方法 | Principles of classification and coding | 信息分类和编码 | J15 | BZ10.3 | usual msp large | GB/T 7027
gbt-22239 | 网络安全等级保护基本要求 | Graded protection of networks | 等级保护+基本要求 | J15 | BZ10.3 | must p | GB/T 22239
gbt-22080 | 信息安全管理体系 要求 | Information security management systems | 信息安全+管理体系 | J15 | BZ10.3 | usual msp large | GB/T 22080
gbt-29490 | 企业知识产权合规管理体系 要求 | Compliance of intellectual property | 知识产权+管理体系/知识产权管理规范 | G03 | BZ10.2 | usual ms large | GB/T 29490
gbt-18894 | 电子文件归档与电子档案管理规范 | Electronic documents and archives | 电子文件归档 | G16 | BZ10.1 | usual msp large | GB/T 18894
gbt-11822 | 科学技术档案案卷构成的一般要求 | Files of technical archives | 科学技术档案 | G16 | BZ10.1 | usual mp large | GB/T 11822
dat-42 | 企业档案工作规范 | Archives of enterprises | 企业档案工作 | G16 | BZ10.1 | usual msp large | DA/T 42
gbt-23001 | 信息化和工业化融合管理体系 要求 | Integration of informatization and industrialization | 信息化和工业化融合 | G16 | BZ10.3 | usual mp large | GB/T 23001
dlt-544 | 电力通信运行管理规程 | Operation of power communication | 电力通信运行管理 | J15 | BZ10.3 | usual p | DL/T 544

official-documents | 公文处理管理 | Official papers | 公文/发文+管理/文书 | G02 | BZ11.1 | must msp | own
meetings | 会议管理 | Meetings | 会议 | G02 | BZ11.1 | usual msp medium | own
seals | 印章和证照管理 | Seals and licences | 印章/证照/公章 !合同 | G02 | BZ11.1 | usual msp | own
reception | 接待和公务出差管理 | Reception and travel | 接待/出差/差旅 | G02 | BZ11.1 | usual msp medium | own
supervision-of-tasks | 督办和请示报告管理 | Follow-up of tasks, reporting | 督办/督查/请示/总经理办公会 | G02 | BZ11.1 | usual msp large | own
office-supplies | 办公用品管理 | Office supplies | 办公用品/办公+设备 | G02 | BZ11.2 | usual msp large | own
vehicles | 车辆管理 | Vehicles | 车辆+管理/公务用车/驾驶员+管理 !厂内 | G02 | BZ11.2 | usual msp medium | own
canteen | 食堂和宿舍管理 | Canteen and dormitories | 食堂/宿舍/餐厅 | G02 | BZ11.2 | usual msp medium | own
guards | 门卫和治安保卫管理 | Gates and guards | 门卫/保卫/治安/出入+管理 | G02 | BZ11.2 | usual msp | own
grounds | 厂区环境卫生和绿化管理 | Cleanliness and green of the site | 环境卫生/绿化/厂容 | G02 | BZ11.2 | usual msp large | own
`;
