#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lookup {

/// What takes a JSON text (RFC 8259) in, one event for each thing in it. An event that says false ends the reading.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;

  virtual bool null() = 0;
  virtual bool boolean(bool value) = 0;
  /// As it stands: "-1.5e3". A view into the text.
  virtual bool number(std::string_view text) = 0;
  /// Well-formed UTF-8 without escapes. Its letters may be taken.
  virtual bool string(std::string& value) = 0;
  virtual bool start_object() = 0;
  /// As `string`, but letters that are left serve again.
  virtual bool key(std::string& name) = 0;
  virtual bool end_object() = 0;
  virtual bool start_array() = 0;
  virtual bool end_array() = 0;
  /// The text is no JSON from the byte at `position` on, counted from 0; its length where it ends too early. The last
  /// event.
  virtual void broken(std::size_t position) = 0;

 protected:
  JsonEvents() = default;
  JsonEvents(const JsonEvents&) = default;
  JsonEvents& operator=(const JsonEvents&) = default;
  JsonEvents(JsonEvents&&) = default;
  JsonEvents& operator=(JsonEvents&&) = default;
};

/// Hands what stands in `json` to `events`. True where it was read to its end. Members that stand twice come twice; how
/// deep it goes is for the events to bound. Cost is linear; nothing is kept but one byte for each bracket that is open.
bool read_json(std::string_view json, JsonEvents& events);

/// The whole number that a JSON text writes in digits alone; nothing for any other and for one of more than 64 bits.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view text);

/// The number that a JSON text writes: the nearest `double` for up to 15 digits and an exponent up to 22 either way,
/// and else off by a few units in its last place; infinity where it is too large.
[[nodiscard]] double json_number(std::string_view text);

}  // namespace lookup
