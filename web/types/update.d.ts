import type { Source, Stamp } from './index.js';

/** The two snapshots that a page keeps; one that is not there is that which came with the page. */
export interface Snapshots {
  entityList?: Uint8Array;
  others?: Uint8Array;
}

/** Told while a file is read. `share`, from 0 to 1, where it is known. */
export interface Progress {
  step: 'reading' | 'unpacking' | 'starting' | 'comparing' | 'checking';
  share?: number;
}

export interface ReadOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** The longest file that is taken, packed and unpacked, in bytes. Default 200,000,000. */
  limit?: number;
}

export interface ReadFile {
  /** Unpacked. */
  bytes: Uint8Array;
  /** Of the file itself: that in the archive, or without `.gz`. */
  name: string;
}

/** Reads newer lists out of the official CSV or JSON file, or out of a snapshot. */
export class Importer {
  constructor(options: ImporterOptions);
  /**
   * Does ahead what needs no file, so that `importFile` has less to do: `before` is the very object that it will be given.
   * `signal` ends it.
   */
  prepare(options: { before: Snapshots; signal?: AbortSignal }): void;
  /**
   * `file` may be packed by gzip or in a zip archive; bytes are taken as they are. Rejects with a `LookupError`, which for a
   * fault of the file has `record` and `field`; `aborted` when `signal` goes off, which ends the worker.
   */
  importFile(file: Blob | Uint8Array, options: ImportFileOptions): Promise<Imported>;
}

export interface ImporterOptions {
  /** The core of an import, `lookup-import.wasm`. */
  wasm: Source;
  /** `lookup-import-worker.js`. Without it, and under `worker: 'off'`, the work is done on this thread. */
  workerUrl?: string | URL;
  worker?: 'auto' | 'off';
  stamp?: Pick<Stamp, 'build'>;
  /** How long a worker may take to start before this thread does the work. Default 5,000. */
  startLimitMs?: number;
  /** How long one file may take. Default 120,000. */
  limitMs?: number;
}

export interface ImportFileOptions {
  /** The date of the file, YYYY-MM-DD. Needed but for a snapshot, which has its own dates. */
  asOf?: string;
  /** The snapshots in use, to compare with; without them everything is new. */
  before: Snapshots;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** A file that was read and checked whole. Nothing has changed yet. */
export interface Imported {
  format: 'csv' | 'json' | 'snapshot';
  lists: { code: string; title: string; part: Part; as_of: string; entries: number; names: number }[];
  /** The snapshots that the file has nothing of. */
  stays: Part[];
  /** What is odd about it; each but `same_date` is a reason not to take it. */
  findings: Finding[];
  difference: Difference;
  /** What to keep in place of those in use. */
  snapshots: Snapshots;
}

export type Part = 'entity-list' | 'other-lists';

export interface Finding {
  kind: 'older' | 'vanished' | 'shrank' | 'same_date' | 'predates';
  list: string;
  /** Of `predates`: the latest start date of an entry of the list, which is later than the list's own date. */
  newest_start?: string;
  /** Of `predates` empty: it concerns the file alone. */
  before: { as_of: string; entries: number };
  after: { as_of: string; entries: number };
}

export type ChangeKind = 'added' | 'removed' | 'renamed' | 'requirement' | 'policy' | 'other';

/** What differs between two publications. */
export interface Difference {
  lists: ListDifference[];
  /** Licence requirements and policies, each once. */
  texts: string[];
  changes: Change[];
}

export type ListDifference = {
  code: string;
  title: string;
  before: ListCounts | null;
  after: ListCounts | null;
  unchanged: number;
} & Record<ChangeKind, number>;

export interface ListCounts {
  as_of: string;
  entries: number;
  names: number;
}

export interface Change {
  kind: ChangeKind;
  list: string;
  id: string;
  /** As published; of the later entry where there are two. */
  name: string;
  countries?: string[];
  before_name?: string;
  before_id?: string;
  /** What differs. */
  fields?: string[];
  /** Places in `texts`, before and after. */
  requirement?: [before: number | null, after: number | null];
  policy?: [before: number | null, after: number | null];
}

/**
 * Keeps brought-in lists in the browser, by origin. Rejects with `storage_refused`, and what was kept is then as it was.
 * Fires `changed` for another tab's change, between `listen()` and `close()`.
 */
export class ListStore extends EventTarget {
  /** `limitsMs`: how long reading and writing may take. Default 3,000 and 20,000. */
  constructor(options?: { limitsMs?: { readonly?: number; readwrite?: number } });
  listen(): void;
  close(): void;
  kept(): Promise<Kept>;
  /** Puts lists in use; those that were in use become the previous ones, unless they are the same. Gives what is kept now. */
  use(lists: KeptLists): Promise<Kept>;
  /** Gives what is kept now: nothing. */
  forget(): Promise<Kept>;
}

/** What a browser keeps; without any parts where it keeps nothing. */
export interface Kept {
  current: KeptLists;
  /** Those in use before. */
  previous: KeptLists;
}

/** Lists that were brought in; a part that is not there is that which came with the page. */
export interface KeptLists {
  entityList?: KeptPart;
  others?: KeptPart;
}

export interface KeptPart {
  /** The snapshot. */
  bytes: Uint8Array;
  /** The earliest date of its lists, YYYY-MM-DD. */
  asOf: string;
  /** When the user took it, ISO 8601. */
  takenAt: string;
  fileName: string;
  /** Date of this part of the page when the user took it: a later one goes before. */
  bundledAsOf?: string;
}

/** The snapshots that are searched now. */
export interface InUse {
  /** Whole. */
  snapshots: Snapshots;
  /** The earliest date of the lists that are searched. */
  asOf?: string;
  /** Those that are not open, or could not be read again: nothing can be compared with them. */
  unreadable: Part[];
}
