/**
 * `embed.js` and `embed.html`: the look-up in a frame. The frame says hello to the page around it, once for each time that it is
 * loaded, with a port; everything else goes through that port.
 *
 * ```html
 * <script src="https://intranet.example/lookup/embed.js" data-country="CN"></script>
 * ```
 */
import type { Answer, ElementState, ErrorCode, ListInfo, OthersState } from './index.js';

/** What `embed.js` takes, as options or as `data-…` of its script. */
export interface FrameOptions {
  /** As the element's `country`. */
  country?: string;
  /** As the element's `min-score`. */
  minScore?: number | string;
  /** As the element's `max-matches`. */
  maxMatches?: number | string;
  /** Pixels. The frame is as high as what it shows, and scrolls from here on. Default 1,200. */
  maxHeight?: number | string;
  /** BCP 47. Default: the language of the page, else of the browser. */
  lang?: string;
  /** The frame's `sandbox`; `allow-scripts` where it is empty. Default: none. */
  sandbox?: string;
}

/** Makes a frame. In place of a script in the page's body `embed.js` does so by itself. */
export type MakeFrame = (options?: FrameOptions) => LookupFrame;

export interface LookupFrame {
  /**
   * To be put into the page. Fires `lookup-ready`, `lookup-result` and `lookup-error`, which bubble; their `detail` is the
   * message of that kind.
   */
  readonly element: HTMLIFrameElement;
  /**
   * Checks a name in the frame, where the user sees it. Rejects with an error that has a `code`: that of the message `error`,
   * `aborted` where another check or the user came in between, `timed_out` after a minute without an answer.
   */
  check(name: string): Promise<ResultMessage>;
}

declare global {
  /** Set by `embed.js`. */
  var entityLookupFrame: MakeFrame;
}

/** In every message: the version of this table. */
interface Versioned {
  entity_lookup: 1;
}

/** The only message outside the port. From the frame, to the origin that its address names and to no other, with the port. */
export interface HelloMessage extends Versioned {
  kind: 'hello';
  /** As in the address of the frame: nobody else knows it. */
  nonce: string;
}

/** From the frame, when the first list is loaded and again when the others are, or cannot be. */
export interface ReadyMessage extends Versioned {
  kind: 'ready';
  lists: readonly Pick<ListInfo, 'code' | 'title' | 'as_of' | 'entry_count' | 'sha256'>[];
  others: OthersState['state'];
}

/** From the frame, when what it shows has become higher or lower. */
export interface ResizeMessage extends Versioned {
  kind: 'resize';
  /** CSS pixels. */
  height: number;
}

/** From the frame, for each check of record. What is typed and not checked stays in the frame. */
export interface ResultMessage extends Versioned {
  kind: 'result';
  /** `no-match` and nothing else means that no list that is wanted holds a name that is close enough. */
  state: ElementState;
  answer: Answer;
  /** ISO 8601. */
  checked_at: string;
  /** Of the message `check` that asked for it. */
  id?: number;
}

/** From the frame: an error that it shows. Never the same as no match. */
export interface ErrorMessage extends Versioned {
  kind: 'error';
  code: ErrorCode;
  id?: number;
}

/** From the page. */
export interface CheckMessage extends Versioned {
  kind: 'check';
  id: number;
  name: string;
}

export type FromFrame = ReadyMessage | ResizeMessage | ResultMessage | ErrorMessage;
