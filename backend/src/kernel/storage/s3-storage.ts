import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { ObjectMissingError, Storage, type StagedFile } from './storage';

interface S3Settings {
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly forcePathStyle: boolean;
}

/** Objects in an S3-compatible store; content is staged on the local disk first, so that its type can be read. */
export class S3Storage extends Storage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(settings: S3Settings, stagingFolder: string) {
    super(stagingFolder);
    this.bucket = settings.bucket;
    this.client = new S3Client({
      region: settings.region,
      forcePathStyle: settings.forcePathStyle,
      credentials: {
        accessKeyId: settings.accessKeyId,
        secretAccessKey: settings.secretAccessKey,
      },
      ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
    });
  }

  async publish(staged: StagedFile, key: string): Promise<void> {
    try {
      await new Upload({
        client: this.client,
        params: {
          Bucket: this.bucket,
          Key: this.checkKey(key),
          Body: createReadStream(staged.path),
        },
      }).done();
    } finally {
      await this.discard(staged);
    }
  }

  async read(key: string): Promise<Readable> {
    try {
      const command = new GetObjectCommand({ Bucket: this.bucket, Key: this.checkKey(key) });
      const { Body: body } = await this.client.send(command);
      if (body instanceof Readable) return body;
      throw new ObjectMissingError(key);
    } catch (error) {
      throw error instanceof NoSuchKey ? new ObjectMissingError(key) : error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(
      new DeleteObjectCommand({ Bucket: this.bucket, Key: this.checkKey(key) }),
    );
  }
}
