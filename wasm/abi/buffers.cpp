// Memory of the module that its caller writes a request into.

#include <cstdint>
#include <cstdlib>

#include "reply.hpp"

/// `length` bytes for a request, or 0 where memory is refused. To be released by `lookup_release`.
LOOKUP_EXPORT(lookup_allocate) void* lookup_allocate(std::uint32_t length) {
  return std::malloc(length == 0 ? 1 : length);
}

/// Gives back what `lookup_allocate` gave.
LOOKUP_EXPORT(lookup_release) void lookup_release(void* pointer) { std::free(pointer); }
