/** Codes that the core gives; their sentences come with them. The order is the core's. */
export const coreErrorCodes = /** @type {const} */ ([
  'name_missing',
  'name_without_letters',
  'name_too_long',
  'name_not_utf8',
  'country_unknown',
  'score_out_of_range',
  'count_out_of_range',
  'request_malformed',
  'classification_invalid',
  'birth_date_invalid',
  'kind_unknown',
  'entry_unknown',
  'list_not_open',
  'snapshot_empty',
  'snapshot_truncated',
  'snapshot_not_json',
  'snapshot_too_deep',
  'snapshot_wrong_version',
  'snapshot_field_missing',
  'snapshot_field_invalid',
  'snapshot_wrong_count',
  'snapshot_wrong_hash',
  'csv_empty',
  'csv_not_utf8',
  'csv_column_missing',
  'csv_quote_unclosed',
  'csv_row_width',
  'csv_value_invalid',
  'csv_duplicate_id',
  'csv_list_absent',
  'csv_list_unknown',
  'date_invalid',
  'dates_reversed',
  'list_unknown',
  'list_shrank',
  'list_older',
  'json_damaged',
  'json_wrong_total',
  'file_unreadable',
  'file_unwritable',
  'usage',
]);

/** Codes that the engine gives; their sentences stand in the message files under `error.<code>`. */
export const engineErrorCodes = /** @type {const} */ ([
  'wasm_unreachable',
  'wasm_not_wasm',
  'wasm_damaged',
  'wasm_refused',
  'wasm_foreign',
  'snapshot_unreachable',
  'build_mixed',
  'memory_refused',
  'name_not_text',
  'nothing_chosen',
  'timed_out',
  'worker_failed',
  'core_failed',
  'engine_closed',
  'aborted',
  'import_unavailable',
  'import_failed',
  'file_gone',
  'file_not_list',
  'file_too_large',
  'archive_damaged',
  'archive_empty',
  'archive_several',
  'archive_unsupported',
  'storage_refused',
]);

/** Codes that say that the question, not the program, must change. */
const questionCodes = new Set([
  'name_missing',
  'name_without_letters',
  'name_too_long',
  'name_not_utf8',
  'name_not_text',
  'country_unknown',
  'score_out_of_range',
  'count_out_of_range',
  'classification_invalid',
  'birth_date_invalid',
  'kind_unknown',
  'entry_unknown',
  'date_invalid',
  'dates_reversed',
  'nothing_chosen',
]);

/**
 * A failure with a code from a closed list. `message` is the core's English sentence where the core failed, and otherwise
 * the code with its detail.
 */
export class LookupError extends Error {
  /** @type {import('../types/index.js').ErrorCode} */
  code;
  /** @type {string | undefined} */
  detail;
  /** @type {number | undefined} */
  record;
  /** @type {string | undefined} */
  field;

  /**
   * @param {import('../types/index.js').ErrorCode} code
   * @param {{sentence?: string, detail?: string, record?: number, field?: string, cause?: unknown}} [about]
   */
  constructor(code, { sentence, detail, record, field, cause } = {}) {
    super(sentence ?? (detail ? `${code}: ${detail}` : code), { cause });
    this.name = 'LookupError';
    this.code = code;
    this.detail = detail;
    this.record = record;
    this.field = field;
  }

  /** True when the user can mend it by asking differently; false when the program or its files must be mended. */
  get concernsQuestion() {
    return questionCodes.has(this.code);
  }
}

/**
 * Any thrown value as a LookupError, so that nothing without a code reaches a caller.
 * @param {unknown} thrown
 * @param {import('../types/index.js').EngineErrorCode} code Given when `thrown` has none.
 * @returns {LookupError}
 */
export function asLookupError(thrown, code) {
  if (thrown instanceof LookupError) return thrown;
  return new LookupError(code, { detail: thrown instanceof Error ? thrown.message : String(thrown), cause: thrown });
}
