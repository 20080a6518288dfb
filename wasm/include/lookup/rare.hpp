#pragma once

#include <memory>
#include <utility>

namespace lookup {

/// A value that few have: where there is none it costs one pointer. Copies are deep, and two are equal when their
/// values are; no value equals an empty one.
template <typename T>
class Rare {
 public:
  Rare() = default;
  Rare(const Rare& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(Rare other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Rare() = default;

  /// The value, or an empty one that all without share.
  [[nodiscard]] const T& get() const {
    static const T empty{};
    return value_ ? *value_ : empty;
  }

  /// The value to write into, made if there was none.
  [[nodiscard]] T& fill() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }

  /// Keeps `value` unless it is empty.
  void set(T value) { value_ = value == T{} ? nullptr : std::make_unique<T>(std::move(value)); }

  [[nodiscard]] bool operator==(const Rare& other) const { return get() == other.get(); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace lookup
