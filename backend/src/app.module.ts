import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Config } from './config/config';
import { AccountsModule } from './features/accounts';
import { KernelModule } from './kernel/kernel.module';

/** Every feature; one line each. */
const FEATURES: Type[] = [AccountsModule];

@Module({})
export class AppModule {
  /** @param more modules of a test */
  static with(config: Config, more: readonly Type[] = []): DynamicModule {
    return { module: AppModule, imports: [KernelModule.with(config), ...FEATURES, ...more] };
  }
}
