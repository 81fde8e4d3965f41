/** The part that the tests use; the package brings no types. */
declare module '@20minutes/s3rver' {
  export default class S3rver {
    constructor(options: {
      readonly address: string;
      /** 0: a free one. */
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly { readonly name: string }[];
    });

    run(): Promise<{ readonly port: number }>;

    close(): Promise<void>;
  }
}
