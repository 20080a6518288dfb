/**
 * The engine's API. `openEngine` loads the core and a list, and then the other lists; `Engine.check` asks those that are
 * there. Works in browsers and in Node.
 *
 * ```js
 * const engine = await openEngine({ wasm: '/lookup.wasm', snapshot: '/entity-list.json', others: '/other-lists.json' });
 * const { state, error } = await engine.othersSettled; // Without this, the answer may be of the first list alone.
 * const answer = await engine.check({ name: 'SenseTime Group Ltd' });
 * ```
 */
export function openEngine(options: EngineOptions): Promise<Engine>;

/**
 * The same with the files of this package, and all lists: in Node read from beside it, in a browser fetched from where the
 * bundler put them. What `options` say goes before.
 */
export function open(options?: Partial<EngineOptions>): Promise<Engine>;

/**
 * Checks many names, one after the other, once all lists are there. The order is kept, and a name that cannot be checked has
 * its error in its place. Rejects where the engine fails, lists could not be loaded, or `signal` goes off.
 */
export function screen(
  engine: Pick<Engine, 'check' | 'others' | 'othersSettled'>,
  names: Iterable<string | Request>,
  common?: Omit<Request, 'name'>,
  options?: ScreenOptions,
): Promise<Screened[]>;

export interface ScreenOptions {
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** An answer, or why there is none: the question's fault. */
export type Screened = Answer | { query: { name: string }; error: LookupError };

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
  /** Further lists, `other-lists.json`, loaded after `openEngine` has resolved. Default: none. */
  others?: Source;
  /** Gives up loading: `openEngine` rejects with `aborted`, and so ends what is still to come of the other lists. */
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
  /** How long fetching the other lists may take, and opening them. Default 120,000. */
  othersLimitMs?: number;
  /**
   * How long one check may take before it ends with `timed_out`, and the engine with it; longer while the other lists are
   * being opened. Default 10,000.
   */
  checkLimitMs?: number;
}

/** Ties page, worker, core and lists to one build. */
export interface Stamp {
  /** The build that `lookup.wasm` must carry in its custom section `entity_lookup_build`. */
  build?: string;
  /** The checksum that the core must find in the list. */
  sha256?: string;
  /** The same of the other lists. */
  others?: OthersStamp;
  /** The date of the list. Lists that the user brought in before it are not opened. */
  asOf?: string;
}

export interface OthersStamp {
  sha256?: string;
  /** The earliest of their dates. Others that the user brought in before it are not opened. */
  asOf?: string;
  /** Which lists they are, so that they can be named before they are there, and where they are not. */
  lists?: ListName[];
}

/** What has become of the other lists. */
export interface OthersState {
  /** `none`: none were asked for. */
  state: 'none' | 'loading' | 'ready' | 'failed';
  /** From 0 to 1, how much has been fetched; at 1 they are being opened. Undefined where their length is not known. */
  progress?: number;
  /** Why they failed. A core that broke over them has made room for another with the first list alone, which answers as before. */
  error?: LookupError;
  /** Which they are, as `OthersStamp` says. */
  lists?: ListName[];
}

/** Fires `others`, a plain event, whenever `others` changes. */
export interface Engine extends EventTarget {
  readonly about: About;
  /** Those that are open: the first snapshot's, and the others' when they are there. */
  readonly lists: readonly ListInfo[];
  readonly others: OthersState;
  /** Resolves, and never rejects, once the other lists no longer load: `ready`, `failed` or `none`. */
  readonly othersSettled: Promise<OthersState>;
  /** Whether the search runs in a worker. */
  readonly threaded: boolean;
  /** Loads the other lists again after they failed. Resolves as `othersSettled` does. */
  loadOthers(options?: { signal?: AbortSignal }): Promise<OthersState>;
  /** Rejects with a `LookupError`: the question's fault, `aborted`, `timed_out`, `worker_failed`, `core_failed`, `engine_closed`. */
  check(request: Request, options?: { signal?: AbortSignal }): Promise<Answer>;
  /** A part of the lists that are open, filtered and counted. Rejects as `check` does. */
  browse(filter: CatalogueFilter, options?: { signal?: AbortSignal }): Promise<CataloguePage>;
  /** One entry whole. Rejects as `check` does, and with `entry_unknown`. */
  entry(request: EntryRequest, options?: { signal?: AbortSignal }): Promise<EntryAnswer>;
  /** Ends the worker. What is asked, and every later question, rejects with `engine_closed`. */
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
  /** The English wordings of all phrases. Places are names in braces. */
  phrases: { key: string; text: string }[];
}

/** A part of a sentence, to be said in other languages too: its wording by `key`, and what stands in its places. */
export interface Phrase {
  key: string;
  /** Words of the publication, by place. An empty one is too long to repeat and is left to the text as published. */
  quotes?: Record<string, string[]>;
  /** What stands as it is, by place. */
  values?: Record<string, string[]>;
}

export type BandName = 'exact' | 'strong' | 'possible' | 'weak';

/** What `lookup_open` answers. */
export interface Opened {
  lists: Omit<ListInfo, 'sha256'>[];
  sha256: string;
}

export interface ListName {
  /** For example `EL`. */
  code: string;
  title: string;
}

export interface ListInfo extends ListName {
  /** The agency that keeps it. */
  authority: string;
  /** Where in the law it stands. */
  legal_basis: string;
  /** What a listing means, in one line. */
  consequence: string;
  /** ISO 8601 date of the publication. */
  as_of: string;
  /** The agency's own page of the list, where the core knows it. */
  page_url?: string;
  source: { title: string; url: string };
  entry_count: number;
  /** Names, aliases and acronyms of all its entries. */
  name_count: number;
  /** Of the snapshot that it is of, 64 hexadecimal digits. */
  sha256: string;
}

export type PartyKind = 'individual' | 'entity' | 'vessel' | 'aircraft';

export interface Request {
  name: string;
  /** Moves the order, never hides, and finds who else has it. Default: one that the name holds, where it holds one. */
  address?: string | null;
  /** ISO 3166-1 alpha-2. Moves the order, never hides. Default: none. */
  country?: string | null;
  /** A person's date of birth: `1956-09-13`, `1956-09` or `1956`. Moves the order, never hides. Default: none. */
  born?: string | null;
  /** What the goods are classified as, an ECCN or `EAR99`: `Match.item` says what the entry says of them. Default: none. */
  item?: string | null;
  /** Codes of the lists to search, all of them open. Default: all that are open. An empty array is refused. */
  lists?: string[];
  /** What to look for. Entries of lists that do not say what a party is always stay. Default: all. An empty array is refused. */
  kinds?: PartyKind[];
  /** 0 to 100. Default: `About.defaults`. */
  min_score?: number;
  /** Default: `About.defaults`. */
  max_matches?: number;
}

export interface Answer {
  /** As asked, with the defaults that applied. */
  query: {
    name: string;
    address?: string;
    country: string | null;
    born?: string;
    item?: string;
    lists?: string[];
    kinds?: PartyKind[];
    min_score: number;
    max_matches: number;
  };
  /** Those that were searched, and no other. */
  lists: Pick<
    ListInfo,
    'code' | 'title' | 'as_of' | 'entry_count' | 'sha256' | 'legal_basis' | 'consequence' | 'page_url'
  >[];
  /** Words of the query in letters that no listed name has: they could match nothing. Only where there are any. */
  foreign_words?: string[];
  /**
   * Numbers of five digits and more that stand beside the name, or are all of it, and were not looked up, since none of the
   * lists that were searched gives numbers of persons, companies or ships. Only where there are any.
   */
  unsearched_numbers?: string[];
  /**
   * False where nothing of the name could be checked: its words are foreign, or (without `foreign_words`) it is numbers or
   * dates alone and no list that was searched gives numbers of persons, companies or ships. Left out otherwise.
   */
  searched?: false;
  /** Parties at or above `min_score`, of which at most `max_matches` follow. */
  total: number;
  /** Best first. */
  matches: Match[];
  /**
   * Listed parties that only an address found, best first, at most `max_matches`: weaker evidence than a name, of the band
   * `weak` whatever `min_score` is, and never among the matches. Left out for none.
   */
  at_address?: Match[];
  /** All of them, shown or not. */
  at_address_total?: number;
  took_ms: number;
}

/**
 * What the element shows, its `state`:
 * - `matches`: possible matches by name or identifier;
 * - `incomplete`: none so far, but lists that are wanted are not there (yet), or words could not be searched;
 * - `at-address`: none in any list that is wanted, but listed parties at the address;
 * - `no-match`: none in any list that is wanted, and nobody at the address;
 * - `not-searched`: nothing of the name could be searched.
 */
export type ElementState =
  'loading' | 'ready' | 'matches' | 'at-address' | 'incomplete' | 'no-match' | 'not-searched' | 'error';

/** Whether what was asked beside the name agrees with the entry. */
export type Agreement = 'agrees' | 'differs' | 'unknown';

/** A listed party that the name may be. What is not published is left out. */
export interface Match {
  /** The publisher's id of the entry. */
  id: string;
  /** Code of the list it stands on. */
  list: string;
  kind?: PartyKind;
  name: string;
  /** Exactly as published, with a parent in front or a stray comma. */
  published_name: string;
  parent?: string;
  aliases?: string[];
  /** The name or identifier that matched best. */
  matched_name: string;
  matched_kind: 'name' | 'published_name' | 'alias' | 'acronym' | 'address' | 'identifier';
  /** 0 to 100 in hundredths; 100 is the same name, or the same identifier, and nothing else is. */
  score: number;
  band: BandName;
  /** What agrees, [begin, end) in UTF-16 code units of `query.name` … */
  query_marks: Range[];
  /** … and of `matched_name`. */
  name_marks: Range[];
  reasons: Reason[];
  /** Only when a country was asked for. */
  country?: Agreement;
  /** Only when a date of birth was asked for. */
  born?: Agreement;
  /** Only when an address was asked for, or stands in the name and agrees. */
  address?: Agreement;
  /** The entry's address that agrees. */
  listed_address?: string;
  /** What agrees, [begin, end) in UTF-16 code units of `query.address`, where it was asked. */
  address_marks?: Range[];
  /** What the entry says of the item that was asked for, where its list goes by items. */
  item?: ItemAnswer;
  /** Listings of the same party on other lists, best first. */
  also?: Match[];
  countries: string[];
  addresses: { text: string; country?: string }[];
  /** Notices of the Federal Register, for example `84 FR 54002`. */
  citations: { text: string; link?: string }[];
  start_date?: string;
  /** When a denial order ends. */
  end_date?: string;
  /** Whether a denial order has the standard terms. */
  standard_order?: 'Y' | 'N';
  requirement?: Requirement;
  policy?: Policy;
  /** Sanctions programmes as published. */
  programmes?: string[];
  /** Office or rank of a person. */
  title?: string;
  remarks?: string;
  ids?: { kind: string; number?: string; country?: string; dates?: string[] }[];
  /** Pages that the entry names. */
  source_urls?: string[];
  /** As published where they are not whole days. */
  dates_of_birth?: string[];
  places_of_birth?: string[];
  nationalities?: string[];
  citizenships?: string[];
  call_sign?: string;
  vessel_type?: string;
  gross_tonnage?: string;
  gross_registered_tonnage?: string;
  flag?: string;
  owner?: string;
}

/**
 * Which entries to show. What is left out, null or empty lets all through; within one member one of its values is enough.
 * A text in place of an array is its only value.
 */
export interface CatalogueFilter {
  /** Codes of lists, all of them open. */
  lists?: string[] | string | null;
  /** ISO 3166-1 alpha-2. */
  countries?: string[] | string | null;
  /** First and last day of `start_date`, `2021-07-12`; entries without a date are then left out. */
  from?: string | null;
  to?: string | null;
  /** A citation of the entry, `86 FR 36496`; spaces and case do not count. */
  notice?: string | null;
  policy?: ListedPolicy[] | ListedPolicy | null;
  /**
   * Each of its words, folded as for a check, begins a word of a name, alias or acronym of the entry, or of its address where
   * it is only an address; or it is the entry's whole id.
   */
  text?: string | null;
  /** Entries without a date come last in both orders of dates. Default: `name`. */
  order?: 'name' | 'newest' | 'oldest' | null;
  /** Entries to leave out at the beginning. Default: 0. */
  offset?: number | null;
  /** 1 to 500. Default: 50. */
  count?: number | null;
}

/**
 * How licence applications are reviewed: a kind of the entry's policy, or among its requirements; `none_published` for an
 * entry without a policy, `unknown` for one whose policy could not be read.
 */
export type ListedPolicy = PolicyPart['kind'] | 'unknown' | 'none_published';

/** A part of the lists. */
export interface CataloguePage {
  /** Entries that the filter lets through, of which at most `count` follow. */
  total: number;
  entries: CatalogueEntry[];
  /**
   * How many entries each value has, over what all other members of the filter let through. An entry counts once for each
   * of its countries and policies.
   */
  counts: {
    /** Every list that is open, in their order. */
    lists: { code: string; count: number }[];
    /** Those that are there, the most frequent first. */
    countries: { code: string; count: number }[];
    without_country: number;
    /** In order of time. `notices` are those that may have listed the entries of that day, the most cited first. */
    dates: { date: string; notices: string[]; count: number }[];
    /** Entries without a date. */
    undated: number;
    policies: { kind: ListedPolicy; count: number }[];
  };
}

/** An entry in short; its members are those of a match. */
export interface CatalogueEntry extends Pick<
  Match,
  'id' | 'list' | 'kind' | 'name' | 'countries' | 'start_date' | 'citations'
> {
  alias_count: number;
}

export interface EntryRequest {
  /** Code of the list. */
  list: string;
  id: string;
}

export interface EntryAnswer {
  /** Its list alone, as an answer has it. */
  lists: Answer['lists'];
  /** What a match has of its entry. */
  entry: ListedEntry;
}

/** A match without what only a question gives it. */
export type ListedEntry = Omit<
  Match,
  | 'matched_name'
  | 'matched_kind'
  | 'score'
  | 'band'
  | 'query_marks'
  | 'name_marks'
  | 'reasons'
  | 'country'
  | 'born'
  | 'address'
  | 'listed_address'
  | 'address_marks'
  | 'item'
  | 'also'
>;

/** A place in the Code of Federal Regulations, with its page there. */
export interface Provision {
  citation: string;
  link: string;
}

/** A part of a review policy. */
export interface PolicyPart {
  kind: 'denial' | 'presumption_of_denial' | 'case_by_case' | 'presumption_of_approval' | 'per_section';
  /** As published. */
  published: string;
  /** The items that it is for, and those that it leaves to another part. */
  items?: string;
  exception?: string;
}

/** A licence requirement, taken apart. */
export interface Requirement {
  /** As published. */
  text: string;
  scope: 'not_published' | 'all_items' | 'all_but_excepted' | 'under_a_section' | 'named_items' | 'unknown';
  /** The same in plain English sentences. */
  plain: string[];
  /** The phrases of each sentence of `plain`. */
  phrases: Phrase[][];
  items?: string[];
  exceptions?: string[];
  condition?: string;
  provisions?: Provision[];
  /** Of Supplement No. 4 to 15 CFR Part 744. */
  footnotes?: number[];
  licence_exceptions?: { name: string; provisions: Provision[]; condition?: string }[];
  worldwide?: true;
  review?: PolicyPart[];
  /** What could not be read, as published. */
  unknown?: string[];
}

/** A licence review policy, taken apart. */
export interface Policy {
  text: string;
  plain: string[];
  phrases: Phrase[][];
  parts: PolicyPart[];
  provisions?: Provision[];
  unknown?: string[];
}

/** What an entry says of an item. */
export interface ItemAnswer {
  item: string;
  coverage: 'named' | 'covered' | 'excepted' | 'partly_excepted' | 'not_told';
  /** The parts of the requirement that it goes by. */
  published: string[];
  /** In plain sentences, the last of which says that other parts of the EAR may still ask for a licence. */
  plain: string[];
  phrases: Phrase[][];
  exceptions?: string[];
  condition?: string;
  review?: { kind: PolicyPart['kind']; fit: string; published: string }[];
}

export type Range = [begin: number, end: number];

/** One sentence of why a name matches, or of what speaks against it. */
export interface Reason {
  kind: string;
  query?: string;
  name?: string;
  text: string;
  /** The key of its wording where it is not `kind`. The places `{query}` and `{name}` are `query` and `name`, quoted. */
  phrase?: string;
  /** What stands in other places. */
  values?: Record<string, string[]>;
}

export type * from './update.js';

export type CoreErrorCode = (typeof import('../engine/errors.js').coreErrorCodes)[number];
export type EngineErrorCode = (typeof import('../engine/errors.js').engineErrorCodes)[number];
export type ErrorCode = CoreErrorCode | EngineErrorCode;

/** Codes that the core gives, and those that the engine gives. */
export const coreErrorCodes: readonly CoreErrorCode[];
export const engineErrorCodes: readonly EngineErrorCode[];

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
