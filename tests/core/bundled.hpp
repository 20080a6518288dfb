#pragma once

#include "lookup/screener.hpp"
#include "lookup/snapshot.hpp"
#include "test_files.hpp"

/// The bundled list, read anew.
inline lookup::List bundled_list() {
  return std::move(lookup::load_snapshot(read_test_file("data/entity-list.json"))).value();
}

/// The answer to a question about `name`; by default all entries that agree in anything, as many as one answer holds.
inline lookup::CheckResult answer(const lookup::Screener& screener, std::string name, double min_score = 0,
                                  std::size_t max_matches = lookup::maximum_matches) {
  lookup::Query query;
  query.name = std::move(name);
  query.min_score = min_score;
  query.max_matches = max_matches;
  return std::move(screener.check(query)).value();
}
