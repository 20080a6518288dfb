#include "request_reader.hpp"

#include <utility>

#include "json_reader.hpp"

namespace lookup {
namespace {

class RequestEvents final : public JsonEvents {
 public:
  bool null() override { return set(RequestShape::null); }
  bool boolean(bool) override { return set(RequestShape::other); }
  bool number(std::string_view text) override {
    if (depth_ == 1) members_.back().number = json_number(text);
    return set(RequestShape::number);
  }
  bool string(std::string& value) override {
    if (depth_ == 2 && members_.back().shape == RequestShape::texts) {
      members_.back().texts.push_back(std::move(value));
      return true;
    }
    if (depth_ == 1) members_.back().text = std::move(value);
    return set(RequestShape::text);
  }
  bool start_object() override { return enter(RequestShape::other); }
  bool key(std::string& name) override {
    if (depth_ == 1) members_.emplace_back().name = std::move(name);
    return true;
  }
  bool end_object() override { return leave(); }
  bool start_array() override { return depth_ > 0 && enter(RequestShape::texts); }
  bool end_array() override { return leave(); }
  void broken(std::size_t) override {}

  [[nodiscard]] std::vector<RequestMember> take() { return std::move(members_); }

 private:
  /// Says what the member that is being read holds. False where there is none: the text is no object.
  bool set(RequestShape shape) {
    if (depth_ == 0) return false;
    members_.back().shape = depth_ == 1 ? shape : RequestShape::other;
    return true;
  }

  bool enter(RequestShape shape) {
    if (depth_ > 0) set(shape);
    ++depth_;
    return true;
  }

  bool leave() {
    --depth_;
    return true;
  }

  std::vector<RequestMember> members_;
  std::size_t depth_ = 0;
};

}  // namespace

Error malformed_request(std::string field) { return {ErrorCode::request_malformed, {}, {}, std::move(field)}; }

Result<std::vector<RequestMember>> read_request(std::string_view json) {
  RequestEvents events;
  if (!read_json(json, events)) return malformed_request({});
  return events.take();
}

}  // namespace lookup
