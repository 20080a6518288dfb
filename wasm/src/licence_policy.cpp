#include "lookup/licence_policy.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "clause_reader.hpp"

namespace lookup {
namespace {

/// Passes over the words that name a kind: `Policy of denial`, `Presumption for denial`, `casa-by-case review`.
std::optional<PolicyKind> skip_kind(ClauseReader& reader) {
  if (reader.skip("policy of denial")) return PolicyKind::denial;
  if (reader.skip("presumption of denial") || reader.skip("presumption for denial"))
    return PolicyKind::presumption_of_denial;
  if (reader.skip("presumption of approval") || reader.skip("presumption for approval"))
    return PolicyKind::presumption_of_approval;
  ClauseReader ahead = reader;
  ahead.move_to(ahead.next().end);
  if (!reader.next().spelling.starts_with("cas") || !ahead.skip("by case")) return std::nullopt;
  if (!ahead.skip("review")) ahead.skip("basis");
  reader = ahead;
  return PolicyKind::case_by_case;
}

/// Whether another part of the policy comes next, after a word that joins it.
bool at_part(ClauseReader reader) {
  if (reader.at_reference()) return true;
  if (!reader.skip("and")) reader.skip("except");
  return skip_kind(reader).has_value();
}

/// Where the items that a part is for end: at another part, at a clause on how they are reviewed, with the sentence.
std::size_t items_end(ClauseReader reader) {
  const std::size_t last = sentence_end(reader.text(), reader.position());
  while (reader.position() < last && !reader.done()) {
    if (at_part(reader) || reader.at("which will be reviewed")) return reader.position();
    reader.move_to(reader.next().end);
  }
  return last;
}

class PolicyReader {
 public:
  explicit PolicyReader(std::string_view text) : reader_(text) { policy_.text = text; }

  LicencePolicy read() {
    while (!reader_.done()) {
      if (!read_part() && !read_reference()) read_unknown();
    }
    if (policy_.parts.empty() && !policy_.provisions.empty() && policy_.unknown.empty())
      policy_.parts.push_back({PolicyKind::per_section, reader_.since(0), {}, {}});
    return std::move(policy_);
  }

 private:
  bool read_part() {
    ClauseReader ahead = reader_;
    if (!ahead.skip("and")) ahead.skip("except");
    const std::size_t begin = ahead.next().begin;
    const auto kind = skip_kind(ahead);
    if (!kind) return false;
    reader_ = ahead;
    PolicyPart part{*kind, {}, {}, {}};
    const std::size_t exception_begin = reader_.skip("for") ? read_items(part) : reader_.position();
    part.published = reader_.since(begin);
    policy_.parts.push_back(part);
    if (!part.exception.empty()) read_review_of(part.exception, exception_begin);
    return true;
  }

  /// `all items subject to the EAR apart from food …`. Gives where the exception begins, or the end.
  std::size_t read_items(PolicyPart& part) {
    const std::size_t begin = reader_.position();
    const std::size_t end = items_end(reader_);
    while (reader_.position() < end && !reader_.done() && !reader_.at("apart from"))
      reader_.move_to(reader_.next().end);
    part.items = reader_.passage(begin, std::min(reader_.position(), end));
    const std::size_t exception_begin = reader_.skip("apart from") ? reader_.next().begin : end;
    part.exception = reader_.passage(exception_begin, end);
    reader_.move_to(end);
    return exception_begin;
  }

  /// `…, which will be reviewed on a case-by-case basis`: how the items left out are reviewed.
  void read_review_of(const std::string& items, std::size_t items_begin) {
    const std::size_t begin = reader_.next().begin;
    if (!reader_.skip("which will be reviewed")) return;
    if (!reader_.skip("on a")) reader_.skip("under a");
    const auto kind = skip_kind(reader_);
    if (kind) {
      policy_.parts.push_back({*kind, reader_.since(items_begin), items, {}});
    } else {
      reader_.move_to(begin);
      read_unknown();
    }
  }

  /// `See §§ 744.2(d) and 744.3(d)`; in Supplement No. 7, `The … license review policy for … is specified in …`.
  bool read_reference() {
    ClauseReader ahead = reader_;
    if (!ahead.skip("see")) {
      if (!ahead.skip("the license application procedure and license review policy for")) return false;
      const std::size_t last = sentence_end(ahead.text(), ahead.position());
      while (ahead.position() < last && !ahead.at("is specified in")) ahead.move_to(ahead.next().end);
      if (!ahead.skip("is specified in")) return false;
    }
    const std::string_view cited = ahead.skip_provisions();
    if (cited.empty()) return false;
    add_unique(policy_.provisions, read_provisions(cited));
    reader_ = ahead;
    return true;
  }

  void read_unknown() {
    const std::size_t begin = reader_.position();
    reader_.move_to(sentence_end(reader_.text(), reader_.next().begin));
    policy_.unknown.push_back(reader_.since(begin));
  }

  ClauseReader reader_;
  LicencePolicy policy_;
};

}  // namespace

std::string_view name_of(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::denial:
      return "denial";
    case PolicyKind::presumption_of_denial:
      return "presumption_of_denial";
    case PolicyKind::case_by_case:
      return "case_by_case";
    case PolicyKind::presumption_of_approval:
      return "presumption_of_approval";
    default:
      return "per_section";
  }
}

LicencePolicy read_licence_policy(std::string_view text) { return PolicyReader{text}.read(); }

}  // namespace lookup
