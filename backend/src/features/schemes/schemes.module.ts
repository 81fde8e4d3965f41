import { Module } from '@nestjs/common';
import { SchemeCatalogue } from './scheme-catalogue';
import { SchemesController } from './schemes.controller';

@Module({
  controllers: [SchemesController],
  providers: [SchemeCatalogue],
  exports: [SchemeCatalogue],
})
export class SchemesModule {}
