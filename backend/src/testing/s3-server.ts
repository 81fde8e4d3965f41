import S3rver from '@20minutes/s3rver';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A store that speaks S3 and checks signatures, in this process. */
export interface S3Server {
  /** What makes a program keep its files there. */
  readonly environment: Readonly<Record<string, string>>;
  /** Keys of all objects. */
  readonly keys: () => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

const bucket = 'files';
/** The only account that the store knows. */
const account = 'S3RVER';

/** What the store keeps beside an object, in files of these endings. */
const content = '._S3rver_object';

export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'liangxing-s3-'));
  const configureBuckets = [{ name: bucket }];
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets };
  const server = new S3rver(options);
  const { port } = await server.run();
  return {
    environment: {
      STORAGE: 's3',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_REGION: 'cn-north-1',
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: account,
      S3_SECRET_ACCESS_KEY: account,
      S3_FORCE_PATH_STYLE: 'true',
    },
    keys: async () => {
      const found = await readdir(join(directory, bucket), { recursive: true });
      return found
        .filter((name) => name.endsWith(content))
        .map((name) => name.slice(0, -content.length));
    },
    stop: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
