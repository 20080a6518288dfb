#include "lookup/import.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "lookup/calendar_date.hpp"
#include "lookup/citations.hpp"
#include "lookup/csv.hpp"
#include "lookup/footnotes.hpp"
#include "lookup/list_register.hpp"
#include "lookup/published_address.hpp"
#include "lookup/published_name.hpp"
#include "lookup/shared_texts.hpp"
#include "lookup/spacing.hpp"
#include "text_limits.hpp"

namespace lookup {
namespace {

enum class Column : std::size_t {
  id,
  source,
  name,
  addresses,
  federal_register_notice,
  start_date,
  license_requirement,
  license_policy,
  alt_names,
};

constexpr auto column_names =
    std::to_array<std::string_view>({"_id", "source", "name", "addresses", "federal_register_notice", "start_date",
                                     "license_requirement", "license_policy", "alt_names"});

std::string_view name_of(Column column) { return column_names[static_cast<std::size_t>(column)]; }

/// The start date in a cell. Old rules have stood in the file with a year of two digits filled up with zeros
/// (`0097-06-30` for 62 FR 35334 of 1997); the century is put back.
std::string read_start_date(std::string_view cell) {
  std::string date = collapse_spaces(cell);
  if (date.size() == 10 && date.starts_with("00")) date.replace(0, 2, date[2] >= '9' ? "19" : "20");
  return date;
}

/// An entry whose requirement and policy are still texts.
struct Draft {
  Entry entry;
  std::string requirement;
  std::string policy;
};

/// Reads the rows of one list, each into a draft.
class Importer {
 public:
  Importer(CsvReader reader, const KnownList& list) : reader_(std::move(reader)), list_(list) {}

  std::optional<Error> find_columns() {
    for (std::size_t i = 0; i < column_names.size(); ++i) {
      const auto position = reader_.column(column_names[i]);
      if (!position) return Error{ErrorCode::csv_column_missing, "", std::nullopt, std::string{column_names[i]}};
      columns_[i] = *position;
    }
    return std::nullopt;
  }

  std::optional<Error> read_rows() {
    while (true) {
      const auto row = reader_.next();
      if (!row.ok()) return row.error();
      if (!row.value()) break;
      if (published_code(value(Column::source)) != list_.published_code) continue;
      if (auto error = read_row()) return error;
    }
    if (reader_.record() == 0) return Error{ErrorCode::csv_empty, "", std::nullopt, ""};
    if (drafts_.empty()) return Error{ErrorCode::csv_list_absent, std::string{list_.code}, std::nullopt, "source"};
    return std::nullopt;
  }

  std::vector<Draft> take_drafts() { return std::move(drafts_); }

 private:
  [[nodiscard]] std::string_view value(Column column) const {
    return reader_.value(columns_[static_cast<std::size_t>(column)]);
  }

  [[nodiscard]] Error failure(ErrorCode code, Column column, std::string detail) const {
    return {code, std::move(detail), reader_.record(), std::string{name_of(column)}};
  }

  std::optional<Error> read_row() {
    if (auto error = check_row()) return error;
    Draft draft;
    Entry& entry = draft.entry;
    entry.id = value(Column::id);
    entry.list = list_.code;
    entry.published_name = value(Column::name);
    read_names(entry);
    if (entry.name.empty()) return failure(ErrorCode::csv_value_invalid, Column::name, "no name");
    if (!has_letter_or_digit(entry.name)) {
      return failure(ErrorCode::csv_value_invalid, Column::name, "no letter or digit");
    }
    entry.addresses = read_addresses(value(Column::addresses));
    entry.countries = countries_of(entry.addresses);
    entry.citations = read_citations(value(Column::federal_register_notice));
    entry.start_date = read_start_date(value(Column::start_date));
    draft.requirement = collapse_spaces(value(Column::license_requirement));
    draft.policy = collapse_spaces(value(Column::license_policy));
    entry.footnotes = read_footnotes(draft.requirement);
    drafts_.push_back(std::move(draft));
    return std::nullopt;
  }

  std::optional<Error> check_row() {
    for (std::size_t i = 0; i < column_names.size(); ++i) {
      const auto column = static_cast<Column>(i);
      if (const auto flaw = flaw_of(value(column)))
        return failure(ErrorCode::csv_value_invalid, column, std::string{*flaw});
    }
    if (value(Column::id).empty()) return failure(ErrorCode::csv_value_invalid, Column::id, "no id");
    if (!ids_.emplace(value(Column::id)).second) {
      return failure(ErrorCode::csv_duplicate_id, Column::id, std::string{value(Column::id)});
    }
    const std::string start_date = read_start_date(value(Column::start_date));
    if (!start_date.empty() && !is_calendar_date(start_date)) {
      return failure(ErrorCode::csv_value_invalid, Column::start_date, start_date);
    }
    return std::nullopt;
  }

  void read_names(Entry& entry) const {
    PublishedName published = read_published_name(entry.published_name);
    entry.name = std::move(published.name);
    entry.parent = std::move(published.parent);
    for (std::string& name : published.other_names) add_alias(entry, std::move(name));
    std::vector<std::string> acronyms = std::move(published.acronyms);
    for (const std::string& text : split_values(value(Column::alt_names))) {
      PublishedName alias = read_published_alias(text);
      add_alias(entry, std::move(alias.name));
      for (std::string& name : alias.other_names) add_alias(entry, std::move(name));
      for (std::string& acronym : alias.acronyms) append_unique(acronyms, std::move(acronym));
    }
    for (std::string& acronym : acronyms) {
      const bool is_alias = std::find(entry.aliases.begin(), entry.aliases.end(), acronym) != entry.aliases.end();
      if (!is_alias && acronym != entry.name) append_unique(entry.acronyms, std::move(acronym));
    }
  }

  /// An alias of punctuation alone, such as a dash for "none", could never be found and is left out like an empty one.
  static void add_alias(Entry& entry, std::string alias) {
    if (!has_letter_or_digit(alias)) return;
    if (alias != entry.name && alias != entry.published_name) append_unique(entry.aliases, std::move(alias));
  }

  CsvReader reader_;
  const KnownList& list_;
  std::array<std::size_t, column_names.size()> columns_{};
  std::set<std::string, std::less<>> ids_;
  std::vector<Draft> drafts_;
};

/// Gives every draft the keys of its texts, which `of_draft` picks and `of_entry` stores.
std::vector<SharedText> share_texts(char prefix, std::vector<Draft>& drafts, std::string Draft::*of_draft,
                                    std::string Entry::*of_entry) {
  std::vector<std::string> texts;
  for (const Draft& draft : drafts) append_unique(texts, draft.*of_draft);
  std::vector<SharedText> shared = key_texts(prefix, std::move(texts));
  for (Draft& draft : drafts) {
    const auto found = std::find_if(shared.begin(), shared.end(),
                                    [&](const SharedText& candidate) { return candidate.text == draft.*of_draft; });
    if (found != shared.end()) draft.entry.*of_entry = found->key;
  }
  return shared;
}

List assemble(std::vector<Draft> drafts, const KnownList& known, const ImportOptions& options) {
  List list;
  list.requirements = share_texts('r', drafts, &Draft::requirement, &Entry::requirement);
  list.policies = share_texts('p', drafts, &Draft::policy, &Entry::policy);
  ListInfo info{std::string{known.code},
                std::string{known.title},
                std::string{known.authority},
                std::string{known.legal_basis},
                std::string{known.consequence},
                options.as_of,
                options.source_title,
                options.source_url,
                drafts.size(),
                0};
  for (Draft& draft : drafts) {
    info.name_count += count_names(draft.entry);
    list.entries.push_back(std::move(draft.entry));
  }
  std::sort(list.entries.begin(), list.entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.published_name, a.id) < std::tie(b.published_name, b.id);
  });
  list.lists.push_back(std::move(info));
  return list;
}

}  // namespace

Result<List> import_csv(std::string_view csv, const ImportOptions& options) {
  if (!is_calendar_date(options.as_of)) return Error{ErrorCode::date_invalid, options.as_of, std::nullopt, "as_of"};
  const KnownList* known = find_known_list(options.list_code);
  if (known == nullptr) return Error{ErrorCode::list_unknown, options.list_code, std::nullopt, "list"};
  auto reader = CsvReader::open(csv);
  if (!reader.ok()) return reader.error();
  Importer importer{std::move(reader).value(), *known};
  if (auto error = importer.find_columns()) return *std::move(error);
  if (auto error = importer.read_rows()) return *std::move(error);
  return assemble(importer.take_drafts(), *known, options);
}

}  // namespace lookup
