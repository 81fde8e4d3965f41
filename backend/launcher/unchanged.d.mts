export declare const sourcesStamp: (root?: string) => string;
export declare const programsStamp: (dist: string) => string;
export declare const hasStamp: (file: string, stamp: string) => boolean;
export declare const writeStamp: (file: string, stamp: string) => void;
