import { Global, Module } from '@nestjs/common';
import { TableUploads } from './table-uploads';

@Global()
@Module({ providers: [TableUploads], exports: [TableUploads] })
export class UploadsModule {}
