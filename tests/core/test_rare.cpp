#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "lookup/rare.hpp"

using lookup::Rare;

TEST_CASE("A rare value costs a pointer, is empty until it is filled, and copies deeply") {
  CHECK(sizeof(Rare<std::string>) == sizeof(void*));
  Rare<std::string> none;
  CHECK(none.get().empty());
  Rare<std::string> some;
  some.fill() = "one";
  const Rare<std::string> copy = some;
  some.fill() += " more";
  CHECK(some.get() == "one more");
  CHECK(copy.get() == "one");
  none = copy;
  CHECK(none == copy);
  const Rare<std::string> moved = std::move(some);
  CHECK(moved.get() == "one more");
}

TEST_CASE("A rare value that is set to an empty one is none, and equals it") {
  Rare<std::string> value;
  value.set("text");
  CHECK_FALSE(value == Rare<std::string>{});
  value.set("");
  CHECK(value == Rare<std::string>{});
  CHECK(value.fill().empty());
  CHECK(value == Rare<std::string>{});
}
