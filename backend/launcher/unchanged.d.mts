export declare const sourcesStamp: (root?: string) => string;
export declare const buildStamp: (root?: string, from?: string) => string;
export declare const programsStamp: (...folders: string[]) => string;
export declare const hasStamp: (file: string, stamp: string) => boolean;
export declare const writeStamp: (file: string, stamp: string) => void;
