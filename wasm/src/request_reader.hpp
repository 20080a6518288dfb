#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/error.hpp"

namespace lookup {

/// What a member of a request holds; `texts` is an array of nothing but texts, and `other` all that no request has.
enum class RequestShape : std::uint8_t { null, text, texts, number, other };

/// One member of a request.
struct RequestMember {
  std::string name;
  RequestShape shape = RequestShape::other;
  std::string text;
  std::vector<std::string> texts;
  double number = 0;
};

/// A request that is malformed in the member `field`, or as a whole.
[[nodiscard]] Error malformed_request(std::string field);

/// The members of the JSON object that a request is, in their order; what stands twice comes twice. Errors:
/// request_malformed where it is no JSON object.
[[nodiscard]] Result<std::vector<RequestMember>> read_request(std::string_view json);

}  // namespace lookup
