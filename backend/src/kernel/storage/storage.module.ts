import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { Config } from '../../config/config';
import { DiskStorage } from './disk-storage';
import { S3Storage } from './s3-storage';
import { Storage } from './storage';

export function storageOf(config: Pick<Config, 'dataDir' | 'storage'>): Storage {
  const folder = join(config.dataDir, 'files');
  return config.storage.kind === 'disk'
    ? new DiskStorage(folder)
    : new S3Storage(config.storage, join(folder, 'incoming'));
}

@Global()
@Module({
  providers: [{ provide: Storage, inject: [Config], useFactory: storageOf }],
  exports: [Storage],
})
export class StorageModule {}
