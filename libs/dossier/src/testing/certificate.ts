import type { CertificateDocument } from '../certificate/certificate';

/** A usual one. */
export const certificate: CertificateDocument = {
  ...{ format: 'liangxing-certificate', version: 1, edition: 1, number: 'JN-2026-0001' },
  ...{ code: '7K2M-9Q4T-XB3D-0FHZ', bodyName: '江南标准化评价中心' },
  verifyUrl: 'https://liangxing.example.cn/certificates/7K2M-9Q4T-XB3D-0FHZ',
  enterprise: {
    ...{ name: '苏州良佳精密机械有限公司', creditCode: '91320500MA1EXAMP0X' },
    address: '江苏省苏州市工业园区示例路 1 号',
  },
  ...{ grade: 'AAAA', isStatement: false, scope: '精密轴承、机床主轴的设计、制造和服务' },
  ...{ standard: 'GB/T 19273-2017《企业标准化工作 评价与改进》', caseNumber: '2026-0001' },
  ...{ issuedOn: '2026-12-01', validUntil: '2029-11-30', madeOn: '2026-12-01' },
  ...{ surveillances: ['2027-12-01', '2028-12-01'], producer: '良行' },
};
