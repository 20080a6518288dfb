#include "snapshot_handler.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <variant>

#include "lookup/snapshot.hpp"
#include "text_limits.hpp"

namespace lookup {

namespace {

using Place = SnapshotPlace;

// Where the value of a member goes: each finds it in the list as read so far.
using Text = std::string& (*)(List&);
using Texts = std::vector<std::string>& (*)(List&);
using Numbers = std::vector<int>& (*)(List&);
using Count = std::size_t& (*)(List&);
using Kind = EntryKind& (*)(List&);

template <auto member>
auto& in_document(List& list) {
  return list.*member;
}
template <auto member>
auto& in_info(List& list) {
  return list.lists.back().*member;
}
template <auto member>
auto& in_entry(List& list) {
  return list.entries.back().*member;
}
template <auto member>
auto& in_address(List& list) {
  return list.entries.back().addresses.back().*member;
}
template <auto member>
auto& in_details(List& list) {
  return list.entries.back().details.fill().*member;
}
template <auto member>
auto& in_identifier(List& list) {
  return list.entries.back().details.fill().ids.back().*member;
}
template <auto member>
auto& in_person(List& list) {
  return list.entries.back().person.fill().*member;
}
template <auto member>
auto& in_vessel(List& list) {
  return list.entries.back().vessel.fill().*member;
}

}  // namespace

/// One member of an object: what it is called, whether it must be there, and where its value goes. A `SnapshotPlace` is
/// an object or array that opens there; `monostate` is the version, which is read apart.
struct SnapshotField {
  std::string_view name;
  bool required;
  std::variant<std::monostate, SnapshotPlace, Text, Texts, Numbers, Count, Kind> target;
};

namespace {

/// Document, entries, entry, ids, id, or its dates: nothing in a snapshot lies deeper.
constexpr std::size_t deepest = 6;

constexpr auto document_fields = std::to_array<SnapshotField>({
    {"schema_version", true, std::monostate{}},
    {"sha256", true, in_document<&List::sha256>},
    {"lists", true, Place::lists},
    {"requirements", true, Place::requirements},
    {"policies", true, Place::policies},
    {"entries", true, Place::entries},
});

constexpr auto list_fields = std::to_array<SnapshotField>({
    {"code", true, in_info<&ListInfo::code>},
    {"title", true, in_info<&ListInfo::title>},
    {"authority", true, in_info<&ListInfo::authority>},
    {"legal_basis", true, in_info<&ListInfo::legal_basis>},
    {"consequence", true, in_info<&ListInfo::consequence>},
    {"as_of", true, in_info<&ListInfo::as_of>},
    {"source", true, Place::source},
    {"entry_count", true, in_info<&ListInfo::entry_count>},
    {"name_count", true, in_info<&ListInfo::name_count>},
});

constexpr auto source_fields = std::to_array<SnapshotField>({
    {"title", true, in_info<&ListInfo::source_title>},
    {"url", true, in_info<&ListInfo::source_url>},
});

constexpr auto entry_fields = std::to_array<SnapshotField>({
    {"id", true, in_entry<&Entry::id>},
    {"list", true, in_entry<&Entry::list>},
    {"kind", false, in_entry<&Entry::kind>},
    {"published_name", true, in_entry<&Entry::published_name>},
    {"name", false, in_entry<&Entry::name>},
    {"parent", false, in_entry<&Entry::parent>},
    {"aliases", false, in_entry<&Entry::aliases>},
    {"acronyms", false, in_entry<&Entry::acronyms>},
    {"countries", false, in_entry<&Entry::countries>},
    {"addresses", false, Place::addresses},
    {"programmes", false, in_entry<&Entry::programmes>},
    {"title", false, in_details<&EntryDetails::title>},
    {"remarks", false, in_details<&EntryDetails::remarks>},
    {"citations", false, in_entry<&Entry::citations>},
    {"start_date", false, in_entry<&Entry::start_date>},
    {"end_date", false, in_details<&EntryDetails::end_date>},
    {"standard_order", false, in_details<&EntryDetails::standard_order>},
    {"requirement", false, in_entry<&Entry::requirement>},
    {"policy", false, in_entry<&Entry::policy>},
    {"footnotes", false, in_entry<&Entry::footnotes>},
    {"ids", false, Place::ids},
    {"person", false, Place::person},
    {"vessel", false, Place::vessel},
    {"source_urls", false, in_details<&EntryDetails::source_urls>},
});

constexpr auto address_fields = std::to_array<SnapshotField>({
    {"text", false, in_address<&Address::text>},
    {"country", false, in_address<&Address::country>},
});

constexpr auto identifier_fields = std::to_array<SnapshotField>({
    {"kind", true, in_identifier<&Identifier::kind>},
    {"number", false, in_identifier<&Identifier::number>},
    {"country", false, in_identifier<&Identifier::country>},
    {"dates", false, in_identifier<&Identifier::dates>},
});

constexpr auto person_fields = std::to_array<SnapshotField>({
    {"dates_of_birth", false, in_person<&PersonFacts::dates_of_birth>},
    {"places_of_birth", false, in_person<&PersonFacts::places_of_birth>},
    {"nationalities", false, in_person<&PersonFacts::nationalities>},
    {"citizenships", false, in_person<&PersonFacts::citizenships>},
});

constexpr auto vessel_fields = std::to_array<SnapshotField>({
    {"call_sign", false, in_vessel<&VesselFacts::call_sign>},
    {"type", false, in_vessel<&VesselFacts::type>},
    {"gross_tonnage", false, in_vessel<&VesselFacts::gross_tonnage>},
    {"gross_registered_tonnage", false, in_vessel<&VesselFacts::gross_registered_tonnage>},
    {"flag", false, in_vessel<&VesselFacts::flag>},
    {"owner", false, in_vessel<&VesselFacts::owner>},
});

std::span<const SnapshotField> fields_of(Place place) {
  switch (place) {
    case Place::document:
      return document_fields;
    case Place::list:
      return list_fields;
    case Place::source:
      return source_fields;
    case Place::entry:
      return entry_fields;
    case Place::address:
      return address_fields;
    case Place::identifier:
      return identifier_fields;
    case Place::person:
      return person_fields;
    case Place::vessel:
      return vessel_fields;
    default:
      return {};
  }
}

/// What stands before a member's name when an error names it.
std::string_view prefix_of(Place place) {
  switch (place) {
    case Place::list:
      return "lists.";
    case Place::source:
      return "lists.source.";
    case Place::address:
      return "addresses.";
    case Place::identifier:
      return "ids.";
    case Place::person:
      return "person.";
    case Place::vessel:
      return "vessel.";
    default:
      return "";
  }
}

/// Whether the place opens as an object where a member says so.
bool is_member_object(Place place) {
  return place == Place::source || place == Place::requirements || place == Place::policies || place == Place::person ||
         place == Place::vessel;
}

bool has_free_keys(Place place) { return place == Place::requirements || place == Place::policies; }

}  // namespace

std::optional<Error> SnapshotHandler::error() const {
  if (json_error_) return json_error_;
  if (version_error_) return version_error_;
  return field_error_;
}

void SnapshotHandler::broken(std::size_t position) {
  const bool ended = position == text_bytes_;
  json_error_ = Error{ended ? ErrorCode::snapshot_truncated : ErrorCode::snapshot_not_json,
                      "byte " + std::to_string(ended ? position : position + 1), std::nullopt, ""};
}

bool SnapshotHandler::descend() {
  if (++depth_ <= deepest) return true;
  json_error_ = Error{ErrorCode::snapshot_too_deep, "", std::nullopt, ""};
  return false;
}

void SnapshotHandler::open(Place place) { frames_.push_back({place, nullptr, 0, 0}); }

bool SnapshotHandler::fail(ErrorCode code, std::string field, std::string detail) {
  field_error_ = Error{code, std::move(detail), record(), std::move(field)};
  return true;
}

bool SnapshotHandler::fail_here(std::string detail) {
  return fail(ErrorCode::snapshot_field_invalid, path(), std::move(detail));
}

std::string SnapshotHandler::path() const {
  // NOLINTNEXTLINE(modernize-loop-convert): ranges::reverse_view is not in every library that builds this.
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (has_free_keys(frame->place)) continue;
    if (frame->field != nullptr) return std::string{prefix_of(frame->place)}.append(frame->field->name);
  }
  return "";
}

std::optional<std::size_t> SnapshotHandler::record() const {
  if (frames_.size() < 3 || frames_[2].place != Place::entries) return std::nullopt;
  return frames_.size() == 3 ? list_.entries.size() + 1 : list_.entries.size();
}

Place SnapshotHandler::place_of_object() const {
  const Frame& frame = frames_.back();
  switch (frame.place) {
    case Place::outside:
      return Place::document;
    case Place::lists:
      return Place::list;
    case Place::entries:
      return Place::entry;
    case Place::addresses:
      return Place::address;
    case Place::ids:
      return Place::identifier;
    default:
      break;
  }
  const Place* place = frame.field == nullptr ? nullptr : std::get_if<Place>(&frame.field->target);
  return place != nullptr && is_member_object(*place) ? *place : Place::outside;
}

Place SnapshotHandler::place_of_array() const {
  const SnapshotField* field = frames_.back().field;
  if (field == nullptr) return Place::outside;
  if (std::holds_alternative<Texts>(field->target)) return Place::texts;
  if (std::holds_alternative<Numbers>(field->target)) return Place::numbers;
  const Place* place = std::get_if<Place>(&field->target);
  return place != nullptr && !is_member_object(*place) ? *place : Place::outside;
}

bool SnapshotHandler::start_object() {
  if (!descend()) return false;
  if (listening_only()) return true;
  const Place place = place_of_object();
  if (place == Place::outside) return fail_here("an object does not belong here");
  count_item();
  if (place == Place::list) list_.lists.emplace_back();
  if (place == Place::entry) list_.entries.emplace_back();
  if (place == Place::address) list_.entries.back().addresses.emplace_back();
  if (place == Place::identifier) list_.entries.back().details.fill().ids.emplace_back();
  open(place);
  return true;
}

bool SnapshotHandler::start_array() {
  if (!descend()) return false;
  if (listening_only()) return true;
  const Place place = place_of_array();
  if (place == Place::outside) return fail_here("an array does not belong here");
  if (place == Place::entries) reserve_entries();
  open(place);
  return true;
}

void SnapshotHandler::reserve_entries() {
  std::size_t count = 0;
  for (const ListInfo& info : list_.lists) count += info.entry_count;
  constexpr std::size_t shortest_entry_bytes = 32;  // What is said is not known to be true yet.
  list_.entries.reserve(std::min(count, text_bytes_ / shortest_entry_bytes));
}

bool SnapshotHandler::key(std::string& name) {
  at_version_ = depth_ == 1 && name == "schema_version";
  if (listening_only()) return true;
  if (const auto flaw = flaw_of(name)) return fail_here("a member's name: " + std::string{*flaw});
  Frame& frame = frames_.back();
  if (has_free_keys(frame.place)) {
    shared_texts().push_back({std::move(name), ""});
    return true;
  }
  const auto fields = fields_of(frame.place);
  // Members come in the order of the fields, so that the next one is seldom far.
  const auto is_named = [&name](const SnapshotField& field) { return field.name == name; };
  const auto next = frame.field == nullptr ? fields.begin() : fields.begin() + (frame.field - fields.data()) + 1;
  auto found = std::find_if(next, fields.end(), is_named);
  if (found == fields.end()) {
    found = std::find_if(fields.begin(), next, is_named);
    if (found == next) found = fields.end();
  }
  const auto fail_field = [&](std::string detail) {
    return fail(ErrorCode::snapshot_field_invalid, std::string{prefix_of(frame.place)}.append(name), std::move(detail));
  };
  if (found == fields.end()) return fail_field("unknown field");
  const std::uint32_t bit = std::uint32_t{1} << (found - fields.begin());
  if ((frame.seen & bit) != 0) return fail_field("stands twice");
  frame.seen |= bit;
  frame.field = &*found;
  return true;
}

bool SnapshotHandler::end_object() {
  --depth_;
  if (listening_only()) return true;
  const Frame& frame = frames_.back();
  const auto fields = fields_of(frame.place);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!fields[i].required || (frame.seen >> i & 1) != 0) continue;
    return fail(ErrorCode::snapshot_field_missing, std::string{prefix_of(frame.place)}.append(fields[i].name), "");
  }
  if (frame.seen == 0 && (frame.place == Place::person || frame.place == Place::vessel)) return fail_here("empty");
  if (frame.place == Place::entry) {
    Entry& entry = list_.entries.back();
    if (entry.name.empty()) entry.name = usual_name(entry.kind, entry.published_name);
  }
  frames_.pop_back();
  return true;
}

bool SnapshotHandler::end_array() {
  --depth_;
  if (listening_only()) return true;
  // An empty array is written by leaving its member out; only a list may have no entries, and says so in its count.
  if (frames_.back().items == 0 && frames_.back().place != Place::entries) return fail_here("empty");
  frames_.pop_back();
  return true;
}

std::vector<SharedText>& SnapshotHandler::shared_texts() {
  return frames_.back().place == Place::requirements ? list_.requirements : list_.policies;
}

bool SnapshotHandler::store_text(std::string& value) {
  const Frame& frame = frames_.back();
  if (has_free_keys(frame.place)) {
    shared_texts().back().text = std::move(value);
    return true;
  }
  if (frame.place == Place::texts) {
    const Texts texts = *std::get_if<Texts>(&frames_[frames_.size() - 2].field->target);
    texts(list_).push_back(std::move(value));
    count_item();
    return true;
  }
  if (frame.field == nullptr) return false;
  if (const Text* text = std::get_if<Text>(&frame.field->target)) {
    (*text)(list_) = std::move(value);
    return true;
  }
  return store_kind(value);
}

bool SnapshotHandler::store_kind(std::string_view name) {
  const Kind* target = std::get_if<Kind>(&frames_.back().field->target);
  const auto kind = entry_kind(name);
  if (target == nullptr || !kind || name_of(*kind) != name) return false;
  (*target)(list_) = *kind;
  return true;
}

bool SnapshotHandler::store_number(std::uint64_t value) {
  const Frame& frame = frames_.back();
  if (frame.place == Place::numbers) {
    if (value > 5) return false;
    list_.entries.back().footnotes.push_back(static_cast<int>(value));
    count_item();
    return true;
  }
  const Count* count = frame.field == nullptr ? nullptr : std::get_if<Count>(&frame.field->target);
  if (count == nullptr || value > UINT32_MAX) return false;
  (*count)(list_) = static_cast<std::size_t>(value);
  return true;
}

bool SnapshotHandler::string(std::string& value) {
  if (listening_only()) return true;
  if (value.empty()) return fail_here("empty");
  if (const auto flaw = flaw_of(value)) return fail_here(std::string{*flaw});
  return store_text(value) || fail_here("a string does not belong here");
}

bool SnapshotHandler::number(std::string_view text) {
  const std::optional<std::uint64_t> value = whole_number(text);
  if (value && depth_ == 1 && at_version_) {
    at_version_ = false;
    if (*value != std::uint64_t{snapshot_schema_version})
      version_error_ = Error{ErrorCode::snapshot_wrong_version, std::string{text}, std::nullopt, "schema_version"};
    return true;
  }
  if (listening_only()) return true;
  return (value && store_number(*value)) || fail_here(std::string{"number "}.append(text) + " does not belong here");
}

bool SnapshotHandler::null() { return listening_only() || fail_here("null does not belong here"); }

bool SnapshotHandler::boolean(bool) { return listening_only() || fail_here("true or false does not belong here"); }

}  // namespace lookup
