// The only code that knows WebAssembly. Every export takes bytes in linear memory and answers with a Reply; no
// exception and no C++ type crosses.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "lookup/result_json.hpp"
#include "lookup/screener.hpp"
#include "lookup/snapshot.hpp"

#define LOOKUP_EXPORT(name) __attribute__((export_name(#name))) extern "C"

namespace {

/// What every call returns: status 0 or the numeric value of an ErrorCode, and JSON in UTF-8. Three 32-bit words.
struct Reply {
  std::int32_t status;
  const char* pointer;
  std::uint32_t length;
};

/// The answer to the last call and the open list. A module instance serves one list; a new list is a new instance.
struct Session {
  std::string answer;
  Reply reply{};
  std::unique_ptr<lookup::Screener> screener;
};

Session& session() {
  static Session instance;
  return instance;
}

const Reply* reply(std::int32_t status, std::string answer) {
  Session& own = session();
  own.answer = std::move(answer);
  own.reply = {status, own.answer.data(), static_cast<std::uint32_t>(own.answer.size())};
  return &own.reply;
}

const Reply* refuse(const lookup::Error& error) {
  return reply(static_cast<std::int32_t>(error.code), lookup::to_json(error));
}

}  // namespace

/// `length` bytes for a request, or 0 where memory is refused. To be released by `lookup_release`.
LOOKUP_EXPORT(lookup_allocate) void* lookup_allocate(std::uint32_t length) {
  return std::malloc(length == 0 ? 1 : length);
}

/// Gives back what `lookup_allocate` gave.
LOOKUP_EXPORT(lookup_release) void lookup_release(void* pointer) { std::free(pointer); }

/// What this build is (`describe_build`). Every reply stays valid until the next call.
LOOKUP_EXPORT(lookup_about) const Reply* lookup_about() { return reply(0, lookup::describe_build()); }

/// Opens a snapshot and indexes it (`describe_list`). After a failure no list is open.
LOOKUP_EXPORT(lookup_open) const Reply* lookup_open(const char* pointer, std::uint32_t length) {
  session().screener.reset();
  lookup::Result<lookup::List> list = lookup::load_snapshot({pointer, length});
  if (!list.ok()) return refuse(list.error());
  session().screener = std::make_unique<lookup::Screener>(std::move(list).value());
  return reply(0, lookup::describe_list(session().screener->list()));
}

/// Checks one name: a request for `parse_query` in, `to_json` of the result out.
LOOKUP_EXPORT(lookup_check) const Reply* lookup_check(const char* pointer, std::uint32_t length) {
  const lookup::Screener* const screener = session().screener.get();
  if (screener == nullptr) return refuse({lookup::ErrorCode::list_not_open, {}, {}, {}});
  const lookup::Result<lookup::Query> query = lookup::parse_query({pointer, length});
  if (!query.ok()) return refuse(query.error());
  const lookup::Result<lookup::CheckResult> result = screener->check(query.value());
  if (!result.ok()) return refuse(result.error());
  return reply(0, lookup::to_json(result.value(), screener->list()));
}
