// The only folder that knows WebAssembly. Every export takes bytes in linear memory and answers with a Reply; no
// exception and no C++ type crosses. Here: the open lists and their questions.

#include <cstdint>
#include <string>
#include <utility>

#include "lookup/catalogue_json.hpp"
#include "lookup/query_json.hpp"
#include "lookup/result_json.hpp"
#include "lookup/screener.hpp"
#include "lookup/snapshot.hpp"
#include "reply.hpp"

namespace {

/// The open lists. What is in it stays as it is until the instance goes: a newer list is a new instance.
lookup::Screener& screener() {
  static lookup::Screener instance;
  return instance;
}

lookup::Catalogue& catalogue() {
  static lookup::Catalogue instance{screener().snapshots()};
  return instance;
}

bool is_open(const std::string& code) {
  for (const lookup::SearchableSnapshot& snapshot : screener().snapshots())
    if (lookup::find_info(snapshot.names.list().lists, code) != nullptr) return true;
  return false;
}

}  // namespace

/// What this build is (`describe_build`).
LOOKUP_EXPORT(lookup_about) const Reply* lookup_about() { return answer(lookup::describe_build()); }

/// Opens a snapshot beside those that are open already, and indexes it (`describe_list`). After a failure the others
/// are open as before.
LOOKUP_EXPORT(lookup_open) const Reply* lookup_open(const char* pointer, std::uint32_t length) {
  lookup::Result<lookup::List> list = lookup::load_snapshot({pointer, length});
  if (!list.ok()) return refuse(list.error());
  for (const lookup::ListInfo& info : list.value().lists)
    if (is_open(info.code)) return refuse({lookup::ErrorCode::snapshot_field_invalid, info.code, {}, "lists"});
  screener().add(std::move(list).value());
  return answer(lookup::describe_list(screener().snapshots().back().names.list()));
}

/// Checks one name in all open lists: a request for `parse_query` in, `to_json` of the result out.
LOOKUP_EXPORT(lookup_check) const Reply* lookup_check(const char* pointer, std::uint32_t length) {
  const lookup::Result<lookup::Query> query = lookup::parse_query({pointer, length});
  if (!query.ok()) return refuse(query.error());
  const lookup::Result<lookup::CheckResult> result = screener().check(query.value());
  if (!result.ok()) return refuse(result.error());
  return answer(lookup::to_json(result.value()));
}

/// A part of the open lists, filtered and counted: a request for `parse_filter` in, `to_json` of the page out.
LOOKUP_EXPORT(lookup_browse) const Reply* lookup_browse(const char* pointer, std::uint32_t length) {
  const lookup::Result<lookup::CatalogueFilter> filter = lookup::parse_filter({pointer, length});
  if (!filter.ok()) return refuse(filter.error());
  const lookup::Result<lookup::CataloguePage> page = catalogue().browse(filter.value());
  if (!page.ok()) return refuse(page.error());
  return answer(lookup::to_json(page.value()));
}

/// One entry of the open lists: a request for `parse_entry_request` in, `to_json` of the entry out.
LOOKUP_EXPORT(lookup_entry) const Reply* lookup_entry(const char* pointer, std::uint32_t length) {
  const lookup::Result<lookup::EntryRequest> request = lookup::parse_entry_request({pointer, length});
  if (!request.ok()) return refuse(request.error());
  const auto found = catalogue().find_entry(request.value().list, request.value().id);
  if (!found.ok()) return refuse(found.error());
  return answer(lookup::to_json(found.value()));
}
