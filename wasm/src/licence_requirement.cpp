#include "lookup/licence_requirement.hpp"

#include <cstddef>

#include "clause_reader.hpp"
#include "lookup/footnotes.hpp"

namespace lookup {
namespace {

bool skip_all_items(ClauseReader& reader) {
  ClauseReader ahead = reader;
  if (!ahead.skip("all items") && !ahead.skip("any item") && !ahead.skip("any items")) return false;
  if (!ahead.skip("subject to the ear") && !ahead.skip("subjects to the ear")) return false;
  reader = ahead;
  return true;
}

bool skip_exception_opener(ClauseReader& reader) {
  return reader.skip("except for") || reader.skip("except") || reader.skip("apart from") ||
         reader.skip("having a classification other than");
}

/// `and EAR99 items …`: whether another description of items follows.
bool at_further_items(ClauseReader reader) {
  if (!reader.skip("and")) return false;
  if (reader.skip("items")) return true;
  reader.move_to(reader.next().end);
  return reader.at("items");
}

class RequirementReader {
 public:
  explicit RequirementReader(std::string_view text) : reader_(text) {
    requirement_.text = text;
    requirement_.footnotes = read_footnotes(text);
  }

  LicenceRequirement read() {
    if (reader_.done()) return std::move(requirement_);
    requirement_.scope = RequirementScope::unknown;
    if (!read_all_items() && !read_named_items()) read_unknown();
    while (!reader_.done()) {
      if (!read_reference() && !read_condition() && !read_exception() && !read_review() && !read_licence_exception() &&
          !read_worldwide() && !reader_.skip_footnote_mark()) {
        read_unknown();
      }
    }
    return std::move(requirement_);
  }

 private:
  bool read_all_items() {
    ClauseReader ahead = reader_;
    ahead.skip("for");
    const std::size_t begin = ahead.next().begin;
    if (!skip_all_items(ahead)) return false;
    requirement_.scope = RequirementScope::all_items;
    if (ahead.skip("listed in")) {
      if (!cite(ahead)) return false;
      requirement_.scope = RequirementScope::named_items;
    }
    reader_ = ahead;
    requirement_.items.push_back(reader_.since(begin));
    return true;
  }

  /// `items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR`.
  bool read_named_items() {
    ClauseReader ahead = reader_;
    ahead.skip("for");
    if (!ahead.at("items")) return false;
    requirement_.scope = RequirementScope::named_items;
    reader_ = ahead;
    const std::size_t last = description_end(reader_.position());
    while (reader_.position() < last && !reader_.done()) {
      const std::size_t begin = reader_.position();
      do {
        reader_.move_to(reader_.next().end);
      } while (reader_.next().begin < last && !reader_.done() && !at_further_items(reader_));
      requirement_.items.push_back(reader_.since(begin));
      add_provisions(requirement_.items.back());
      reader_.skip("and");
    }
    reader_.move_to(last);
    return true;
  }

  /// `(See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)`.
  bool read_reference() {
    ClauseReader ahead = reader_;
    if (!ahead.skip("see") || !cite(ahead)) return false;
    reader_ = ahead;
    return true;
  }

  bool read_condition() {
    ClauseReader ahead = reader_;
    const std::size_t begin = ahead.next().begin;
    if (!ahead.skip("when used in projects specified in") || !cite(ahead)) return false;
    reader_ = ahead;
    requirement_.condition = reader_.since(begin);
    requirement_.scope = RequirementScope::under_a_section;
    return true;
  }

  bool read_exception() {
    ClauseReader ahead = reader_;
    if (!skip_exception_opener(ahead)) return false;
    const std::size_t begin = ahead.position();
    reader_ = ahead;
    reader_.move_to(description_end(begin));
    requirement_.exceptions.push_back(reader_.since(begin));
    if (requirement_.scope == RequirementScope::all_items) requirement_.scope = RequirementScope::all_but_excepted;
    return true;
  }

  /// `with case-by-case basis for items listed on the CCL`.
  bool read_review() {
    ClauseReader ahead = reader_;
    if (!ahead.skip("with")) return false;
    const std::size_t begin = ahead.position();
    const std::size_t end = sentence_end(ahead.text(), begin);
    LicencePolicy policy = read_licence_policy(ahead.passage(begin, end));
    if (policy.parts.empty() || !policy.unknown.empty()) return false;
    requirement_.review = std::move(policy.parts);
    reader_.move_to(end);
    return true;
  }

  bool read_licence_exception() {
    ClauseReader ahead = reader_;
    if (!ahead.skip("this license requirement may be overcome by license exception")) return false;
    const ClauseWord name = ahead.next();
    ahead.move_to(name.end);
    if (!ahead.skip("under")) return false;
    LicenceException exception;
    exception.name = ahead.text().substr(name.begin, name.end - name.begin);
    exception.provisions = read_provisions(ahead.skip_provisions());
    if (exception.provisions.empty()) return false;
    const std::size_t begin = ahead.position();
    ahead.move_to(sentence_end(ahead.text(), begin));
    exception.condition = ahead.since(begin);
    reader_ = ahead;
    requirement_.licence_exceptions.push_back(std::move(exception));
    return true;
  }

  bool read_worldwide() {
    const bool found = reader_.skip(
        "the license requirements under this entry also extend to any export reexport and transfer in country to the "
        "entity wherever located worldwide");
    requirement_.worldwide = requirement_.worldwide || found;
    return found;
  }

  void read_unknown() {
    const std::size_t begin = reader_.next().begin;
    reader_.move_to(sentence_end(reader_.text(), begin));
    requirement_.unknown.push_back(reader_.since(begin));
  }

  /// Where a description of items ends: before a reference to sections in brackets, or with the sentence.
  [[nodiscard]] std::size_t description_end(std::size_t from) const {
    ClauseReader ahead = reader_;
    ahead.move_to(from);
    const std::size_t last = sentence_end(ahead.text(), from);
    while (ahead.next().begin < last && !ahead.done()) {
      const std::size_t begin = ahead.next().begin;
      if (ahead.at_reference() && ahead.text()[begin - 1] == '(') return begin - 1;
      ahead.move_to(ahead.next().end);
    }
    return last;
  }

  bool cite(ClauseReader& reader) {
    const std::string_view cited = reader.skip_provisions();
    add_provisions(cited);
    return !cited.empty();
  }

  void add_provisions(std::string_view cited) { add_unique(requirement_.provisions, read_provisions(cited)); }

  ClauseReader reader_;
  LicenceRequirement requirement_;
};

}  // namespace

std::string_view name_of(RequirementScope scope) {
  switch (scope) {
    case RequirementScope::not_published:
      return "not_published";
    case RequirementScope::all_items:
      return "all_items";
    case RequirementScope::all_but_excepted:
      return "all_but_excepted";
    case RequirementScope::under_a_section:
      return "under_a_section";
    case RequirementScope::named_items:
      return "named_items";
    default:
      return "unknown";
  }
}

LicenceRequirement read_licence_requirement(std::string_view text) { return RequirementReader{text}.read(); }

}  // namespace lookup
