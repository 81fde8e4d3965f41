import type { TopicId } from './topics';

/** Which entries a rule speaks of: outside standards, the enterprise's own, or both. */
type RuleScope = 'outside' | 'own' | 'any';

export interface WordRule {
  /** All must occur in the title; a word with `$` at its end only where the title, or a part of it, ends. */
  readonly words: readonly string[];
  readonly topic: TopicId;
  /** How sure the words alone make it, 0 to 1, where they stand at the head of the title. */
  readonly weight: number;
  readonly scope: RuleScope;
  /** None of these may occur. */
  readonly except: readonly string[];
}

type Row = readonly [words: string, topic: TopicId, weight: number, except?: string];

/** `+` joins words that must all occur, blanks part alternatives. */
function rules(scope: RuleScope, rows: readonly Row[]): WordRule[] {
  return rows.flatMap(([alternatives, topic, weight, except]) =>
    alternatives.split(' ').map((words) => ({
      words: words.split('+'),
      topic,
      weight,
      scope,
      except: except === undefined ? [] : except.split(' '),
    })),
  );
}

/** What a title says whatever its level. */
const everywhere = rules('any', [
  [
    '标准化工作导则 标准化工作指南 企业标准体系 标准体系表 标准体系构建 企业标准化',
    'standardization',
    0.92,
  ],
  ['标准化良好行为 评价与改进', 'evaluation', 0.9],
  ['质量管理体系 质量管理', 'quality', 0.85, '审核 电能质量'],
  ['管理体系审核 管理体系+审核', 'qualityAudit', 0.9],
  ['测量管理体系 计量器具 测量设备的要求', 'measuringCare', 0.85],
  ['环境管理体系', 'environmentCare', 0.92],
  ['职业健康安全管理体系', 'safetyCare', 0.85],
  ['能源管理体系 能源计量 用能单位', 'energyCare', 0.9],
  ['信息安全 网络安全 信息系统 信息化', 'information', 0.8],
  ['知识产权 专利', 'knowledge', 0.9],
  ['档案 归档', 'archives', 0.88],
  ['应急预案 应急救援 应急处置 应急准备 应急演练 应急', 'emergency', 0.8],
  ['职业病 职业卫生 职业健康 劳动防护用品 个体防护', 'health', 0.85],
  [
    '清洁生产 污染物 排放标准 排放限值 固体废物 危险废物 废水 废气 大气污染 水污染 水土保持',
    'environment',
    0.88,
  ],
  ['环境影响 环境保护 噪声控制 环境噪声 电磁环境', 'environment', 0.82],
  ['节能 能耗 能效 能源消耗 综合能耗 节能量 用电定额', 'energy', 0.82],
  ['培训', 'training', 0.75],
  ['回收 再利用 循环利用 再制造 退役', 'recycling', 0.78],
  ['召回', 'recall', 0.85],
  ['售后服务 售后', 'service', 0.8],
]);

/** Outside standards: what kind of document it is stands at the end of its title. */
const outside = rules('outside', [
  ['碳足迹 碳排放 温室气体 碳核算 可听噪声', 'environment', 0.8],
  ['需求侧管理 节能降耗', 'energy', 0.75],
  ['施工用 施工机具 施工抱杆 跨越架 提线器', 'equipment', 0.8],
  ['要求与试验方法 条件及试验方法 要求和试验方法 条件和试验方法', 'product', 0.8],
  ['通信要求 通信协议 通信接口 数字化接口', 'information', 0.66],
  ['整定 效应计算 计算$ 取值方法 初步设计 设计报告 技术规定$', 'design', 0.7],
  ['技术经济指标 经济指标 工程量清单', 'research', 0.76],
  ['接入配电网技术 接入电网技术 接入系统技术', 'design', 0.74],
  ['研发 研究开发', 'development', 0.7],
  ['巡检作业 旁路作业', 'maintenance', 0.78],
  ['系统$ 装置$ 设备$ 机组$ 终端$ 器$ 箱$ 柜$', 'product', 0.46],
  [
    '术语$ 词汇$ 名词术语 术语+定义 图形符号 文字符号 量和单位 单位制 标准电压 标准频率 制图 优先数 公差与配合 公差 几何技术规范 表面结构 表面粗糙度 螺纹 命名$ 型号编制',
    'basics',
    0.85,
    '的检验 试验 测量 螺纹钢 轴承 螺栓 螺钉 密封圈',
  ],
  ['分类与代码 编码规则 编码规范 标识系统 代码$ 编码$', 'marking', 0.55],
  ['包装储运 包装$ 包装通用 运输包装 贮存 运输导则 储运', 'packaging', 0.82],
  ['标志$ 标识$ 铭牌 安全色 安全标志', 'marking', 0.7],
  [
    '设计规程 设计规范 设计标准 设计导则 设计技术规程 设计技术规定 设计技术导则 设计要求 设计$ 设计规定 设计计算',
    'design',
    0.86,
  ],
  [
    '选型 选用导则 选用$ 配置原则 配置导则 绝缘配合 仿真建模 建模 计算方法 计算导则 配置$',
    'design',
    0.72,
  ],
  [
    '规划设计 规划导则 规划报告 规划 可行性研究 后评价 经济评价 经济性评估 概算 预算 费用 造价 建设指南',
    'research',
    0.68,
  ],
  [
    '试验方法 检测方法 检验方法 测试方法 试验规程 试验导则 检测规程 检测导则 检测技术规范 检验规程 测试规范 测试规程 试验$ 测试$ 检测$ 测量方法 的测定 测量$ 检测技术 检验规则 检验规范 检测规范 试验规范 验证$ 检验技术要求 抽样 试验与检测 测定法 测定方法 的检验$ 评定$',
    'testing',
    0.86,
  ],
  [
    '卡尺 千分尺 指示表 百分表 量规 量块 试验装置 检测平台 校验装置 测试仪 检测仪 测量仪 试验设备 校准规范 检定规程 校准$',
    'measuringDevices',
    0.75,
  ],
  [
    '施工 安装 验收 交接 调试 组立 敷设 投运 启动验收',
    'installation',
    0.82,
    '施工用电安全 施工机具 验收条件 验收技术条件 验收检验',
  ],
  [
    '运行规程 检修规程 检修导则 运行维护 运维 维护规程 状态检修 检修 巡检 维护 运行导则 运行管理 运行规范 状态评价 故障诊断 技术监督 可靠性评价 抢修 状态监测',
    'maintenance',
    0.78,
  ],
  [
    '安全工作规程 安全规程 安全操作 安全生产 作业安全 安全用电 安全风险评估 安全预评价 施工用电安全 用电安全 安全管理 安全技术规范 安全规范 安全导则 消防 防火 防雷 防爆 安全距离 起重+安全 带电作业 安全评价 登高作业',
    'safety',
    0.8,
  ],
  ['供暖通风 照明', 'health', 0.45],
  ['验收条件 验收技术条件 产品使用说明书 产品保证文件', 'product', 0.72],
  ['技术条件$ 通用技术条件 技术条件 通用规范 通用技术要求 使用技术条件 订货技术', 'product', 0.76],
  ['技术规范$ 技术要求$ 规范$ 规格 要求$ 特殊要求', 'product', 0.5],
  ['家用和类似用途电器的安全', 'product', 0.72],
  ['电气设备的安全要求 设备安全要求 安全通用要求 安全要求', 'product', 0.55],
  [
    '成套开关设备 开关设备 断路器 变压器 互感器 电抗器 熔断器 配电箱 环网柜 变流器 逆变器 变流设备 电容器 避雷器 继电保护 控制设备 保护设备 换流阀 箱式变电站 预装式变电站 充电桩 低压电器',
    'product',
    0.42,
  ],
  [
    '钢管 钢板 钢丝 钢带 型钢 铝及铝合金 铜及铜合金 铜母线 电缆 电线 绝缘材料 绝缘油 变压器油 润滑 紧固件 螺栓 螺母 螺钉 平键 密封圈 轴承 橡胶 塑料 涂料 油漆 焊条 焊丝 绝缘子 金具 铸件 铸铁件 锻件 耐火 混凝土 水泥 绝缘漆 导线 电池 传感器 结构钢 合金钢 不锈钢',
    'purchased',
    0.6,
    '输电线路 线路 储能',
  ],
  ['淬火 退火 回火 正火', 'process', 0.7],
  ['工艺 焊接 热处理 涂装 电镀 铸造 锻造 机械加工 制造工艺 施工工艺', 'process', 0.7, '施工工艺'],
  ['监造', 'inspection', 0.6],
  ['起重机 压力容器 锅炉 叉车 特种设备 工装 模具 刀具 机床 施工机具 工器具', 'equipment', 0.65],
  [
    '通信协议 数据交换 数据模型 通信规约 信息模型 数据通信 报文 软件 云平台 大数据 数据管理 监控系统 管理系统 信息交互',
    'information',
    0.52,
  ],
  ['服务规范 服务质量 服务要求 服务$', 'service', 0.6],
  ['合同', 'contracts', 0.6],
  ['电能质量', 'design', 0.5],
  ['导则$ 总则$ 通则$', 'design', 0.3],
]);

/** What an enterprise writes itself: 采购控制程序, 设备管理规定, 焊工岗位标准. */
const own = rules('own', [
  ['总经理+岗位 总经理+工作标准 总裁+岗位 董事长', 'chiefPost', 0.92, '副总经理 助理 办公室 秘书'],
  ['副总经理 总工程师 总会计师 总监+岗位', 'deputyPost', 0.88],
  [
    '部长 科长 主任 部门负责人 车间主任 厂长 经理+岗位 经理+工作标准',
    'headPost',
    0.84,
    '总经理岗位 总经理工作',
  ],
  [
    '焊工 电工 起重工 行车工 叉车工 叉车司机 热处理工 淬火 电镀工 锅炉工 司炉工 特种作业 探伤',
    'specialPost',
    0.86,
  ],
  [
    '工程师+岗位 技术员 管理员 会计+岗位 出纳 文员 采购员 销售员 检验员 计划员 统计员 标准化员 内审员',
    'staffPost',
    0.82,
  ],
  ['操作工 装配工 包装工 仓管工 车工 钳工 操作岗位 工人', 'operatorPost', 0.82],
  ['岗位+工作标准 岗位标准 岗位职责 工作标准 岗位说明书 岗位规范', 'staffPost', 0.55],
  [
    '接待员 服务员 营业员 收银员 保安 保洁员 驾驶员 值班员 巡检员 保管员 客服代表 操作员',
    'operatorPost',
    0.86,
  ],
  ['班组长 工段长 领班', 'staffPost', 0.84],
  ['采购 供方 供应商 外协 外包', 'purchasing', 0.84],
  ['技术条件+采购 采购技术 原材料 外购件', 'purchased', 0.74],
  ['不合格 纠正措施 纠正和预防', 'nonconformity', 0.84],
  ['生产计划 生产调度 生产管理 生产过程 在制品 现场管理 定置 排产 交接班', 'production', 0.8],
  ['服务规范 服务标准 服务流程 服务细则 服务规程', 'serviceProvision', 0.82, '售后'],
  ['运行规程 调度规程', 'process', 0.6],
  [
    '工艺 作业指导书 操作规程 焊接 涂装 装配',
    'process',
    0.74,
    '安全操作规程 设备操作 设备安全 检修',
  ],
  ['进货检验 成品检验 出厂检验 过程检验 检验规程 试验规程 检验规范', 'testing', 0.82],
  ['检验管理 检验和试验管理 试验管理', 'inspection', 0.82],
  ['计量 测量设备 监视和测量 检定', 'measuringCare', 0.82],
  ['标识和可追溯性 标识 可追溯', 'marking', 0.74],
  ['包装', 'packaging', 0.74],
  ['仓库 仓储 贮存 库存 搬运 成品库 库房 先进先出 入库 出库', 'storage', 0.8],
  ['交付 安装调试 安装', 'delivery', 0.7],
  ['营销 市场 广告 促销 展会', 'marketing', 0.76],
  ['销售', 'selling', 0.76],
  ['回款 应收 货款 收费 结算', 'settlement', 0.78],
  ['合同评审 顾客 客户 投诉', 'customers', 0.76, '投诉处理'],
  ['合同', 'contracts', 0.55, '采购合同 销售合同'],
  ['售后 维修服务 服务管理 投诉处理', 'service', 0.8],
  ['设计和开发 设计开发 新产品 设计控制 技术创新 科研', 'development', 0.82],
  ['产品策划 产品立项 市场调研', 'research', 0.74],
  ['样机 试制', 'trial', 0.76],
  ['设计更改 设计变更 图样+更改 设计文件+更改 技术文件+更改 工程变更', 'designChange', 0.9],
  ['设计规范 设计标准 图样 设计', 'design', 0.66],
  ['内控', 'internalControl', 0.86],
  ['方针目标 目标管理 规划 经营计划', 'planning', 0.76],
  ['企业文化', 'culture', 0.9],
  ['品牌 商标', 'brand', 0.82],
  ['组织机构 机构设置 劳动组织 定岗定编', 'organisation', 0.76],
  ['劳动合同 招聘 考勤 劳动关系 人事', 'labour', 0.8],
  ['绩效', 'performance', 0.8],
  ['考核', 'performance', 0.56],
  ['薪酬 工资 福利 奖惩 奖金 奖励', 'pay', 0.82],
  ['带教 师带徒 岗前', 'training', 0.84],
  ['预算', 'budget', 0.82],
  ['会计 财务 核算 发票', 'accounting', 0.8],
  ['成本 资金 费用 报销', 'cost', 0.8],
  ['审计', 'audit', 0.86, '内部审核'],
  [
    '设备管理 设备维护 设备保养 设备点检 设备使用 特种设备 设备检修 检修 设备缺陷 缺陷管理 缺陷消除 工装 夹具 模具',
    'equipmentCare',
    0.84,
  ],
  ['设备报废 技术改造 设备改造', 'renewal', 0.82],
  ['设备操作', 'equipment', 0.6],
  ['内部审核 管理评审 数据分析', 'qualityAudit', 0.78],
  ['质量手册 质量目标 质量控制 质量', 'quality', 0.7],
  ['两票 操作票 工作票 动火 有限空间 高处作业', 'safetyCare', 0.86],
  ['疏散 演练', 'emergency', 0.86],
  ['安全生产 安全管理 安全责任 消防 隐患 安全操作规程 用电安全 危险源 安全', 'safetyCare', 0.8],
  ['职业健康 劳动防护 职业卫生 防暑', 'healthCare', 0.84],
  ['环境 废弃物 环保', 'environmentCare', 0.8],
  ['能源 节能 用水 用电管理 线损 电耗 水耗 水电气', 'energyCare', 0.82],
  ['法律 法规 法务 合规', 'law', 0.78],
  ['文件控制 文件管理 记录控制 记录管理 公文', 'documents', 0.82],
  ['信息 网络 计算机 软件 数据管理', 'informationCare', 0.78],
  ['标准化 标准制修订 标准管理 标准编写 企业标准', 'standardization', 0.86],
  ['自我评价 标准体系评价 监督检查', 'evaluation', 0.8],
  ['会议 印章 行政 接待 车辆', 'office', 0.78],
  ['食堂 宿舍 后勤 保卫 保洁 绿化', 'logistics', 0.84],
  ['技术要求$ 技术条件$ 技术规范$', 'ownProduct', 0.6],
]);

export const WORD_RULES: readonly WordRule[] = [...everywhere, ...outside, ...own];
