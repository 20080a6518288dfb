#include "reply.hpp"

#include <utility>

#include "lookup/result_json.hpp"

namespace {

const Reply* keep(std::int32_t status, std::string text) {
  static std::string kept;
  static Reply reply;
  kept = std::move(text);
  reply = {status, kept.data(), static_cast<std::uint32_t>(kept.size())};
  return &reply;
}

}  // namespace

const Reply* answer(std::string text) { return keep(0, std::move(text)); }

const Reply* refuse(const lookup::Error& error) {
  return keep(static_cast<std::int32_t>(error.code), lookup::to_json(error));
}
