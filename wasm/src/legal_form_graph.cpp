#include "legal_form_graph.hpp"

#include "../tables/word_tables.hpp"

namespace lookup {

LegalFormGraph::LegalFormGraph() : words_{tables::legal_form_words} {
  steps_.reserve(tables::legal_form_counts.size() + 1);
  steps_.push_back(0);
  for (std::size_t place = 0; place < tables::legal_form_counts.size(); ++place)
    steps_.push_back(static_cast<std::uint16_t>(steps_.back() + tables::legal_form_counts[place]));
}

const LegalFormGraph& LegalFormGraph::instance() {
  static const LegalFormGraph graph;
  return graph;
}

std::optional<LegalFormGraph::Place> LegalFormGraph::after(Place place, std::size_t word) const {
  std::size_t first = steps_[place];
  std::size_t last = steps_[place + std::size_t{1}];
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    const std::size_t other = tables::legal_form_next_words[middle];
    if (other == word) return tables::legal_form_next_places[middle];
    if (other < word)
      first = middle + 1;
    else
      last = middle;
  }
  return std::nullopt;
}

std::optional<LegalForm> LegalFormGraph::form_at(Place place) const {
  const std::uint8_t value = tables::legal_form_classes[place];
  if (value == 0) return std::nullopt;
  const bool at_end = (value & tables::at_end) != 0;
  return LegalForm{static_cast<std::uint8_t>((value & ~tables::at_end) - 1), at_end};
}

}  // namespace lookup
