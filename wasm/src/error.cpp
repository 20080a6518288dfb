#include "lookup/error.hpp"

#include <algorithm>

namespace lookup {

const std::array<ErrorPhrase, 41>& error_phrases() {
  using enum ErrorCode;
  static constexpr std::array<ErrorPhrase, 41> phrases{{
      {name_missing, "name_missing", "Type a name to check."},
      {name_without_letters, "name_without_letters",
       "The name or address holds no letter or digit, so there is nothing to compare."},
      {name_too_long, "name_too_long",
       "The name or address is longer than can be checked at once; nothing was cut and nothing was checked."},
      {name_not_utf8, "name_not_utf8",
       "The name or address holds control characters or bytes that are not valid text; type it again or save the file "
       "as UTF-8."},
      {country_unknown, "country_unknown", "The country is not a two-letter ISO 3166-1 code such as CN."},
      {score_out_of_range, "score_out_of_range", "The lowest score to show must be a number from 0 to 100."},
      {count_out_of_range, "count_out_of_range", "The number to show is outside what is allowed."},
      {request_malformed, "request_malformed", "The question could not be read; nothing was checked."},
      {classification_invalid, "classification_invalid",
       "The classification is neither EAR99 nor one ECCN, such as 3A090 or 5A002.a: a digit, a letter from A to E, "
       "three digits, and paragraphs if you know them."},
      {birth_date_invalid, "birth_date_invalid",
       "The date of birth is neither a day such as 1956-09-13 nor a month such as 1956-09 nor a year such as 1956."},
      {kind_unknown, "kind_unknown", "A party is an individual, entity, vessel or aircraft, and nothing else."},
      {entry_unknown, "entry_unknown", "The list has no entry with that id: it was removed, or it is of a newer list."},
      {list_not_open, "list_not_open", "No list is loaded, or not the one asked for, so nothing was checked."},
      {snapshot_empty, "snapshot_empty", "The list is empty; it was not loaded and nothing can be checked with it."},
      {snapshot_truncated, "snapshot_truncated",
       "The list ends too early, so part of it is missing; none of it was loaded."},
      {snapshot_not_json, "snapshot_not_json", "The list is not valid JSON; none of it was loaded."},
      {snapshot_too_deep, "snapshot_too_deep", "The list is nested deeper than any list is; none of it was loaded."},
      {snapshot_wrong_version, "snapshot_wrong_version",
       "The list was written for another version of this program; none of it was loaded."},
      {snapshot_field_missing, "snapshot_field_missing",
       "The list lacks something that every list has; none of it was loaded."},
      {snapshot_field_invalid, "snapshot_field_invalid",
       "The list holds something that no list holds there; none of it was loaded."},
      {snapshot_wrong_count, "snapshot_wrong_count",
       "The list does not hold as many entries as it says; none of it was loaded."},
      {snapshot_wrong_hash, "snapshot_wrong_hash",
       "The list was changed since it was written (its checksum differs); none of it was loaded."},
      {csv_empty, "csv_empty", "The file is empty or holds no entries; none of it was taken."},
      {csv_not_utf8, "csv_not_utf8", "The file is not valid UTF-8 text; none of it was taken."},
      {csv_column_missing, "csv_column_missing",
       "The file lacks a column or member of the official layout; none of it was taken."},
      {csv_quote_unclosed, "csv_quote_unclosed",
       "A quotation mark is opened and never closed, so the file is incomplete or damaged; none of it was taken."},
      {csv_row_width, "csv_row_width", "A record has more or fewer columns than the header; none of it was taken."},
      {csv_value_invalid, "csv_value_invalid",
       "A record holds a value that its column cannot hold; none of it was taken."},
      {csv_duplicate_id, "csv_duplicate_id", "Two records have the same id; none of it was taken."},
      {csv_list_absent, "csv_list_absent", "The file holds no entry of that list; none of it was taken."},
      {csv_list_unknown, "csv_list_unknown",
       "The file holds a list that this program does not know, so that a newer program is needed; none of it was "
       "taken."},
      {date_invalid, "date_invalid", "The date is not a calendar date written as YYYY-MM-DD."},
      {dates_reversed, "dates_reversed", "The last day is before the first."},
      {list_unknown, "list_unknown", "There is no list with that code."},
      {list_shrank, "list_shrank",
       "The file holds less than nine tenths of the entries of the list it would replace, as a file cut off does; the "
       "old list stays: download the file again, or add --accept-fewer if so many entries were removed."},
      {list_older, "list_older",
       "The date given is earlier than that of the list it would replace, or than the start of an entry; the old list "
       "stays: correct --as-of, or add --accept-older to go back on purpose."},
      {json_damaged, "json_damaged",
       "The file is not whole and valid JSON, so it is incomplete or damaged; none of it was taken."},
      {json_wrong_total, "json_wrong_total",
       "The file does not hold as many records as it says, so it is incomplete or a part of the list; none of it was "
       "taken."},
      {file_unreadable, "file_unreadable", "The file could not be read."},
      {file_unwritable, "file_unwritable", "The file could not be written."},
      {usage, "usage", "The command was not understood."},
  }};
  return phrases;
}

const ErrorPhrase& phrase_of(ErrorCode code) {
  const auto& phrases = error_phrases();
  const auto found =
      std::find_if(phrases.begin(), phrases.end(), [code](const ErrorPhrase& phrase) { return phrase.code == code; });
  assert(found != phrases.end());
  return *found;
}

std::string describe(const Error& error) {
  std::string text{phrase_of(error.code).sentence};
  std::string place;
  if (error.record) place += "record " + std::to_string(*error.record);
  if (!error.field.empty()) place += (place.empty() ? "" : ", ") + error.field;
  if (!error.detail.empty()) place += (place.empty() ? "" : ": ") + error.detail;
  if (!place.empty()) text += " (" + place + ")";
  return text;
}

}  // namespace lookup
