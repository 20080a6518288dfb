import type {
  About,
  Answer,
  ElementState,
  Engine,
  EngineOptions,
  ErrorCode,
  ListInfo,
  LookupError,
  OthersState,
  Request,
  ScreenOptions,
  Screened,
  Source,
} from './index.js';

export { LookupError, openEngine, screen } from './index.js';
export type * from './index.js';

/** `<entity-lookup>`, registered by the module that these types belong to. */
export class EntityLookupElement extends HTMLElement {
  /** Where core, list and worker come from unless attributes say otherwise. */
  static supply: () => Promise<EngineOptions> | EngineOptions;

  /** Address of the core; attribute `wasm-src`. */
  wasmSrc: string;
  /** Address of the list; attribute `snapshot-src`. */
  snapshotSrc: string;
  /** Address of further lists, empty for none; attribute `others-src`. */
  othersSrc: string | null;
  /** Lowest score to show at first; null for the core's default. Attribute `min-score`. */
  minScore: number | null;
  /** How many matches to show at first; null for the core's default. Attribute `max-matches`. */
  maxMatches: number | null;
  /** ISO 3166-1 alpha-2; attribute `country`. */
  country: string;
  /** Where an entry can be read by itself, with `{list}` and `{id}` in their places; attribute `entry-href`. Empty for nowhere. */
  entryHref: string;
  /** Under which name a form sends the record of the check; attribute `name`. */
  name: string;
  /** Whether a form waits for a check, and for the decision where it found someone; attribute `required`. */
  required: boolean;
  /** Whether a decision is asked for where the element stands in no form; attribute `decisions`. */
  decisions: boolean;
  /** The name in the field. */
  value: string;

  readonly state: ElementState;
  /** The answer to what the fields say, or null while there is none. */
  readonly answer: Answer | null;
  /** The record of the check that is shown, or null while there is none. */
  readonly record: CheckRecord | null;
  /** The engine that is asked, shared with the elements of the page that ask for the same lists; null until it is open. */
  readonly engine: Engine | null;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;

  /**
   * Checks what the fields say, as Enter does. Resolves with the answer of all lists that are wanted, once they no longer load;
   * with null where there is none, since an error is shown (`lookup-error` tells it) or something else is asked by now.
   */
  check(): Promise<Answer | null>;
  /**
   * Checks many names with the lowest score and the choice of lists and kinds that the fields say, and shows nothing of it. Rejects
   * with a `LookupError` where not all could be checked.
   */
  screen(names: Iterable<string | Request>, options?: ScreenOptions): Promise<Screened[]>;
  /**
   * Searches a list of one's own, a snapshot, in place of the first, as `snapshot-src` does. Rejects with a `LookupError`, and
   * the lists in use are as they were. `asOf`: a list that is older is refused.
   */
  loadList(source: Source, options?: { asOf?: string; signal?: AbortSignal }): Promise<void>;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

/** What is kept of a check. It is never altered; decisions are added to it, also where the same is checked again. */
export interface CheckRecord {
  /** ISO 8601. */
  checked_at: string;
  /** Of the core. */
  version: string;
  query: Answer['query'];
  outcome: Extract<ElementState, 'matches' | 'at-address' | 'incomplete' | 'no-match' | 'not-searched'>;
  /** Whether all of the name was searched, in all lists that were wanted. */
  whole: boolean;
  /** Those that were searched. */
  lists: { code: string; as_of: string; entry_count: number; sha256: string }[];
  /** Codes of lists that were wanted and not searched; empty where it is not known which. Left out where all were. */
  missing?: string[];
  total: number;
  /** Those that were shown. */
  matches: RecordedMatch[];
  at_address?: RecordedMatch[];
  /** How many the address found; left out with `at_address`. */
  at_address_total?: number;
  /** In the order in which they were made; the last one counts. */
  decisions: Decision[];
}

export interface RecordedMatch {
  /** Code of the list and id of the entry: `EL/8ae2…`. */
  entry: string;
  name: string;
  score: number;
  /** Entries of the same party on other lists. */
  also?: string[];
}

export interface Decision {
  decision: 'same_party' | 'not_same_party' | 'undecided';
  /** Of `same_party`: which. */
  entry?: string;
  note?: string;
  /** How many possible matches were shown to decide about. */
  shown: number;
  /** ISO 8601. */
  decided_at: string;
}

/** Core and first list are loaded; the other lists may follow. */
export class LookupReadyEvent extends Event {
  readonly about: About;
  readonly lists: readonly ListInfo[];
  readonly others: OthersState;
  /** Whether the search runs in a worker. */
  readonly threaded: boolean;
}

/** The other lists are loaded too, or cannot be. */
export class LookupListsEvent extends Event {
  readonly lists: readonly ListInfo[];
  readonly others: OthersState;
}

/** An answer is shown. */
export class LookupResultEvent extends Event {
  readonly answer: Answer;
  /** Undefined for an answer while typing. */
  readonly checkedAt: Date | undefined;
  readonly others: OthersState;
}

/** The user has decided about what a check found. */
export class LookupDecisionEvent extends Event {
  readonly decision: Decision;
  /** With the decision in it. */
  readonly record: CheckRecord;
}

/** An error is shown. */
export class LookupErrorEvent extends Event {
  readonly error: LookupError;
  readonly code: ErrorCode;
}

export interface LookupEventMap {
  'lookup-ready': LookupReadyEvent;
  'lookup-lists': LookupListsEvent;
  'lookup-result': LookupResultEvent;
  'lookup-decision': LookupDecisionEvent;
  'lookup-error': LookupErrorEvent;
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-lookup': EntityLookupElement;
  }
  interface GlobalEventHandlersEventMap extends LookupEventMap {}
}
