import type { Industry } from '../expectations/index';
import type { StructureTemplateId } from '../structure';

/** A subject that standards are about, with its place in both forms. */
export type TopicId = keyof typeof TOPICS;

/** Leaf in the form of 2017, leaf in the form of 2003. */
const TOPICS = {
  standardization: ['BZ2.1', 'G18'],
  evaluation: ['BZ2.2', 'G17'],
  basics: ['CP2.2', 'J01'],
  research: ['CP2.1', 'J02'],
  design: ['CP2.2', 'J02'],
  development: ['CP2.2', 'G03'],
  trial: ['CP2.3', 'J02'],
  designChange: ['CP2.5', 'J02'],
  product: ['CP1.1', 'J03'],
  ownProduct: ['CP1.2', 'J03'],
  internalControl: ['CP1.3', 'J03'],
  purchased: ['CP3.2', 'J04'],
  purchasing: ['CP3.2', 'G04'],
  production: ['CP3.1', 'G05'],
  process: ['CP3.3', 'J05'],
  testing: ['CP3.4', 'J07'],
  inspection: ['CP3.4', 'G08'],
  nonconformity: ['CP3.5', 'G06'],
  marking: ['CP3.6', 'J08'],
  packaging: ['CP3.7', 'J08'],
  storage: ['CP3.7', 'G09'],
  installation: ['CP3.8', 'J09'],
  delivery: ['CP3.8', 'G10'],
  marketing: ['CP4.1', 'G02'],
  selling: ['CP4.2', 'G02'],
  settlement: ['CP4.4', 'G02'],
  customers: ['CP4.3', 'G02'],
  serviceProvision: ['CP3.3', 'J10'],
  maintenance: ['CP5.1', 'J10'],
  operation: ['BZ5.2', 'J06'],
  service: ['CP5.1', 'G11'],
  recall: ['CP5.4', 'G11'],
  recycling: ['CP5.5', 'J14'],
  planning: ['BZ1.1', 'G02'],
  culture: ['BZ1.3', 'G02'],
  brand: ['BZ1.2', 'G02'],
  organisation: ['BZ3.1', 'G02'],
  labour: ['BZ3.2', 'G02'],
  performance: ['BZ3.3', 'G02'],
  pay: ['BZ3.4', 'G02'],
  training: ['BZ3.5', 'G02'],
  budget: ['BZ4.1', 'G02'],
  accounting: ['BZ4.2', 'G02'],
  cost: ['BZ4.3', 'G02'],
  audit: ['BZ4.4', 'G02'],
  equipment: ['BZ5.1', 'J06'],
  equipmentCare: ['BZ5.2', 'G07'],
  renewal: ['BZ5.3', 'G07'],
  quality: ['BZ6.1', 'G06'],
  measuringDevices: ['BZ6.2', 'J07'],
  measuringCare: ['BZ6.2', 'G08'],
  qualityAudit: ['BZ6.3', 'G06'],
  safety: ['BZ7.1', 'J12'],
  safetyCare: ['BZ7.1', 'G13'],
  emergency: ['BZ7.2', 'G13'],
  health: ['BZ7.3', 'J13'],
  healthCare: ['BZ7.3', 'G14'],
  environment: ['BZ8.1', 'J14'],
  environmentCare: ['BZ8.1', 'G15'],
  energy: ['BZ8.2', 'J11'],
  energyCare: ['BZ8.2', 'G12'],
  law: ['BZ9.1', 'G02'],
  contracts: ['BZ9.2', 'G02'],
  archives: ['BZ10.1', 'G16'],
  documents: ['BZ10.1', 'G01'],
  knowledge: ['BZ10.2', 'G03'],
  information: ['BZ10.3', 'J15'],
  informationCare: ['BZ10.3', 'G16'],
  office: ['BZ11.1', 'G02'],
  logistics: ['BZ11.2', 'G02'],
  chiefPost: ['GW1.1', 'Z01.1'],
  deputyPost: ['GW1.2', 'Z01.2'],
  headPost: ['GW2.1', 'Z02.1'],
  staffPost: ['GW2.2', 'Z02.2'],
  specialPost: ['GW3.1', 'Z03.1'],
  operatorPost: ['GW3.2', 'Z03.2'],
} as const satisfies Record<string, readonly [form2017: string, form2003: string]>;

/**
 * A maker repairs what it has sold; a power company runs and repairs its own plant. The same rules
 * on operation and repair are after-sales service for the one and care of equipment for the other.
 */
export function topicIn(topic: TopicId, industry: Industry): TopicId {
  return industry === 'power' && topic === 'maintenance' ? 'operation' : topic;
}

/** Technical sub-systems of 2003 and the management of the same subject. */
const MANAGEMENT_OF: Readonly<Record<string, string>> = {
  J02: 'G03',
  J04: 'G04',
  J05: 'G05',
  J06: 'G07',
  J07: 'G08',
  J08: 'G09',
  J09: 'G10',
  J10: 'G11',
  J11: 'G12',
  J12: 'G13',
  J13: 'G14',
  J14: 'G15',
  J15: 'G16',
};

/** How rules of conduct end; technical ones end with 规程, 规范, 要求, 作业指导书. */
const MANAGEMENT_TITLE = /(?:办法|制度|细则|程序|管理|管理规定|管理标准|规定)$/u;

/** In the form of 2003 an own standard on how something is managed stands with management, not technology. */
export function leafOfOwn(leaf: string, title: string): string {
  return MANAGEMENT_TITLE.test(title.trim()) ? (MANAGEMENT_OF[leaf] ?? leaf) : leaf;
}

/** Key of the leaf that holds a topic in a form. */
export function leafOf(topic: TopicId, template: StructureTemplateId): string {
  const [form2017, form2003] = TOPICS[topic];
  return template === 'gb-t-15496-2017' ? form2017 : form2003;
}
