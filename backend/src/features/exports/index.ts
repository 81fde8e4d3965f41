export { ExportsModule } from './exports.module';
export { BUILD_EXPORT } from './use-cases/build-export';
export { OrderExport } from './use-cases/order-export';
export { SWEEP_EXPORTS } from './use-cases/sweep-exports';
