import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { Public } from '../access/allow';
import { Limit, Unlimited } from '../limits/limit.decorator';
import { ProblemError } from '../problems/problem-error';

class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  status = 'ok' as const;
}

/** For the watcher of the process: alive, and ready for requests. */
@ApiTags('system')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Public()
  @Unlimited('answered from memory; whoever watches the process asks often')
  @ApiOperation({ operationId: 'health_live', summary: 'The process answers' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return new HealthDto();
  }

  @Get('ready')
  @Public()
  @Limit('readiness')
  @ApiOperation({ operationId: 'health_ready', summary: 'Database reachable and up to date' })
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<HealthDto> {
    const done = await this.dataSource
      .query<{ name: string }[]>('SELECT name FROM schema_migrations')
      .catch(() => []);
    const names = new Set(done.map(({ name }) => name));
    if (!MIGRATIONS.every((migration) => names.has(migration.name)))
      throw new ProblemError('busy', { seconds: 5 });
    return new HealthDto();
  }
}
