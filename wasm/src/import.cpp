#include "lookup/import.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "lookup/calendar_date.hpp"
#include "lookup/csv.hpp"
#include "lookup/list_register.hpp"
#include "lookup/shared_texts.hpp"
#include "lookup/spacing.hpp"
#include "published_row.hpp"

namespace lookup {
namespace {

/// The list asked for, and where its entries are among the drafts.
struct WantedList {
  const KnownList* list;
  std::map<std::string, std::size_t, std::less<>> drafts_by_id;
};

/// Reads the rows of the wanted lists, each into a draft.
class Importer {
 public:
  Importer(CsvReader reader, const OfficialColumns& columns, std::vector<WantedList> wanted, bool all_known)
      : reader_(std::move(reader)), columns_(columns), wanted_(std::move(wanted)), all_known_(all_known) {}

  std::optional<Error> read_rows() {
    while (true) {
      const auto row = reader_.next();
      if (!row.ok()) return row.error();
      if (!row.value()) break;
      if (auto error = read_row()) return error;
    }
    if (reader_.record() == 0) return Error{ErrorCode::csv_empty, "", std::nullopt, ""};
    if (drafts_.empty()) return Error{ErrorCode::csv_list_absent, wanted_codes(), std::nullopt, "source"};
    return std::nullopt;
  }

  std::vector<Draft> take_drafts() { return std::move(drafts_); }

 private:
  std::optional<Error> read_row() {
    const std::string_view source = columns_.value(reader_, Column::source);
    const std::string_view code = published_code(source);
    const auto wanted = std::find_if(wanted_.begin(), wanted_.end(), [&](const WantedList& candidate) {
      return candidate.list->published_code == code;
    });
    if (wanted != wanted_.end()) return read_entry(*wanted);
    if (!all_known_ || find_published_list(code) != nullptr) return std::nullopt;
    return cell_failure(reader_, ErrorCode::csv_value_invalid, Column::source, "unknown list: " + std::string{source});
  }

  std::optional<Error> read_entry(WantedList& wanted) {
    Result<Draft> read = lookup::read_row(reader_, columns_, *wanted.list);
    if (!read.ok()) return read.error();
    Draft draft = std::move(read).value();
    const auto [known, is_new] = wanted.drafts_by_id.emplace(draft.entry.id, drafts_.size());
    if (!is_new && !unite(drafts_[known->second], draft)) {
      return cell_failure(reader_, ErrorCode::csv_duplicate_id, Column::id, draft.entry.id);
    }
    if (is_new) drafts_.push_back(std::move(draft));
    return std::nullopt;
  }

  /// Adds the pages of `again` to those of `draft` if the two differ in nothing else, and do differ. They are sorted,
  /// since it must not matter which of the rows comes first.
  static bool unite(Draft& draft, Draft& again) {
    if (draft == again) return false;
    std::vector<std::string> added = std::exchange(again.entry.details.fill().source_urls, {});
    std::vector<std::string> urls = std::exchange(draft.entry.details.fill().source_urls, {});
    const bool is_same_row = draft == again;
    for (std::string& url : added) append_unique(urls, std::move(url));
    std::sort(urls.begin(), urls.end());
    draft.entry.details.fill().source_urls = std::move(urls);
    return is_same_row;
  }

  [[nodiscard]] std::string wanted_codes() const {
    std::string codes;
    for (const WantedList& wanted : wanted_) codes.append(codes.empty() ? "" : ", ").append(wanted.list->code);
    return codes;
  }

  CsvReader reader_;
  const OfficialColumns& columns_;
  std::vector<WantedList> wanted_;
  bool all_known_;
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

ListInfo describe(const KnownList& known, const std::vector<Draft>& drafts, const ImportOptions& options) {
  ListInfo info{std::string{known.code},
                std::string{known.title},
                std::string{known.authority},
                std::string{known.legal_basis},
                std::string{known.consequence},
                options.as_of,
                options.source_title,
                options.source_url,
                0,
                0};
  for (const Draft& draft : drafts) {
    if (draft.entry.list != known.code) continue;
    ++info.entry_count;
    info.name_count += count_names(draft.entry);
  }
  return info;
}

List assemble(std::vector<Draft> drafts, const ImportOptions& options) {
  List list;
  list.requirements = share_texts('r', drafts, &Draft::requirement, &Entry::requirement);
  list.policies = share_texts('p', drafts, &Draft::policy, &Entry::policy);
  for (const KnownList& known : known_lists()) {
    ListInfo info = describe(known, drafts, options);
    if (info.entry_count > 0) list.lists.push_back(std::move(info));
  }
  list.entries.reserve(drafts.size());
  for (Draft& draft : drafts) list.entries.push_back(std::move(draft.entry));
  std::sort(list.entries.begin(), list.entries.end(), stands_before);
  return list;
}

Result<std::vector<WantedList>> find_wanted(const ImportOptions& options) {
  std::vector<WantedList> wanted;
  for (const std::string& code : options.list_codes) {
    const KnownList* known = find_known_list(code);
    if (known == nullptr) return Error{ErrorCode::list_unknown, code, std::nullopt, "list"};
    wanted.push_back({known, {}});
  }
  return wanted;
}

}  // namespace

std::vector<std::string> other_list_codes() {
  std::vector<std::string> codes;
  for (const KnownList& known : known_lists()) {
    if (known.code != "EL") codes.emplace_back(known.code);
  }
  return codes;
}

Result<List> import_csv(std::string_view csv, const ImportOptions& options) {
  if (!is_calendar_date(options.as_of)) return Error{ErrorCode::date_invalid, options.as_of, std::nullopt, "as_of"};
  auto wanted = find_wanted(options);
  if (!wanted.ok()) return wanted.error();
  auto reader = CsvReader::open(csv);
  if (!reader.ok()) return reader.error();
  const auto columns = OfficialColumns::find(reader.value());
  if (!columns.ok()) return columns.error();
  Importer importer{std::move(reader).value(), columns.value(), std::move(wanted).value(), options.all_known};
  if (auto error = importer.read_rows()) return *std::move(error);
  return assemble(importer.take_drafts(), options);
}

}  // namespace lookup
