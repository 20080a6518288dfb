#include "lookup/address_search.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace lookup {
namespace {

/// Which parts stand in a pair.
std::vector<bool> paired(std::size_t count, const std::vector<AddressPair>& pairs, std::uint16_t AddressPair::*side) {
  std::vector<bool> flags(count);
  for (const AddressPair& pair : pairs) flags[pair.*side] = true;
  return flags;
}

/// The part that a word such as "room", "road" or "district" goes with.
std::size_t beside(const std::vector<AddressPart>& parts, std::size_t i) {
  if (i == 0) return std::min<std::size_t>(1, parts.size() - 1);
  const AddressPart& before = parts[i - 1];
  const bool counts_before =
      is_numbered(before.kind) &&
      (before.end == parts[i].begin || (before.kind == AddressPartKind::floor && parts[i].text == "floor"));
  const bool follows =
      counts_before || before.street > 0 || (before.kind == AddressPartKind::place && parts[i].text == "place");
  return follows || i + 1 == parts.size() ? i - 1 : i + 1;
}

/// Stretches of neighbouring parts that agree, as `flags` says, or else of those that do not.
std::vector<Mark> stretches(const std::vector<AddressPart>& parts, std::vector<bool> flags, bool wanted,
                            std::size_t begin) {
  for (std::size_t i = parts.size(); i-- > 0;)
    if (parts[i].kind == AddressPartKind::generic) flags[i] = flags[beside(parts, i)];
  std::vector<Mark> marks;
  bool joins = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_left_generic = !wanted && parts[i].kind == AddressPartKind::generic;
    if (flags[i] != wanted || parts[i].begin < begin || is_left_generic) {
      joins = false;
      continue;
    }
    const bool overlaps = !marks.empty() && parts[i].begin < marks.back().end;
    if (overlaps || joins)
      marks.back().end = std::max<std::size_t>(marks.back().end, parts[i].end);
    else
      marks.push_back({parts[i].begin, parts[i].end});
    joins = true;
  }
  return marks;
}

std::string listed(std::string_view text, const std::vector<Mark>& marks) {
  std::string all;
  for (const Mark& mark : marks)
    all.append(all.empty() ? "" : ", ").append(text.substr(mark.begin, mark.end - mark.begin));
  return all;
}

/// The parts of one kind as they stand.
std::string of_kind(std::string_view text, const std::vector<AddressPart>& parts, AddressPartKind kind) {
  std::vector<Mark> marks;
  for (const AddressPart& part : parts)
    if (part.kind == kind) marks.push_back({part.begin, part.end});
  return listed(text, marks);
}

/// The phrase that says how far the addresses agree, and what that tells.
std::string_view phrase_of(AddressUse use, AddressLevel level) {
  const bool is_same = level == AddressLevel::same;
  switch (use) {
    case AddressUse::listed:
      return is_same ? "address_listed" : "building_listed";
    case AddressUse::shared:
      return is_same ? "address_shared" : "building_shared";
    default:
      return is_same ? "address_beside_name" : "building_beside_name";
  }
}

/// Whether a semicolon stands between two parts.
bool are_parted(std::string_view text, const AddressPart& a, const AddressPart& b) {
  if (b.begin <= a.end) return false;
  const std::string_view gap = text.substr(a.end, b.begin - a.end);
  return gap.find(';') != gap.npos || gap.find("；") != gap.npos;
}

}  // namespace

std::optional<AddressQuestion> AddressQuestion::of(const Query& query) {
  AddressQuestion question;
  question.is_apart_ = !query.address.empty();
  question.text_ = question.is_apart_ ? query.address : query.name;
  question.parts_ = address_parts(question.text_);
  if (question.is_apart_) return question;
  if (!look_like_address(question.parts_)) {
    if (!may_be_address(question.parts_)) return std::nullopt;
    question.is_unsure_ = true;
    return question;
  }
  question.begin_ = address_begin(question.parts_);
  const std::string_view before = question.text_.substr(0, question.begin_);
  const std::size_t last = before.find_last_not_of(" ,;-/(\t");
  question.name_before_ = before.substr(0, last == before.npos ? 0 : last + 1);
  return question;
}

std::vector<AddressHit> AddressQuestion::find(const AddressIndex& index) const {
  std::vector<AddressHit> hits = index.find(index.weigh(parts_, begin_));
  if (is_unsure_)
    hits.erase(std::remove_if(hits.begin(), hits.end(), [this](const AddressHit& hit) { return !is_sure(hit); }),
               hits.end());
  for (std::size_t first = 0, end = 0; is_apart_ && first < parts_.size(); first = end) {
    for (end = first + 1; end < parts_.size() && !are_parted(text_, parts_[end - 1], parts_[end]);) ++end;
    if (end - first == parts_.size()) break;
    const auto begin = parts_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto last = parts_.begin() + static_cast<std::ptrdiff_t>(end);
    for (AddressHit& hit : index.find(index.weigh({begin, last}, begin_))) {
      for (AddressPair& pair : hit.agreement.pairs) pair.asked = static_cast<std::uint16_t>(pair.asked + first);
      hit.first_asked = first;
      hit.end_asked = end;
      hits.push_back(std::move(hit));
    }
  }
  keep_best(hits);
  return hits;
}

bool AddressQuestion::is_sure(const AddressHit& hit) const {
  return hit.agreement.level == AddressLevel::same &&
         std::any_of(hit.agreement.pairs.begin(), hit.agreement.pairs.end(), [this](const AddressPair& pair) {
           const AddressPartKind kind = parts_[pair.asked].kind;
           return is_numbered(kind) && kind != AddressPartKind::postal;
         });
}

HintAgreement AddressQuestion::agreement(const LateAddressIndex& index, std::uint32_t entry) const {
  if (!is_apart_) return HintAgreement::not_asked;
  return tell_place(parts_) && index.get().tells_place(entry) ? HintAgreement::differs : HintAgreement::unknown;
}

Explanation AddressQuestion::explain(const AddressHit& hit, AddressUse use) const {
  const std::vector<AddressPart> others = address_parts(hit.text);
  const std::vector<bool> own_flags = paired(parts_.size(), hit.agreement.pairs, &AddressPair::asked);
  const std::vector<bool> other_flags = paired(others.size(), hit.agreement.pairs, &AddressPair::listed);
  Explanation why{stretches(parts_, own_flags, true, 0), stretches(others, other_flags, true, 0), {}};
  const AddressLevel level = hit.agreement.level;
  why.reasons.push_back(reason(level == AddressLevel::same ? "same_address" : "same_building", phrase_of(use, level),
                               listed(text_, why.query_marks), listed(hit.text, why.name_marks)));
  struct Differing {
    bool differs;
    AddressPartKind kind;
    std::string_view phrase;
  };
  for (const Differing& row : {Differing{hit.agreement.rooms_differ, AddressPartKind::room, "room_differs"},
                               Differing{hit.agreement.floors_differ, AddressPartKind::floor, "floor_differs"}})
    if (row.differs)
      why.reasons.push_back(
          reason("address_differs", row.phrase, of_kind(text_, parts_, row.kind), of_kind(hit.text, others, row.kind)));
  // What differs is said already.
  const auto said = [&hit](const std::vector<AddressPart>& parts, std::vector<bool> flags) {
    for (std::size_t i = 0; i < parts.size(); ++i)
      if ((parts[i].kind == AddressPartKind::room && hit.agreement.rooms_differ) ||
          (parts[i].kind == AddressPartKind::floor && hit.agreement.floors_differ))
        flags[i] = true;
    return flags;
  };
  std::vector<bool> asked_flags = said(parts_, own_flags);
  for (std::size_t i = 0; i < asked_flags.size(); ++i)  // Another address says nothing against this one.
    if (i < hit.first_asked || i >= hit.end_asked) asked_flags[i] = true;
  std::string asked = listed(text_, stretches(parts_, asked_flags, false, begin_));
  if (!asked.empty()) why.reasons.push_back(reason("query_left", "address_query_left", std::move(asked), {}));
  std::string other = listed(hit.text, stretches(others, said(others, other_flags), false, 0));
  if (!other.empty()) why.reasons.push_back(reason("name_left", "address_left", {}, std::move(other)));
  return why;
}

}  // namespace lookup
