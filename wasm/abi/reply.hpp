#pragma once

#include <cstdint>
#include <string>

#include "lookup/error.hpp"

#define LOOKUP_EXPORT(name) __attribute__((export_name(#name))) extern "C"

/// What every call returns: status 0 or the numeric value of an ErrorCode, and JSON in UTF-8. Three 32-bit words. It
/// stays valid until the next call.
struct Reply {
  std::int32_t status;
  const char* pointer;
  std::uint32_t length;
};

/// The reply of a call that succeeded.
[[nodiscard]] const Reply* answer(std::string text);

/// The reply of a call that failed.
[[nodiscard]] const Reply* refuse(const lookup::Error& error);
