#include "lookup/import_checks.hpp"

#include <array>
#include <cstddef>

namespace lookup {
namespace {

constexpr std::array<std::string_view, 5> kind_names{"older", "vanished", "shrank", "same_date", "predates"};

/// The list `code` among `infos`, or one without entries.
ListInfo info_or_none(const std::vector<ListInfo>& infos, const std::string& code) {
  if (const ListInfo* const found = find_info(infos, code)) return *found;
  ListInfo none;
  none.code = code;
  if (!infos.empty()) none.as_of = infos.front().as_of;
  return none;
}

std::string summary_of(const ListInfo& info) {
  return std::to_string(info.entry_count) + " entries as of " + info.as_of;
}

std::optional<FindingKind> oddity_of_date(const ListInfo& before, const ListInfo& after) {
  if (before.as_of.empty() || after.as_of.empty()) return std::nullopt;
  // ISO 8601 dates sort as texts.
  if (after.as_of < before.as_of) return FindingKind::older;
  if (after.as_of == before.as_of) return FindingKind::same_date;
  return std::nullopt;
}

std::optional<FindingKind> oddity_of_size(const ListInfo& before, const ListInfo& after) {
  if (after.entry_count * 10 >= before.entry_count * 9) return std::nullopt;
  return after.entry_count == 0 ? FindingKind::vanished : FindingKind::shrank;
}

}  // namespace

std::string_view name_of(FindingKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::vector<Finding> check_import(const std::vector<ListInfo>& before, const std::vector<ListInfo>& after) {
  std::vector<Finding> findings;
  for (const ListInfo& old : before) {
    const ListInfo fresh = info_or_none(after, old.code);
    for (const auto& oddity : {oddity_of_date(old, fresh), oddity_of_size(old, fresh)}) {
      if (oddity) findings.push_back({*oddity, old, fresh, {}});
    }
  }
  return findings;
}

std::vector<Finding> check_dates(const List& list) {
  std::vector<Finding> findings;
  for (const ListInfo& info : list.lists) {
    std::string newest;
    for (const Entry& entry : list.entries)
      if (entry.list == info.code && entry.start_date > newest) newest = entry.start_date;
    if (info.as_of.empty() || newest <= info.as_of) continue;
    Finding finding{FindingKind::predates, {}, info, std::move(newest)};
    finding.before.code = info.code;
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> find_oddities(const std::vector<ListInfo>& before, const List& after) {
  std::vector<Finding> findings = check_import(before, after.lists);
  for (Finding& finding : check_dates(after)) findings.push_back(std::move(finding));
  return findings;
}

std::optional<Error> error_of(const Finding& finding) {
  if (finding.kind == FindingKind::same_date) return std::nullopt;
  if (finding.kind == FindingKind::predates) {
    std::string detail = finding.after.code;
    detail.append(": as of ").append(finding.after.as_of).append(", but an entry starts on ");
    return Error{ErrorCode::list_older, detail.append(finding.newest_start), std::nullopt, ""};
  }
  const ErrorCode code = finding.kind == FindingKind::older ? ErrorCode::list_older : ErrorCode::list_shrank;
  std::string detail = finding.before.code;
  detail.append(": ").append(summary_of(finding.after)).append(" in place of ").append(summary_of(finding.before));
  return Error{code, std::move(detail), std::nullopt, ""};
}

}  // namespace lookup
