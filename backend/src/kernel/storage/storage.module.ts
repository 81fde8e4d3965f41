import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join } from 'node:path';
import { Config } from '../../config/config';
import { DiskStorage } from './disk-storage';
import { STORAGE_ENTITIES } from './entities';
import { PendingObjects } from './pending-objects';
import { S3Storage } from './s3-storage';
import { Storage } from './storage';
import { TendStaging } from './tend-staging';

function storageOf(config: Pick<Config, 'dataDir' | 'storage'>): Storage {
  const folder = join(config.dataDir, 'files');
  return config.storage.kind === 'disk'
    ? new DiskStorage(folder)
    : new S3Storage(config.storage, join(folder, 'incoming'));
}

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(STORAGE_ENTITIES)],
  providers: [
    { provide: Storage, inject: [Config], useFactory: storageOf },
    PendingObjects,
    TendStaging,
  ],
  exports: [Storage, PendingObjects],
})
export class StorageModule {}
