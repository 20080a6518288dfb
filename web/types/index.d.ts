/**
 * The engine's API. `openEngine` loads the core and a list; `Engine.check` asks it. Works in browsers and in Node.
 *
 * ```js
 * const engine = await openEngine({ wasm: '/lookup.wasm', snapshot: '/entity-list.json' });
 * const answer = await engine.check({ name: 'SenseTime Group Ltd' });
 * ```
 */
export function openEngine(options: EngineOptions): Promise<Engine>;

/**
 * An address to fetch, or bytes, plain or gzip. A relative address is resolved against the page's base address, whether or not
 * a worker does the fetching; in Node, where there is no page, it must be absolute.
 */
export type Source = string | URL | ArrayBuffer | ArrayBufferView;

export interface EngineOptions {
  /** The core, `lookup.wasm`. */
  wasm: Source;
  /** The list, `entity-list.json`. */
  snapshot: Source;
  /** The other lists, `other-lists.json`. */
  others?: Source;
  /** Gives up loading: `openEngine` rejects with `aborted`. */
  signal?: AbortSignal;
  /** `auto`: in a worker where one can be had, else on this thread. `off`: on this thread. Default `auto`. */
  worker?: 'auto' | 'off';
  /** The worker's script, `lookup-worker.js`. Without it there is no worker. */
  workerUrl?: string | URL;
  /** Where the program is that reads newer lists; the element offers to bring some in where it is given. */
  importer?: () => import('./update.js').ImporterOptions;
  /** What the files must be, or loading ends with `build_mixed`. Default: anything. */
  stamp?: Stamp;
  /** How long a worker may take to start before this thread does the work. Default 5,000. */
  startLimitMs?: number;
  /** How long loading may take in all before it ends with `timed_out`. Default 30,000. */
  loadLimitMs?: number;
  /** How long one check may take before it ends with `timed_out`, and the engine with it. Default 10,000. */
  checkLimitMs?: number;
}

/** Ties page, worker, core and list to one build. */
export interface Stamp {
  /** The build that `lookup.wasm` must carry in its custom section `entity_lookup_build`. */
  build?: string;
  /** The checksum that the core must find in the list. */
  sha256?: string;
  /** The date of the list. Lists that the user brought in before it are not opened. */
  asOf?: string;
}

export interface Engine {
  readonly about: About;
  readonly lists: readonly ListInfo[];
  /** Of the snapshot, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Whether the search runs in a worker. */
  readonly threaded: boolean;
  /** Rejects with a `LookupError`: the question's fault, `aborted`, `timed_out`, `worker_failed`, `core_failed`, `engine_closed`. */
  check(request: Request, options?: { signal?: AbortSignal }): Promise<Answer>;
  /** Ends the worker. What is asked, and every later check, rejects with `engine_closed`. */
  close(): void;
}

/** What the core says of itself. */
export interface About {
  version: string;
  /** Of the snapshots that it reads. */
  schema_version: number;
  limits: { name_characters: number; matches: number };
  defaults: { min_score: number; max_matches: number };
  /** From the highest to the lowest; the last begins at 0. */
  bands: { name: BandName; from: number }[];
  errors: { code: string; sentence: string }[];
}

export type BandName = 'exact' | 'strong' | 'possible' | 'weak';

/** What `lookup_open` answers. */
export interface Opened {
  lists: ListInfo[];
  sha256: string;
}

export interface ListInfo {
  /** For example `EL`. */
  code: string;
  title: string;
  /** The agency that keeps it. */
  authority: string;
  /** Where in the law it stands. */
  legal_basis: string;
  /** What a listing means, in one line. */
  consequence: string;
  /** ISO 8601 date of the publication. */
  as_of: string;
  source: { title: string; url: string };
  entry_count: number;
  /** Names, aliases and acronyms of all its entries. */
  name_count: number;
}

export interface Request {
  name: string;
  /** ISO 3166-1 alpha-2. Moves the order, never hides. Default: none. */
  country?: string | null;
  /** 0 to 100. Default: `About.defaults`. */
  min_score?: number;
  /** Default: `About.defaults`. */
  max_matches?: number;
}

export interface Answer {
  /** As asked, with the defaults that applied. */
  query: { name: string; country: string | null; min_score: number; max_matches: number };
  lists: Pick<ListInfo, 'code' | 'title' | 'as_of' | 'entry_count'>[];
  sha256: string;
  /** Words of the query in letters that no listed name has: they could match nothing. Only where there are any. */
  foreign_words?: string[];
  /** False where every word was foreign, so that nothing was checked; left out otherwise. */
  searched?: false;
  /** Entries at or above `min_score`, of which at most `max_matches` follow. */
  total: number;
  /** Best first. */
  matches: Match[];
  took_ms: number;
}

export interface Match {
  /** The publisher's id of the entry. */
  id: string;
  /** Code of the list it stands on. */
  list: string;
  name: string;
  /** Exactly as published, with a parent in front or a stray comma. */
  published_name: string;
  parent?: string;
  /** The name that matched best. */
  matched_name: string;
  matched_kind: 'name' | 'published_name' | 'alias' | 'acronym' | 'address';
  /** 0 to 100 in hundredths; 100 is the same name and nothing else is. */
  score: number;
  band: BandName;
  /** What agrees, [begin, end) in UTF-16 code units of `query.name` … */
  query_marks: Range[];
  /** … and of `matched_name`. */
  name_marks: Range[];
  reasons: Reason[];
  /** Only when a country was asked for. */
  country?: 'agrees' | 'differs' | 'unknown';
  countries: string[];
  addresses: { text: string; country?: string }[];
  /** For example `84 FR 54002`. */
  citations: string[];
  start_date?: string;
  requirement?: string;
  policy?: string;
  /** Of Supplement No. 4 to 15 CFR Part 744. */
  footnotes?: number[];
}

export type Range = [begin: number, end: number];

/** One sentence of why a name matches, or of what speaks against it. */
export interface Reason {
  kind: string;
  query?: string;
  name?: string;
  text: string;
}

export type * from './update.js';

export type CoreErrorCode = (typeof import('../engine/errors.js').coreErrorCodes)[number];
export type EngineErrorCode = (typeof import('../engine/errors.js').engineErrorCodes)[number];
export type ErrorCode = CoreErrorCode | EngineErrorCode;

/** The one kind of error that the engine throws. */
export class LookupError extends Error {
  readonly code: ErrorCode;
  /** What exactly, for people who mend things. */
  readonly detail?: string;
  /** 1-based number of the snapshot's entry, where there is one. */
  readonly record?: number;
  readonly field?: string;
  /** Whether asking differently helps. */
  readonly concernsQuestion: boolean;
}
