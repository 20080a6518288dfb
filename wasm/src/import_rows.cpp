#include "import_rows.hpp"

#include <algorithm>
#include <utility>

#include "lookup/calendar_date.hpp"
#include "lookup/list_register.hpp"
#include "lookup/shared_texts.hpp"
#include "lookup/spacing.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

/// Adds the pages of `again` to those of `draft` if the two differ in nothing else. They are sorted, since it must not
/// matter which of the rows comes first.
bool unite(Draft& draft, Draft& again) {
  std::vector<std::string> added = std::exchange(again.entry.details.fill().source_urls, {});
  std::vector<std::string> urls = std::exchange(draft.entry.details.fill().source_urls, {});
  const bool is_same_row = draft == again;
  for (std::string& url : added) append_unique(urls, std::move(url));
  sort_stably(urls);
  draft.entry.details.fill().source_urls = std::move(urls);
  return is_same_row;
}

/// What tells a row from others of its id: its pages.
std::string row_key(const Entry& entry) {
  std::string key = entry.id + "\n";
  for (const std::string& url : entry.details.get().source_urls) key.append(url).append("\n");
  return key;
}

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
                options.is_undated ? "" : options.as_of,
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
  sort_stably(list.entries, stands_before);
  return list;
}

}  // namespace

Result<RowCollector> RowCollector::open(const ImportOptions& options) {
  if (!options.is_undated && !is_calendar_date(options.as_of))
    return Error{ErrorCode::date_invalid, options.as_of, std::nullopt, "as_of"};
  RowCollector collector{options};
  for (const std::string& code : options.list_codes) {
    const KnownList* known = find_known_list(code);
    if (known == nullptr) return Error{ErrorCode::list_unknown, code, std::nullopt, "list"};
    collector.wanted_.push_back({known, {}});
  }
  return collector;
}

std::optional<Error> RowCollector::add(const PublishedRow& row) {
  is_empty_ = false;
  const std::string_view source = row.value(Column::source);
  const std::string_view code = published_code(source);
  const auto wanted = std::find_if(wanted_.begin(), wanted_.end(),
                                   [&](const WantedList& candidate) { return candidate.list->published_code == code; });
  if (wanted != wanted_.end()) return add_entry(row, *wanted);
  if (!options_.all_known || find_published_list(code) != nullptr) return std::nullopt;
  const ErrorCode error = code.empty() ? ErrorCode::csv_value_invalid : ErrorCode::csv_list_unknown;
  return cell_failure(row, error, Column::source, "unknown list: " + std::string{source});
}

std::optional<Error> RowCollector::add_entry(const PublishedRow& row, WantedList& wanted) {
  Result<Draft> read = read_row(row, *wanted.list);
  if (!read.ok()) return read.error();
  Draft draft = std::move(read).value();
  const bool is_repeated = !wanted.drafts_by_id.emplace(row_key(draft.entry), drafts_.size()).second;
  const auto [known, is_new] = wanted.drafts_by_id.emplace(draft.entry.id, drafts_.size());
  if (is_repeated || (!is_new && !unite(drafts_[known->second], draft))) {
    return cell_failure(row, ErrorCode::csv_duplicate_id, Column::id, draft.entry.id);
  }
  if (is_new) drafts_.push_back(std::move(draft));
  return std::nullopt;
}

Result<List> RowCollector::finish() {
  if (is_empty_) return Error{ErrorCode::csv_empty, "", std::nullopt, ""};
  if (drafts_.empty()) return Error{ErrorCode::csv_list_absent, wanted_codes(), std::nullopt, "source"};
  return assemble(std::move(drafts_), options_);
}

std::string RowCollector::wanted_codes() const {
  std::string codes;
  for (const WantedList& wanted : wanted_) codes.append(codes.empty() ? "" : ", ").append(wanted.list->code);
  return codes;
}

}  // namespace lookup
