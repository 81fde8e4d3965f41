/** Marketing, delivery and what follows it. Columns: see `read-rows.ts`. */
export const MARKET_AND_SERVICE = `
market-planning | 市场分析和营销策划管理 | Market analysis and planning of marketing | 营销+策划/市场+分析/营销+管理/市场+开发/营销+计划/市场+营销 | G02 | CP4.1 | must ms | own
power-market | 电力市场和售电管理 | Power market and sale of power | 电力市场/售电/电力交易/营销+管理 | G02 | CP4.1 | usual p | own
promotion | 广告宣传和展会管理 | Advertising and fairs | 广告/展会/宣传+管理/推广 | G02 | CP4.1 | usual ms medium | own
competitor | 竞争产品信息收集和分析 | Information on competing products | 竞争+信息/竞品/同行业+信息 | G02 | CP4.1 | usual m large | own
sales | 销售过程管理 | Sales process | 销售+管理/销售+过程/销售+控制/销售+程序/销售+业务 | G02 | CP4.2 | must ms | own
pricing | 产品价格和报价管理 | Prices and quotations | 价格+管理/报价/定价/收费+标准/电价 | G02 | CP4.2 | usual msp | own
distributors | 经销商和销售渠道管理 | Distributors and channels | 经销商/代理商/销售+渠道/渠道+管理 | G02 | CP4.2 | usual ms large | own
business-expansion | 业扩报装和用电业务办理规范 | New connections and customer business | 业扩/报装/用电+业务/用电+管理 | G02 | CP4.2 | usual p | own
contract-review | 合同评审管理 | Review of contracts | 合同+评审/订单+评审/顾客+要求+评审/与顾客有关 | G02 | CP4.3 | must ms | own
supply-contract | 购售电和供用电合同管理 | Contracts on the supply of power | 购售电+合同/供用电+合同/供电+合同/并网+协议 | G02 | CP4.3 | must p | own:contract-review
customer-relations | 顾客档案和客户关系管理 | Customer files and relations | 顾客+档案/客户+档案/客户+管理/客户+关系/顾客+管理/大客户 | G02 | CP4.3 | usual msp medium | own
customer-credit | 客户信用和应收账款管理 | Credit of customers, receivables | 信用+管理/应收/货款+回收/客户+信用 | G02 | CP4.4 | usual ms medium | own
customer-needs | 顾客需求识别和沟通管理 | Needs of customers, communication | 顾客+沟通/顾客+需求/客户+需求 | G02 | CP4.3 | usual ms medium | own
dispatch | 发货和交付凭证管理 | Dispatch and delivery papers | 发货/发运/交货/出库+交付/产品+交付+管理 | G10 | CP4.4 | must m | own
settlement | 货款结算和开票管理 | Settlement and invoices | 结算/开票/收款/回款 | G02 | CP4.4 | usual ms medium | own
metering-billing | 抄表、核算和电费回收管理 | Meter reading, billing and collection | 抄表/电费/核算+收费/抄核收 | G02 | CP4.4 | must p | own

installation-technical | 安装和调试技术规程 | Installation and commissioning | 安装+规程/安装+调试/调试+规程/安装+技术/安装+要求/安装+规范 | J09 | CP3.8 | usual m | any
delivery-acceptance | 交付状态和验收准则 | Delivery state and acceptance | 交付+验收/验收+准则/交付+要求/验收+规范/随机文件/竣工+验收 | J09 | CP3.8 | must m | own
service-delivery | 服务交付和确认规范 | Delivery and confirmation of services | 服务+交付/服务+确认/服务+验收/交付+服务 | J09 | CP3.8 | usual s | own
project-acceptance | 工程安装、启动调试和验收规程 | Erection, commissioning and acceptance of projects | 启动+调试/工程+验收/施工+验收/安装+验收/竣工 | J09 | CP3.8 | must p | any
installation-management | 安装、调试和交付管理 | Management of installation and delivery | 安装+管理/调试+管理/交付+管理/现场+安装 !购置 !发货 | G10 | CP3.8 | usual m | own
project-management | 工程项目和外包施工管理 | Projects and contractors | 工程+管理/施工+管理/项目+管理/承包商/外委+工程 !投资 !信息 !科技 !前期 | G10 | CP3.8 | must p | own
service-handover | 服务交接和顾客确认管理 | Handing over of services | 交接+管理/交付+管理/顾客+确认/服务+交接 | G10 | CP3.8 | usual s | own

after-sales-technical | 售后服务规范 | Specification of after-sales service | 售后+规范/服务+规范/服务+要求/服务+质量/保养+服务/售后+要求 | J10 | CP5.1 | usual m | own:service-specification
repair-technical | 产品维修技术规程 | Repair of products | 维修+规程/维修+技术/修理+技术/检修+产品/维修+手册/维修+服务 | J10 | CP5.1 | usual m medium | any
spare-parts-customer | 备件供应和更换规定 | Spare parts for customers | 备件+供应/备件+服务/售后+备件/配件+供应 | J10 | CP5.1 | usual m large | own
warranty | 产品质量保证和三包规定 | Warranty | 三包/质保/质量保证/保修/质量+承诺 | J10 | CP5.2 | must m | own
service-remedy | 服务补救和赔付规定 | Remedies for failed services | 服务+补救/赔付/退换/服务+承诺/赔偿 | J10 | CP5.2 | must s | own
power-repair | 供电抢修和用户服务规范 | Emergency repair and customer service | 抢修/供电+服务/用户+服务/95598 | J10 | CP5.1 | must p | any
after-sales-service | 售后服务管理 | After-sales service | 售后+管理/售后服务/顾客+服务+管理/服务管理/客户+服务 !终止 !后勤 | G11 | CP5.1 | must ms | own
customer-service-power | 客户服务和停电管理 | Customer service and outages | 客户+服务/停电+管理/停送电/用户+服务/优质服务 | G11 | CP5.3 | must p | own
complaint-handling | 顾客投诉处理 | Complaints | 投诉/申诉/抱怨 | G11 | CP5.3 | must msp | own
satisfaction | 顾客满意度测量 | Measuring satisfaction of customers | 满意度/顾客+满意/客户+满意/回访 | G11 | CP5.3 | usual msp | own
service-information | 售后信息收集和反馈管理 | Collection of information after delivery | 售后+信息/信息+反馈/质量+反馈/服务+信息 | G11 | CP5.3 | usual ms medium | own
recall | 缺陷产品召回管理 | Recall of defective products | 召回/缺陷产品 | G11 | CP5.4 | must m | own
service-withdrawal | 缺陷服务终止和补救管理 | Stopping defective services | 服务+终止/服务+补救/缺陷+服务/服务+中止 | G11 | CP5.4 | usual s | own
recycling | 产品回收和再利用管理 | Taking back and re-use of products | 产品+回收/回收+利用/再利用/再制造/报废+回收 | G11 | CP5.5 | usual m | own
supplies-recycling | 废旧物资和用品回收处置 | Old materials and supplies | 废旧+物资/废旧+回收/用品+回收/废旧+处置 | G09 | CP5.5 | usual sp | own
gbt-27922 | 商品售后服务评价体系 | Evaluation of after-sales service | 商品售后服务评价 | J10 | CP5.1 | usual m large | GB/T 27922
gbt-28583 | 供电服务规范 | Power supply service | 供电服务规范 | J10 | CP5.3 | usual p | GB/T 28583
gbt-19012 | 质量管理 顾客满意 组织投诉处理指南 | Handling of complaints in organizations | 投诉处理指南 | J10 | CP5.3 | usual ms large | GB/T 19012
gbt-34400 | 消费品召回 生产者指南 | Recall of consumer products | 消费品召回 | J10 | CP5.4 | usual m large | GB/T 34400
gbt-23384 | 产品及零部件可回收利用标识 | Marks of recyclable products and parts | 可回收利用标识 | J14 | CP5.5 | usual m large | GB/T 23384
`;
