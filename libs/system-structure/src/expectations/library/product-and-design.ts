/** Technical basics, products, design and development. Columns: see `read-rows.ts`. */
export const PRODUCT_AND_DESIGN = `
terms | 企业术语和代号 | Terms and codes of the enterprise | 术语/代号/缩略语 | J01 | BZ10.1 | usual msp | any
item-coding | 产品和物料编码规则 | Coding of products and materials | 物料+编码/产品+编码/编码+规则/物资+编码/产品+型号 | J01 | BZ10.3 | usual mp | own
drawing-numbering | 图样和技术文件编号规则 | Numbering of drawings and technical documents | 图样+编号/技术文件+编号/文件+编号 | J01 | CP2.2 | usual mp | own
drawing-rules | 制图和图样管理规定 | Rules for drawings | 制图/图样+规定/图样+要求 | J01 | CP2.2 | usual mp medium | any
units | 计量单位和数值修约规定 | Units and rounding of values | 计量单位/量和单位/数值修约 | J01 | BZ6.1 | usual mp medium | any
tolerances | 公差与配合选用规定 | Choice of tolerances and fits | 公差/极限与配合 | J01 | CP2.2 | usual m medium | any
gbt-1-1 | 标准化文件的结构和起草规则 | Structure and drafting of standardizing documents | 标准化工作导则+起草规则/标准化文件的结构 | J01 | BZ2.1 | must msp | GB/T 1.1
gbt-20001-10 | 标准编写规则 产品标准 | Drafting of product standards | 标准编写规则+产品标准 | J01 | BZ2.1 | usual m | GB/T 20001.10
gbt-20001-4 | 标准编写规则 试验方法标准 | Drafting of standards for test methods | 标准编写规则+试验方法 | J01 | BZ2.1 | usual m large | GB/T 20001.4
gbt-28222 | 服务标准编写通则 | Drafting of service standards | 服务标准编写通则 | J01 | BZ2.1 | usual s | GB/T 28222
gbt-20000-1 | 标准化和相关活动的通用术语 | Vocabulary of standardization | 标准化和相关活动 | J01 | BZ2.1 | usual msp | GB/T 20000.1
gb-3100 | 国际单位制及其应用 | SI units and their use | 国际单位制 | J01 | BZ6.1 | usual mp | GB/T 3100
gb-3101 | 有关量、单位和符号的一般原则 | Quantities, units and symbols | 量、单位和符号 | J01 | BZ6.1 | usual mp | GB/T 3101
gbt-8170 | 数值修约规则与极限数值的表示和判定 | Rounding of values and limiting values | 数值修约规则 | J01 | CP3.4 | usual mp | GB/T 8170
gbt-14689 | 技术制图 图纸幅面和格式 | Technical drawings: sizes of sheets | 图纸幅面 | J01 | CP2.2 | usual m | GB/T 14689
gbt-4458-1 | 机械制图 图样画法 视图 | Mechanical drawings: views | 图样画法+视图 | J01 | CP2.2 | usual m | GB/T 4458.1
gbt-4458-4 | 机械制图 尺寸注法 | Mechanical drawings: dimensioning | 尺寸注法 | J01 | CP2.2 | usual m | GB/T 4458.4
gbt-1800-1 | 线性尺寸公差 ISO 代号体系 | ISO code system for tolerances | 线性尺寸公差/极限与配合 | J01 | CP2.2 | usual m | GB/T 1800.1
gbt-1804 | 一般公差 未注公差的线性和角度尺寸的公差 | General tolerances | 一般公差 | J01 | CP2.2 | usual m | GB/T 1804
gbt-1182 | 几何公差 形状、方向、位置和跳动公差标注 | Geometrical tolerancing | 几何公差 | J01 | CP2.2 | usual m | GB/T 1182
gbt-4728 | 电气简图用图形符号 | Graphical symbols for electrical diagrams | 电气简图用图形符号 | J01 | CP2.2 | usual p | GB/T 4728
gbt-10001-1 | 公共信息图形符号 通用符号 | Public information symbols | 公共信息图形符号 | J01 | CP3.6 | usual s | GB/T 10001.1

market-research | 市场调研和需求分析管理 | Market research and analysis of needs | 市场+调研/市场+调查/需求+分析 | G03 | CP2.1 | usual ms medium | own
project-decision | 新产品立项和可行性评审 | Decision on new products, feasibility | 立项/可行性/新产品+开发+计划/新服务+开发 | G03 | CP2.1 | must ms | own
construction-decision | 工程项目前期和可行性研究管理 | Preparation and feasibility of construction projects | 项目+前期/可行性研究/项目+立项 | G03 | CP2.1 | usual p | own
design-brief | 设计任务书和设计输入要求 | Design brief and design input | 设计任务书/设计+输入 | J02 | CP2.1 | usual m | own
design-specification | 产品设计规范 | Design rules of the products | 设计+规范/设计+准则/设计+导则/设计+通用/*规范/*设计 | J02 | CP2.2 | must m | any
service-design | 服务设计规范 | Design of services | 服务+设计 | J02 | CP2.2 | must s | own
engineering-design | 工程设计和技改设计技术要求 | Requirements for engineering design | 设计+规程/设计+规范/设计+技术要求/设计+导则 | J02 | CP2.2 | usual p | any
design-calculation | 设计计算方法 | Methods of calculation | 设计计算/计算+方法/选型+计算 | J02 | CP2.2 | usual m large | any
design-reliability | 可靠性和安全性设计要求 | Design for reliability and safety | 可靠性+设计/安全+设计/可靠性+要求 | J02 | CP2.2 | usual m large | any
design-fmea | 设计失效模式和影响分析 | Design FMEA | FMEA/失效模式 | J02 | CP2.2 | usual m large | any
design-documents | 设计文件完整性和签署规定 | Completeness and signing of design documents | 设计文件/图样+完整性/图样+签署/技术文件+完整性 | J02 | CP2.2 | usual m | own
design-green | 绿色设计和有害物质限制要求 | Green design, restricted substances | 绿色设计/生态设计/有害物质+限 | J02 | CP2.2 | usual m large | any
trial-verification | 样机试制和设计验证规程 | Trial production and verification of design | 样机/试制/设计+验证/样品+试验 !投产 | J02 | CP2.3 | must m | own
service-trial | 服务试运行和验证要求 | Trial of new services | 服务+试运行/服务+验证/试运营 | J02 | CP2.3 | usual s | own
design-finalisation | 产品定型和鉴定规定 | Finalisation and approval of products | 定型/产品+鉴定/设计+确认 | J02 | CP2.4 | must m | own
service-finalisation | 服务方案评审和发布规定 | Approval and release of services | 服务方案+评审/服务+确认/服务+发布 | G03 | CP2.4 | usual s | own
pilot-lot | 小批试制总结和投产评审 | Pilot lot and approval for production | 小批+试制/投产+评审/试产+总结/量产+评审 | G03 | CP2.4 | usual m medium | own
design-control | 设计和开发控制程序 | Control of design and development | 设计+开发+控制/设计+开发+管理/设计+控制/设计+管理 !更改 !变更 !评审 | G03 | CP2.2 | must ms | own
design-review | 设计评审管理 | Design review | 设计+评审 | G03 | CP2.2 | usual m medium | own
design-change | 设计更改控制 | Control of design changes | 设计+更改/设计+变更/图样+更改/技术+更改/服务+变更 | G03 | CP2.5 | must ms | own:design-control
product-improvement | 产品改进和技术改进管理 | Improvement of products | 产品+改进/技术+改进/服务+改进/技术改造 | G03 | CP2.5 | usual msp | own
innovation | 科技项目和技术创新管理 | Research projects and innovation | 科技+项目/技术创新/科研+管理/科技+管理 | G03 | CP2.1 | usual mp medium | own
suggestions | 合理化建议和技术革新管理 | Suggestions of the staff | 合理化建议/技术革新/QC小组 | G03 | CP2.5 | usual msp large | own
standardization-review | 新产品标准化审查规定 | Standardization review of new products | 标准化审查 | G03 | CP2.2 | usual m medium | own

product-adopted | 在产产品执行的国家、行业或团体产品标准 | Outside standards that the products follow | * | J03 | CP1.1 | usual m | outside
service-adopted | 所提供服务执行的国家、行业或地方标准 | Outside standards that the services follow | * | J03 | CP1.1 | usual s | outside
power-quality | 电能质量标准 | Quality of electric power | 电能质量/供电+电压+偏差 | J03 | CP1.1 | must p | any
gbt-12325 | 电能质量 供电电压偏差 | Power quality: deviation of voltage | 供电电压+偏差 | J03 | CP1.1 | usual p | GB/T 12325
product-standard | 企业产品标准 | Product standard of the enterprise | */产品标准 !内控 !审查 | J03 | CP1.2 | must m | own
service-specification | 企业服务标准 | Service standard of the enterprise | */服务标准/服务规范 !内控 | J03 | CP1.2 | must s | own
power-supply-quality | 供电、供热产品质量和服务指标 | Indices of supplied power and heat | 供电+质量/供电+可靠性/供热+质量/发电+指标/服务+指标 | J03 | CP1.2 | usual p | own
self-declaration | 企业标准自我声明公开管理 | Public self-declaration of standards | 自我声明 | G18 | CP1.2 | must ms | own
internal-control | 产品内控标准 | Internal control standard of the product | 内控+标准/内控+指标/内部控制+质量/内控 | J03 | CP1.3 | usual m | own
service-internal | 服务质量内控指标 | Internal limits of service quality | 内控+服务/服务质量+指标/服务+承诺 | J03 | CP1.3 | usual s | own
power-internal | 发供电生产内控指标 | Internal limits of generation and supply | 内控+指标/指标+控制/生产+指标 | J03 | CP1.3 | usual p | own
user-manual | 产品使用说明书编写规定 | Writing of instructions for use | 使用说明书 | J03 | CP1.2 | usual m | any
gbt-9969 | 工业产品使用说明书 总则 | Instructions for use of industrial products | 工业产品使用说明书 | J03 | CP1.1 | usual m | GB/T 9969
gbt-14436 | 工业产品保证文件 总则 | Warranty documents of industrial products | 工业产品保证文件 | J03 | CP1.1 | usual m | GB/T 14436
product-certification | 产品认证和许可一致性控制 | Conformity of certified products | 产品+认证/一致性+控制/CCC/生产许可 | G06 | CP1.2 | usual m medium | own
`;
