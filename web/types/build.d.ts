/** Replaced by the bundler; see `engine/build.js`. */
declare const LOOKUP_BUILD: string | undefined;
/** Replaced by the bundler: the checksum of the snapshot of this build. */
declare const LOOKUP_SNAPSHOT: string | undefined;
/** Replaced by the bundler: the checksum of the other lists of this build, and which they are. */
declare const LOOKUP_OTHERS: import('./index.js').OthersStamp | undefined;
/** Replaced by the bundler in the single file: the worker's script. */
declare const LOOKUP_WORKER: string;
/** Likewise the script of the worker that imports. */
declare const LOOKUP_IMPORT_WORKER: string;
/** Replaced by the bundler: the date of the snapshot of this build. */
declare const LOOKUP_AS_OF: string;
/** Replaced by the bundler in the service worker: the files of its build with their SHA-256 in base64. */
declare const LOOKUP_FILES: Record<string, string>;
/** Replaced by the bundler in `embed.js`: the messages under `frame.` by their keys. */
declare const LOOKUP_FRAME_TEXTS: Record<string, Record<string, string>>;

declare module '*.css' {
  const text: string;
  export default text;
}
