// The only folder that knows WebAssembly. Every export takes bytes in linear memory and answers with a Reply; no
// exception and no C++ type crosses. Here: the open list and its questions.

#include <cstdint>
#include <cstdlib>
#include <memory>

#include "lookup/result_json.hpp"
#include "lookup/screener.hpp"
#include "lookup/snapshot.hpp"
#include "reply.hpp"

namespace {

/// The open list. A module instance serves one list; a new list is a new instance.
std::unique_ptr<lookup::Screener>& open_screener() {
  static std::unique_ptr<lookup::Screener> screener;
  return screener;
}

}  // namespace

/// `length` bytes for a request, or 0 where memory is refused. To be released by `lookup_release`.
LOOKUP_EXPORT(lookup_allocate) void* lookup_allocate(std::uint32_t length) {
  return std::malloc(length == 0 ? 1 : length);
}

/// Gives back what `lookup_allocate` gave.
LOOKUP_EXPORT(lookup_release) void lookup_release(void* pointer) { std::free(pointer); }

/// What this build is (`describe_build`).
LOOKUP_EXPORT(lookup_about) const Reply* lookup_about() { return answer(lookup::describe_build()); }

/// Opens a snapshot and indexes it (`describe_list`). After a failure no list is open.
LOOKUP_EXPORT(lookup_open) const Reply* lookup_open(const char* pointer, std::uint32_t length) {
  open_screener().reset();
  lookup::Result<lookup::List> list = lookup::load_snapshot({pointer, length});
  if (!list.ok()) return refuse(list.error());
  open_screener() = std::make_unique<lookup::Screener>(std::move(list).value());
  return answer(lookup::describe_list(open_screener()->list()));
}

/// Checks one name: a request for `parse_query` in, `to_json` of the result out.
LOOKUP_EXPORT(lookup_check) const Reply* lookup_check(const char* pointer, std::uint32_t length) {
  const lookup::Screener* const screener = open_screener().get();
  if (screener == nullptr) return refuse({lookup::ErrorCode::list_not_open, {}, {}, {}});
  const lookup::Result<lookup::Query> query = lookup::parse_query({pointer, length});
  if (!query.ok()) return refuse(query.error());
  const lookup::Result<lookup::CheckResult> result = screener->check(query.value());
  if (!result.ok()) return refuse(result.error());
  return answer(lookup::to_json(result.value(), screener->list()));
}
